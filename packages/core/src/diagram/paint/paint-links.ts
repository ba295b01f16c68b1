import { outlineKind } from '../text/outline-kind.js';
import type { Layout, MeasuredScene, Point, SceneEdge } from '../types.js';
import { type Arrowhead, arrowheadOf, noHead } from './arrowhead.js';
import { paintLinkSigns } from './link-signs.js';
import { ontoOutline } from './outline.js';
import { routeOf, shortened } from './route.js';

/** Links as they are drawn: lines with their heads, to lie under the nodes, and signs with their words, to lie above. */
export interface PaintedLinks {
  readonly lines: string;
  readonly signs: string;
}

/** A link by itself, as the legend shows it. */
export function paintLink(kind: SceneEdge['kind'], points: readonly Point[]): string {
  const head = arrowheadOf(kind, points);
  return paintBundle({
    kind,
    classes: kindClass(kind),
    headLook: head.look,
    lines: [routeOf(shortened(points, head.covers))],
    heads: [head.path],
  });
}

/** Links of one element that look the same share a path, so that a stretch that they have in common is drawn once. */
interface Bundle {
  readonly kind: SceneEdge['kind'];
  readonly classes: string;
  readonly heads: string[];
  readonly lines: string[];
  readonly headLook: string;
}

export function paintLinks(scene: MeasuredScene, layout: Layout): PaintedLinks {
  const bundles: Bundle[] = [];
  const bundlesFrom = new Map<number, Bundle[]>();
  const signs: string[] = [];
  scene.edges.forEach((edge, at) => {
    const { label } = layout.routes[at]!;
    const points = ontoOutlines(edge, at, scene, layout);
    const head = headOf(edge, points, scene);
    const classes = classesOf(edge);
    const siblings = bundlesFrom.get(edge.from) ?? [];
    bundlesFrom.set(edge.from, siblings);
    const looksAlike = (one: Bundle) => one.kind === edge.kind && one.classes === classes && one.headLook === head.look;
    let bundle = siblings.find(looksAlike);
    if (bundle === undefined) {
      bundle = { kind: edge.kind, classes, headLook: head.look, lines: [], heads: [] };
      siblings.push(bundle);
      bundles.push(bundle);
    }
    bundle.lines.push(routeOf(shortened(points, head.covers)));
    bundle.heads.push(head.path);
    const drawn = paintLinkSigns(edge, points, label);
    if (drawn !== '') signs.push(classes === '' ? drawn : `<g class="${classes}">${drawn}</g>`);
  });
  const inOrder = bundles.sort((a, b) => rankOf(a.classes) - rankOf(b.classes));
  return { lines: inOrder.map(paintBundle).join('\n'), signs: signs.join('') };
}

/** A line that goes on through the diamond of a choice has its head at the alternatives only, as in the standard. */
function headOf({ kind, to }: SceneEdge, points: readonly Point[], { nodes }: MeasuredScene): Arrowhead {
  return nodes[to]!.shape === 'choice' ? noHead : arrowheadOf(kind, points);
}

/** What is faint or gone (0) lies below the rest (1), what stands out (2) above: bundles may share a stretch, too. */
export function linkRank(edge: SceneEdge): 0 | 1 | 2 {
  return rankOf(classesOf(edge));
}

function rankOf(classes: string): 0 | 1 | 2 {
  if (classes === '') return 1;
  return /\b(?:faint|removed)\b/.test(classes) ? 0 : /\b(?:point|added|moved|changed)\b/.test(classes) ? 2 : 1;
}

const lineLooks: Readonly<Record<SceneEdge['kind'], string>> = {
  supportedBy: 'link',
  inContextOf: 'link',
  uses: 'link',
  challenges: 'link',
  'challenges link': 'link',
  answeredBy: 'link answer',
  confidence: 'link confidence',
};

function paintBundle({ kind, classes, headLook, lines, heads }: Bundle): string {
  const head = headLook === 'none' ? '' : `<path class="${headLook}" d="${heads.join('')}"/>`;
  const line = `<path class="${lineLooks[kind]}" d="${lines.join('')}"/>${head}`;
  return classes === '' ? line : `<g class="${classes}">${line}</g>`;
}

function classesOf({ kind, change, pointedOut, faint }: SceneEdge): string {
  let names = kindClass(kind);
  if (change !== undefined) names += ` ${change}`;
  if (pointedOut) names += ' point';
  if (faint) names += ' faint';
  return names.trimStart();
}

function kindClass(kind: SceneEdge['kind']): string {
  return kind === 'challenges' || kind === 'challenges link' ? 'dialectic' : '';
}

/** A layout ends routes at the boxes of bodies; round and slanted outlines lie further in. */
function ontoOutlines(
  edge: SceneEdge,
  at: number,
  { nodes }: MeasuredScene,
  { boxes, routes }: Layout,
): readonly Point[] {
  const { points } = routes[at]!;
  const move = ({ x, y }: Point, node: number): Point => {
    const of = nodes[node]!;
    const box = boxes[node]!;
    const inside = ontoOutline(outlineKind(of), of.body, { x: x - box.x, y: y - box.y });
    return { x: inside.x + box.x, y: inside.y + box.y };
  };
  const last = points.at(-1)!;
  const end = edge.kind === 'challenges link' ? last : move(last, edge.to);
  return [move(points[0]!, edge.from), ...points.slice(1, -1), end];
}
