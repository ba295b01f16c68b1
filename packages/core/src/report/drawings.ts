import type { Element, ElementId, OutcomeId } from '../case/index.js';
import { layOut, measure, paint, type SceneOptions, sceneOf, viewerJson } from '../diagram/index.js';
import type { Assessment } from '../doubt/index.js';
import type { ReportInput } from './input.js';
import type { Anchor } from './line.js';

/** A picture of an argument, or of its upper part where it is large. */
export interface Drawing {
  readonly anchor: Anchor;
  readonly outcome?: OutcomeId;
  readonly isRiskCase: boolean;
  readonly svg: string;
  /** Elements that it shows, with their places in it. */
  readonly places: ReadonlyMap<ElementId, Anchor>;
  /** Elements that collapsed parts hide. */
  readonly hidden: number;
}

/** Nodes that can be taken in at once, and pictures that are drawn. */
const mostNodes = 120;
const mostDrawings = 12;
/** Levels that are tried. */
const deepest = 40;

/** The whole argument as data of the viewer in a page; `link` is absent where the page has no place for elements. */
export function viewerData({ case: of, assessment }: ReportInput, link: LinkTo | undefined): string {
  const scene = sceneOf(of, sceneOptions(assessment, link));
  return viewerJson(measure(scene), { caption: 'The whole argument', linkText: 'What the report says of it' });
}

/** Where a click on an element leads. */
export type LinkTo = (element: Element) => string;

function sceneOptions(assessment: Assessment, link: LinkTo | undefined): SceneOptions {
  return { assessment, doubts: assessment.quantified, link: link ?? (() => undefined) };
}

/** One picture for the argument of each outcome and of each risk case; of the whole case where it names no outcome. */
export function drawingsOf(input: ReportInput, link: LinkTo | undefined): readonly Drawing[] {
  const { case: of } = input;
  if (of.elements.length === 0) return [];
  const claims = of.outcomes.flatMap(({ id, claim }) => (claim === undefined ? [] : [id]));
  const wanted: readonly Wanted[] = [
    ...claims.map((outcome) => ({ outcome, isRiskCase: false, options: { outcome } })),
    ...of.riskCases
      .filter(({ claim }) => of.elements.some(({ id, supportedBy }) => id === claim && supportedBy.length > 0))
      .map(({ outcome }) => ({
        outcome,
        isRiskCase: true,
        options: { riskCase: outcome },
      })),
  ];
  const drawn = wanted.length === 0 ? [{ isRiskCase: false, options: {} }] : wanted;
  return drawn
    .slice(0, mostDrawings)
    .map((one, at) =>
      draw(
        input,
        { ...one, options: { ...one.options, ...sceneOptions(input.assessment, link) } },
        `diagram-${at + 1}`,
      ),
    );
}

interface Wanted {
  readonly outcome?: OutcomeId;
  readonly isRiskCase: boolean;
  readonly options: SceneOptions;
}

function draw({ case: of }: ReportInput, { outcome, isRiskCase, options }: Wanted, name: Anchor): Drawing {
  const whole = sceneOf(of, options);
  const folded =
    whole.nodes.length <= mostNodes ? whole : foldedTo(mostNodes, (depth) => sceneOf(of, { ...options, depth }));
  // Names of places that no id of a case can spoil.
  const scene = measure({ ...folded, nodes: folded.nodes.map((node, at) => ({ ...node, id: String(at) })) });
  const prefix = `${name}-`;
  return {
    anchor: name,
    ...(outcome === undefined ? {} : { outcome }),
    isRiskCase,
    // Within HTML the name space goes without saying.
    svg: paint(scene, layOut(scene), { style: 'none', idPrefix: prefix }).replace(
      ' xmlns="http://www.w3.org/2000/svg"',
      '',
    ),
    places: new Map(
      scene.nodes.flatMap(({ id, element }) => (element === undefined ? [] : [[element, `${prefix}n-${id}`] as const])),
    ),
    hidden: whole.nodes.length - folded.nodes.length,
  };
}

/** The deepest of the scenes that has no more nodes than that; the shallowest where all have more. */
function foldedTo<T extends { readonly nodes: readonly unknown[] }>(most: number, sceneTo: (depth: number) => T): T {
  let best = sceneTo(1);
  for (let depth = 2; depth <= deepest; depth++) {
    const scene = sceneTo(depth);
    if (scene.nodes.length > most) return best;
    best = scene;
  }
  return best;
}
