import { htmlElement } from './elements.js';
import { words } from './words.js';

/** What a reader can do with the buttons and fields above the picture. */
export interface Commands {
  readonly search: (query: string) => void;
  readonly goOn: (by: 1 | -1) => void;
  readonly leaveSearch: () => void;
  readonly showLevels: (depth: number | undefined) => void;
  readonly zoom: (by: 'in' | 'out' | 'fit' | 'actual') => void;
}

export interface Controls {
  readonly element: HTMLElement;
  readonly focusSearch: () => void;
  readonly showCount: (text: string, any: boolean) => void;
  /** What is shown: so many levels, all of them, or neither. */
  readonly showDepth: (depth: number | 'all' | 'some') => void;
}

/** More levels than this are offered only as all. */
const mostLevels = 12;

export function controlsFor(commands: Commands, deepest: number): Controls {
  const field = htmlElement('input', {
    type: 'search',
    'aria-label': words.search,
    placeholder: words.searchHint,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-keyshortcuts': '/',
  });
  const count = htmlElement('span', { class: 'v-count' });
  const previous = button('‹', words.previous, () => commands.goOn(-1));
  const next = button('›', words.next, () => commands.goOn(1));
  previous.disabled = true;
  next.disabled = true;
  field.addEventListener('input', () => commands.search(field.value));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') commands.goOn(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') {
      field.value = '';
      commands.leaveSearch();
    } else return;
    event.preventDefault();
  });

  const levels = htmlElement('select', { 'aria-label': words.levels });
  const some = htmlElement('option', { value: 'some', hidden: '' }, words.some);
  for (let depth = 1; depth < Math.min(deepest, mostLevels); depth++) {
    levels.append(htmlElement('option', { value: String(depth) }, words.level(depth)));
  }
  levels.append(htmlElement('option', { value: 'all' }, words.all), some);
  levels.addEventListener('change', () =>
    commands.showLevels(levels.value === 'all' ? undefined : Number(levels.value)),
  );

  const element = htmlElement(
    'div',
    { class: 'v-controls', role: 'group', 'aria-label': words.controls },
    htmlElement('div', { class: 'v-search' }, field, count, previous, next),
    htmlElement(
      'div',
      { class: 'v-levels' },
      levels,
      button(words.unfoldAll, words.unfoldAll, () => commands.showLevels(undefined)),
    ),
    htmlElement(
      'div',
      { class: 'v-zoom' },
      button('−', words.zoomOut, () => commands.zoom('out')),
      button('+', words.zoomIn, () => commands.zoom('in')),
      button(words.fit, words.fitLong, () => commands.zoom('fit')),
      button(words.actual, words.actualLong, () => commands.zoom('actual')),
    ),
  );
  return {
    element,
    focusSearch: () => {
      field.focus();
      field.select();
    },
    showCount: (text, any) => {
      count.textContent = text;
      previous.disabled = !any;
      next.disabled = !any;
    },
    showDepth: (depth) => {
      levels.value = String(depth);
      if (levels.selectedIndex < 0) levels.value = 'some';
    },
  };
}

function button(text: string, label: string, act: () => void): HTMLButtonElement {
  const made = htmlElement('button', { type: 'button', title: label }, text);
  if (text !== label) made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}
