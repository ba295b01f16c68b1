import type { CaseLookup } from '@surety/core/case';
import type { Drawing, Explorer } from '@surety/viewer';
import { useEffect } from 'react';
import { goWith } from '../../app/route.js';
import { useWorkspace } from '../../workspace/index.js';

/** What the address names is where the diagram stands; what is gone from the case gives way to what stands there now. */
export function usePlaced(
  at: string | undefined,
  explorer: Explorer | undefined,
  drawing: Drawing | undefined,
  look: CaseLookup,
): void {
  const workspace = useWorkspace();
  useEffect(() => {
    if (explorer === undefined || drawing === undefined || at === undefined) return;
    // Of the explorer itself: what React last heard of may be a drawing ago, where the same number is another node.
    const all = explorer.drawing().argument.scene.nodes;
    const here = all[explorer.current()]?.element;
    if (here === at) return;
    const own = all.findIndex(({ element, away }) => element === at && away === undefined);
    const node = own >= 0 ? own : all.findIndex(({ element }) => element === at);
    // A form gives the focus back to where it began, and what it made may be drawn after that: the focus goes with it.
    const isOnNode = document.activeElement?.closest('.v-port [role="treeitem"]') != null;
    if (node >= 0) explorer.goTo(node, isOnNode ? explorer.focus : undefined);
    else if (look.element(at) === undefined && !workspace.get().computing) goWith({ at: here });
  }, [explorer, drawing, at, look, workspace]);
}
