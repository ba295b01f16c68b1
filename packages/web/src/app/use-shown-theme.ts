import { useSyncExternalStore } from 'react';
import { shownTheme } from './theme.js';

function watch(told: () => void): () => void {
  const observer = new MutationObserver(told);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

/** The theme that is shown, as it changes; for pictures that are painted for one of them. */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(watch, shownTheme);
}
