import { startViewer } from './start-viewer.js';

/**
 * The script of a page: every element with `data-viewer="ID"` becomes a viewer of the data in the element of that id,
 * made by `viewerJson`. Where anything is amiss, the page keeps its picture, and the console says why.
 */
for (const host of document.querySelectorAll<HTMLElement>('[data-viewer]')) {
  const data = document.getElementById(host.dataset.viewer ?? '');
  if (data !== null) startViewer(host, JSON.parse(data.textContent ?? ''));
}
