import type { Intent } from '@surety/core/authoring';
import type { CaseLookup, Element, ElementId } from '@surety/core/case';
import type { Explorer } from '@surety/viewer';
import { useCallback, useEffect, useRef, useState } from 'react';
import { usePerform } from '../../../author/index.js';
import type { AuthorAnswer } from '../../../compute/questions.js';
import { reason } from '../../../reason.js';
import { useWorkspace } from '../../../workspace/index.js';
import { type ActionId, whyNot } from './actions.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

interface EditingOptions {
  readonly look: CaseLookup;
  readonly selected: Element | undefined;
  readonly locked: string | undefined;
  readonly explorer: Explorer | undefined;
  readonly select: (id: ElementId) => void;
}

/** Where the keyboard was when something began: in a tree, whose items are drawn anew meanwhile, or at a control. */
type Origin = 'diagram' | 'outline' | HTMLElement;

function originNow(): Origin {
  const at = document.activeElement;
  if (at?.closest('.outline') != null) return 'outline';
  return at instanceof HTMLElement && at !== document.body && at.closest('.v-port') === null ? at : 'diagram';
}

/** The action that is under way, the menu that is open, and how they begin and end. */
export function useEditing({ look, selected, locked, explorer, select }: EditingOptions) {
  const workspace = useWorkspace();
  const author = usePerform();
  // The element stays the one that it was begun at, whatever is selected meanwhile.
  const [under, setUnder] = useState<{ readonly action: ActionId; readonly element: Element }>();
  const [menu, setMenu] = useState<Place>();
  const origin = useRef<Origin>(undefined);
  const begin = () => {
    // A form that the menu leads to began where the menu did.
    origin.current ??= originNow();
  };
  const isOver = under === undefined && menu === undefined;
  // As an effect it comes after what dialogs do at their end, and before they give the focus to what may be gone.
  useEffect(() => {
    const from = origin.current;
    if (!isOver || from === undefined) return;
    origin.current = undefined;
    const row = document.querySelector<HTMLElement>('.outline [role=treeitem][tabindex="0"]');
    if (from === 'outline' && row !== null) row.focus({ preventScroll: true });
    else if (from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    else explorer?.focus();
  }, [isOver, explorer]);

  const perform = useCallback(
    async (intent: Intent): Promise<AuthorAnswer> => {
      const answer = await author(intent);
      if (answer.ok && answer.select !== undefined) select(answer.select);
      return answer;
    },
    [author, select],
  );

  const now = (intent: Intent) => {
    perform(intent).then(
      (answer) => answer.ok || workspace.notify('bad', `Not done: ${answer.reason}. ${answer.hint ?? ''}`),
      (error: unknown) => workspace.notify('bad', reason(error)),
    );
  };

  const act = (id: ActionId) => {
    if (selected === undefined) return;
    const why = locked ?? whyNot(id, selected, look);
    if (why !== undefined) return workspace.notify('plain', `${selected.id}: ${why}`);
    if (id === 'undeveloped') {
      now({ kind: 'setUndeveloped', element: selected.id, undeveloped: !selected.undeveloped });
    } else if (id === 'earlier' || id === 'later') {
      const parent = look.parents(selected.id)[0]!;
      const among = parent.element[parent.relation].filter(({ developedBy }) => developedBy === undefined);
      const place = among.findIndex(({ to }) => to === selected.id) + (id === 'earlier' ? -1 : 1);
      if (place < 0 || place >= among.length) return workspace.notify('plain', 'There is no neighbour on that side');
      now({ kind: 'reorder', under: parent.element.id, element: selected.id, place });
    } else {
      begin();
      setUnder({ action: id, element: selected });
    }
  };

  const openMenu = (at: Place) => {
    begin();
    setMenu(at);
  };
  const openMenuAt = (element: HTMLElement | SVGElement) => {
    const { left, bottom } = element.getBoundingClientRect();
    openMenu({ x: left, y: bottom });
  };
  return {
    under,
    menu,
    perform,
    act,
    close: () => setUnder(undefined),
    openMenu,
    openMenuAt,
    openMenuAtFocus: () => {
      const at = document.activeElement?.closest<HTMLElement>('[role=treeitem]');
      if (at != null) openMenuAt(at);
      else if (explorer !== undefined) openMenuAt(explorer.port);
    },
    closeMenu: () => setMenu(undefined),
  };
}
