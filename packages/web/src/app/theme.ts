import { remembered } from '../storage/index.js';

/** Light, dark, or as the system has it; kept for this origin. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'surety-theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export function themeChoice(): Theme {
  return themes.find((one) => one === remembered.get(key)) ?? 'system';
}

export function applyTheme(choice: Theme): void {
  remembered.set(key, choice);
  const shown = choice === 'system' ? (dark.matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = shown;
}

/** What is shown now. */
export function shownTheme(): 'light' | 'dark' {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

dark.addEventListener('change', () => applyTheme(themeChoice()));
