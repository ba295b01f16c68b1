import type { Gesture } from '@surety/core/authoring';
import type { Element, ElementId } from '@surety/core/case';
import type { Explorer, Grab } from '@surety/viewer';
import type { Perform } from '../../../author/index.js';
import { reason } from '../../../reason.js';
import type { Workspace } from '../../../workspace/index.js';

/** What is said at the pointer while something is dragged. */
export interface DragHint {
  readonly text: string;
  readonly isLegal: boolean;
  readonly x: number;
  readonly y: number;
}

export interface DragOptions {
  readonly workspace: Workspace;
  readonly explorer: Explorer;
  readonly perform: Perform;
  readonly element: Element;
  readonly node: number;
  /** The parent that it leaves: the one that it hangs below in the picture. */
  readonly from: ElementId | undefined;
  /** With Alt a link is drawn from the element, in place of moving it. */
  readonly isLink: boolean;
  readonly onHint: (hint: DragHint | undefined) => void;
}

/** Pixels from the edge of the window onto the diagram within which it moves along, and how far with each move. */
const edge = 36;
const along = 14;

/** Holds an element and puts it under another, or connects it to another: what may be lights up, what may not says why. */
export function dragOf({ workspace, explorer, perform, element, node, from, isLink, onHint }: DragOptions): Grab {
  const gesture: Gesture = isLink
    ? { kind: 'connect', from: element.id }
    : { kind: 'move', element: element.id, ...(from === undefined ? {} : { from }) };
  let targets: ReadonlyMap<ElementId, 'ok' | string> | undefined;
  let legal: ReadonlySet<number> = new Set();
  let over: number | undefined;
  let isOver = false;
  const elementAt = (at: number) => explorer.drawing().argument.scene.nodes[at]!.element;

  workspace.ask('legalTargets', gesture).then(
    (answer) => {
      if (isOver) return;
      targets = new Map(answer);
      const { nodes } = explorer.drawing().argument.scene;
      legal = new Set([...nodes.keys()].filter((at) => targets!.get(nodes[at]!.element ?? '') === 'ok'));
      explorer.target({ legal, moved: node, over });
    },
    (error: unknown) => {
      if (!isOver) workspace.notify('bad', reason(error));
    },
  );

  const end = () => {
    isOver = true;
    explorer.target(undefined);
    onHint(undefined);
  };
  return {
    move: ({ clientX, clientY }) => {
      const below = document.elementsFromPoint(clientX, clientY).find((one) => one.closest('[data-node]') !== null);
      const next = below === undefined ? undefined : explorer.nodeAt(below);
      if (next !== over && targets !== undefined) {
        over = next;
        explorer.target({ legal, moved: node, over });
      }
      onHint({ ...wordsAt(next), x: clientX, y: clientY });
      moveAlong(explorer, clientX, clientY);
    },
    drop: () => {
      const id = over === undefined ? undefined : elementAt(over);
      const isLegal = over !== undefined && legal.has(over);
      end();
      if (id === undefined || !isLegal) return;
      void perform(
        isLink
          ? { kind: 'connect', from: element.id, to: id }
          : { kind: 'move', element: element.id, to: id, ...(from === undefined ? {} : { from }) },
      ).then((answer) => {
        if (!answer.ok) workspace.notify('bad', `Not done: ${answer.reason}. ${answer.hint ?? ''}`);
      });
    },
    cancel: end,
  };

  function wordsAt(at: number | undefined): Pick<DragHint, 'text' | 'isLegal'> {
    const verb = isLink ? `Connect ${element.id} to` : `Move ${element.id} under`;
    const id = at === undefined ? undefined : elementAt(at);
    if (id === undefined || id === element.id) return { text: `${verb} …`, isLegal: false };
    const said = targets?.get(id);
    if (said === undefined) return { text: `${verb} ${id} …`, isLegal: false };
    return said === 'ok'
      ? { text: `${verb} ${id}`, isLegal: true }
      : { text: `Not under ${id}: ${said}`, isLegal: false };
  }
}

function moveAlong({ camera, port }: Explorer, x: number, y: number): void {
  const { left, top, right, bottom } = port.getBoundingClientRect();
  const dx = x < left + edge ? -along : x > right - edge ? along : 0;
  const dy = y < top + edge ? -along : y > bottom - edge ? along : 0;
  if (dx !== 0 || dy !== 0) camera.pan(dx, dy);
}
