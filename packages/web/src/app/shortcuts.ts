import { useEffect } from 'react';
import { useWorkspace, type Workspace } from '../workspace/index.js';
import { go } from './route.js';
import { viewList } from './view-list.js';

export interface Shortcut {
  /** As it is shown: `g o`, `Ctrl+Z`. */
  readonly keys: string;
  readonly what: string;
  readonly run: (workspace: Workspace, help: () => void) => void;
}

/** Everything that a key does anywhere in the workspace; the help is made from this list. */
export const shortcuts: readonly Shortcut[] = [
  ...viewList.map(
    ({ name, title, key }): Shortcut => ({ keys: `g ${key}`, what: `Go to ${title}`, run: () => go(name) }),
  ),
  { keys: 'Ctrl+Z', what: 'Undo', run: (workspace) => workspace.undo() },
  { keys: 'Ctrl+Shift+Z', what: 'Redo', run: (workspace) => workspace.redo() },
  { keys: 'Ctrl+S', what: 'Save what is typed', run: (workspace) => workspace.saveDrafts() },
  { keys: '?', what: 'Show these keys', run: (_, help) => help() },
];

/** How long the first key of two waits for the second. */
const patience = 1200;

export function useShortcuts(help: () => void): void {
  const workspace = useWorkspace();
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | undefined;
    const pressed = (event: KeyboardEvent) => {
      const typing = (event.target as Element).closest('input, textarea, select, [contenteditable=true]') !== null;
      const chord = chordOf(event);
      if (chord === undefined) return;
      const single = !chord.includes('+');
      if (typing && (single || chord === 'Ctrl+Z' || chord === 'Ctrl+Shift+Z')) return;
      const pair = first !== undefined && event.timeStamp - first.at < patience ? `${first.key} ${chord}` : chord;
      first = single ? { key: chord, at: event.timeStamp } : undefined;
      const found = shortcuts.find(({ keys }) => keys === pair) ?? shortcuts.find(({ keys }) => keys === chord);
      if (found === undefined) return;
      event.preventDefault();
      first = undefined;
      found.run(workspace, help);
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [workspace, help]);
}

/** `Ctrl+Z`, `g`, `?`: Command counts as Control. */
function chordOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): string | undefined {
  if (altKey || key.length !== 1) return undefined;
  if (!ctrlKey && !metaKey) return key;
  return `Ctrl+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`;
}
