import { useSyncExternalStore } from 'react';
import { shownTheme } from '../../../app/theme.js';

function watch(told: () => void): () => void {
  const observer = new MutationObserver(told);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme that the page is shown in now. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(watch, shownTheme);
}
