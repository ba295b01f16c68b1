import type { CaseLookup } from '@surety/core/case';
import type { Explorer, Grab } from '@surety/viewer';
import type { Perform } from '../../../author/index.js';
import { useWorkspace } from '../../../workspace/index.js';
import { type DragHint, dragOf } from './drag.js';

/** What a drag that begins on a node does; nothing where it cannot be moved from there. */
export function useGrab({
  look,
  locked,
  explorer,
  perform,
  onHint,
}: {
  readonly look: CaseLookup;
  readonly locked: string | undefined;
  readonly explorer: Explorer | undefined;
  readonly perform: Perform;
  readonly onHint: (hint: DragHint | undefined) => void;
}): (node: number, event: PointerEvent) => Grab | undefined {
  const workspace = useWorkspace();
  return (node, { altKey }) => {
    if (locked !== undefined || explorer === undefined) return undefined;
    const { scene, forest } = explorer.drawing().argument;
    const element = look.element(scene.nodes[node]?.element ?? '');
    if (element === undefined || scene.nodes[node]!.away !== undefined) return undefined;
    const host = forest.host[node]!;
    const from = host < 0 ? undefined : scene.nodes[host]!.element;
    const isParent = look.parents(element.id).some((parent) => parent.element.id === from);
    return dragOf({
      workspace,
      explorer,
      perform,
      element,
      node,
      from: isParent ? from : undefined,
      isLink: altKey,
      onHint,
    });
  };
}
