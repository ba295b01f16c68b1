import { htmlElement } from './elements.js';
import { words } from './words.js';

/** What stands around the picture. */
export interface Frame {
  readonly root: HTMLElement;
  /** The window through which the picture is seen. */
  readonly port: HTMLElement;
  /** Says something to those who hear the page. */
  readonly say: (text: string) => void;
  /** Writes the line below the picture: a node in words, and the way to its place in the document. */
  readonly tellOf: (name: string, text: string, link: string | undefined) => void;
  /** Follows the link of that line, if there is one. */
  readonly follow: () => void;
}

export interface FrameOptions {
  /** Of ids. */
  readonly prefix: string;
  readonly caption: string | undefined;
  readonly linkText: string | undefined;
}

/** Puts the frame into an element in place of what it holds, which stays for print. */
export function frameIn(host: HTMLElement, controls: HTMLElement, options: FrameOptions): Frame {
  const keys = htmlElement('p', { class: 'v-heard', id: `${options.prefix}keys` }, words.keys);
  const port = htmlElement('div', {
    class: 'v-port',
    role: 'group',
    tabindex: '0',
    'aria-label': options.caption ?? words.picture,
    'aria-describedby': keys.id,
  });
  const about = htmlElement('div', { class: 'v-about' });
  const heard = htmlElement('div', { class: 'v-heard', role: 'status' });
  const theme = host.querySelector('svg.surety')?.getAttribute('class') ?? 'surety auto';
  const root = htmlElement('div', { class: `surety-viewer ${theme}` }, controls, port, about, heard, keys);
  for (const name of ['role', 'tabindex', 'aria-label']) host.removeAttribute(name);
  host.classList.add('surety-viewed');
  host.append(root);
  return {
    root,
    port,
    say: (text) => {
      heard.textContent = text;
    },
    tellOf: (name, text, link) => {
      const line = htmlElement('p', {}, htmlElement('strong', {}, name), name === '' ? text : ` ${text}`);
      if (link === undefined) about.replaceChildren(line);
      else
        about.replaceChildren(htmlElement('a', { href: link, rel: 'noopener' }, options.linkText ?? words.link), line);
    },
    follow: () => about.querySelector('a')?.click(),
  };
}
