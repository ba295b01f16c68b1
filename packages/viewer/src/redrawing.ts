import type { Camera } from './camera.js';
import type { Drawing } from './drawing.js';
import type { Explorer, ExplorerOptions } from './explorer.js';
import { canFold } from './fold.js';
import type { Matches } from './matches.js';
import type { Picture } from './picture.js';
import { argumentOf, boxOf, type Standing } from './standing.js';
import { turns } from './turns.js';

export interface Redrawing {
  /** Draws anew after a fold; one node stays where it is on the screen. */
  readonly redraw: (fixed: number, change: (folded: ReadonlySet<number>) => Set<number>, then: () => void) => void;
  readonly replace: Explorer['replace'];
}

/** Draws what is folded otherwise, or another argument, one after the other; whoever looks keeps their place and the focus. */
export function redrawingOf({
  standing,
  picture,
  camera,
  matches,
  told,
  draw,
  mark,
}: Pick<ExplorerOptions, 'told' | 'draw'> & {
  readonly standing: Standing;
  readonly picture: Picture;
  readonly camera: Camera;
  readonly matches: Matches;
  readonly mark: () => void;
}): Redrawing {
  const inTurn = turns();
  return {
    redraw(fixed, change, then) {
      const of = argumentOf(standing);
      inTurn((done) => {
        // Folded while another argument was on its way: what was meant is not there any more.
        if (argumentOf(standing) !== of) return done();
        const next = change(standing.folded);
        drawn(draw({ argument: of, folded: next }), (made) => {
          standing.folded = next;
          take(made, fixed, fixed);
          then();
          done();
        });
      });
    },
    replace(next, anew) {
      inTurn((done) => {
        const index = new Map(next.scene.nodes.map(({ id }, node) => [id, node]));
        const { nodes } = argumentOf(standing).scene;
        const carried = (node: number) => index.get(nodes[node]!.id);
        const folded = new Set(anew?.folded ?? [...standing.folded].flatMap((node) => carried(node) ?? []));
        for (const node of folded) if (!canFold(next, node)) folded.delete(node);
        drawn(draw({ argument: next, folded }), (made) => {
          const kept = nearestIn(standing, made, carried);
          standing.folded = folded;
          matches.renew(next);
          standing.current = kept.after;
          take(made, kept.before, kept.after);
          told.count(matches.count());
          if (anew !== undefined) {
            told.depth(anew.depth ?? depthWords());
            camera.startAt(boxOf(standing, next.forest.roots[0]!));
          }
          done();
        });
      });
    },
  };

  /** Shows a drawing; a node of the old one stays where it is as another of the new one. */
  function take(next: Drawing, before: number, after: number): void {
    const hadFocus = picture.element.contains(document.activeElement);
    const was = boxOf(standing, before);
    standing.drawing = next;
    const { host } = argumentOf(standing).forest;
    while (!next.index.has(standing.current)) standing.current = host[standing.current]!;
    picture.show(next);
    const is = boxOf(standing, after);
    camera.redraw((is?.x ?? 0) - (was?.x ?? 0), (is?.y ?? 0) - (was?.y ?? 0));
    mark();
    told.stand(standing.current, true);
    if (hadFocus) picture.focus();
    told.depth(depthWords());
    told.drawn?.(next);
  }

  function depthWords(): 'all' | 'some' {
    return standing.folded.size === 0 ? 'all' : 'some';
  }
}

/** The current node, or the nearest above it that another drawing has too: as it is in this one, and in that. */
function nearestIn(
  standing: Standing,
  made: Drawing,
  carried: (node: number) => number | undefined,
): { readonly before: number; readonly after: number } {
  const { host, roots } = argumentOf(standing).forest;
  for (let before = standing.current; before >= 0; before = host[before]!) {
    const after = carried(before);
    if (after !== undefined && made.index.has(after)) return { before, after };
  }
  return { before: roots[0]!, after: made.argument.forest.roots[0]! };
}

function drawn(made: Drawing | Promise<Drawing>, then: (made: Drawing) => void): void {
  if (made instanceof Promise) void made.then(then);
  else then(made);
}
