import type { MeasuredNode, MeasuredScene, SceneEdge } from '@surety/core/diagram';

type Link = readonly [from: number, to: number, kind?: SceneEdge['kind'], link?: number];

/** A scene of equal goals `N0`, `N1`, … and the links between them. */
export function generateScene(size: number, links: readonly Link[], more: Partial<MeasuredNode> = {}): MeasuredScene {
  const nodes = Array.from({ length: size }, (_, at): MeasuredNode => {
    const name = `N${at}`;
    const body = { x: 0, y: 0, width: 120, height: 50 };
    const lines = [{ text: name, x: 8, y: 18, width: 20, look: 'name', anchor: 'start' } as const];
    const quiet = { marks: [], tags: [], claimPoints: [], pointedOut: false, faint: false, hidden: 0 };
    return {
      id: name,
      shape: 'goal',
      name,
      text: `Claim ${at}`,
      ...quiet,
      width: 120,
      height: 50,
      body,
      lines,
      ...more,
    };
  });
  const edges = links.map(
    ([from, to, kind = 'supportedBy', link]): SceneEdge => ({
      from,
      to,
      kind,
      ...(link === undefined ? {} : { link }),
      optional: false,
      claimPoints: [],
      defeated: false,
      pointedOut: false,
      faint: false,
    }),
  );
  return { title: 'A case', description: '', nodes, edges, legend: [] };
}
