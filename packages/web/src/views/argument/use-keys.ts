import type { Element, ElementId } from '@surety/core/case';
import { commandOf, type Explorer } from '@surety/viewer';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { goWith } from '../../app/route.js';
import { type ActionId, actionOfKey } from './edit/actions.js';

export interface KeyOptions {
  readonly explorer: Explorer | undefined;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly selected: Element | undefined;
  readonly act: (action: ActionId, id?: ElementId) => void;
  readonly openMenu: () => void;
  /** Enter: into what stands elsewhere, or into the text. */
  readonly open: () => void;
}

/** How long the `g` of `g t` waits for its second key; then the keys are the view's own again. */
const patience = 1200;

/** What the keys mean in the diagram and in the outline. */
export function useKeys({ explorer, search, selected, act, openMenu, open }: KeyOptions) {
  const pressedG = useRef(-patience);
  return (event: KeyboardEvent) => {
    const target = event.target as globalThis.Element;
    // Menus and dialogs have keys of their own, and React hands theirs on to whoever opened them.
    if (!event.currentTarget.contains(target) || target.closest('input, textarea, select, [role=dialog]') !== null)
      return;
    const isAfterG = event.timeStamp - pressedG.current < patience;
    pressedG.current = event.key === 'g' && !isAfterG ? event.timeStamp : -patience;
    if (isAfterG || explorer === undefined) return;
    const item = target.closest('[role=treeitem]');
    const on = item !== null ? 'node' : target === explorer.port ? 'picture' : 'controls';
    if (obey(event, on)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  function obey(event: KeyboardEvent, on: 'node' | 'picture' | 'controls'): boolean {
    const { key, shiftKey } = event;
    if (on !== 'controls') {
      if (key === '.' || key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
        openMenu();
        return true;
      }
      if ((key === 'f' || key === 'F') && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (selected !== undefined) goWith({ root: key === 'f' ? selected.id : undefined, at: selected.id });
        return true;
      }
      const action = actionOfKey(event);
      if (action !== undefined) {
        act(action);
        return true;
      }
    }
    const command = commandOf(event, on);
    if (command === undefined) return false;
    if (command.kind === 'search') search.current?.focus();
    else if (command.kind === 'open') open();
    else explorer!.obey(command);
    return true;
  }
}

/** The slash leads to the search from wherever the view is looked at, also where nothing of it has the focus yet. */
export function useSearchKey(search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const pressed = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const busy = 'input, textarea, select, [contenteditable=true], [role=dialog], [role=menu]';
      if ((event.target as globalThis.Element).closest(busy) !== null || search.current === null) return;
      event.preventDefault();
      search.current.focus();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [search]);
}
