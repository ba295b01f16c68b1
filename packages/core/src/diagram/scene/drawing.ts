import { type Case, type Element, type ElementId, linkKey, type Module, type OutcomeId } from '../../case/index.js';
import { append } from '../append.js';
import type { Assessed } from './assessed.js';
import type { Graph } from './graph.js';
import { moduleOf } from './modules-of.js';
import type { SceneOptions } from './options.js';
import { moduleIn, patternIn } from './view.js';

/** What nodes and edges are made from: the graph of a view, and what is known of its parts. */
export interface Drawing {
  readonly case: Case;
  readonly options: SceneOptions;
  readonly graph: Graph;
  readonly assessed: Assessed;
  readonly modules: ReadonlyMap<string, Module>;
  /** The module that is drawn. */
  readonly module?: string;
  /** Parameters of the pattern that is drawn. */
  readonly parameters: readonly string[];
  /** Elements of the module that others cite. */
  readonly citedElsewhere: ReadonlySet<ElementId>;
  /** Challenges to elements (not to links), by what they are against. */
  readonly challengers: ReadonlyMap<ElementId, readonly Element[]>;
  /** Top claims of risk cases, with their outcomes. */
  readonly riskClaims: ReadonlyMap<ElementId, OutcomeId>;
  readonly masked: ReadonlySet<string>;
  /** Links, by `linkKey`, that an accepted challenge is against. */
  readonly defeatedLinks: ReadonlySet<string>;
  /** Names of claim points on links, by `linkKey` either way round. */
  readonly pointsOnLinks: ReadonlyMap<string, readonly string[]>;
}

export function drawingOf(of: Case, graph: Graph, assessed: Assessed, options: SceneOptions): Drawing {
  const module = moduleIn(options.view);
  const pattern = patternIn(options.view);
  const drawn = of.patterns.find(({ id }) => id === pattern);
  const parameters = Object.keys(drawn?.parameters ?? {});
  // Of all elements: a masked module may hold the challenge to one that is drawn.
  const elements = pattern === undefined ? of.elements : (drawn?.elements ?? []);
  const challengers = new Map<ElementId, Element[]>();
  const defeatedLinks = new Set<string>();
  const pointsOnLinks = new Map<string, string[]>();
  for (const element of elements) {
    const { target, status } = element.challenge ?? {};
    if (target?.kind === 'element') append(challengers, target.element, element);
    if (target?.kind === 'link' && status === 'accepted') defeatedLinks.add(linkKey(target.from, target.to));
    for (const { name, at } of element.claimPoints) {
      for (const neighbour of at) {
        for (const key of [linkKey(element.id, neighbour), linkKey(neighbour, element.id)]) {
          append(pointsOnLinks, key, name);
        }
      }
    }
  }
  return {
    case: of,
    options,
    graph,
    assessed,
    modules: new Map(of.modules.map((one) => [one.name, one])),
    ...(module === undefined ? {} : { module }),
    parameters,
    citedElsewhere: module === undefined ? new Set() : citedElsewhere(of, module),
    challengers,
    riskClaims: new Map(pattern === undefined ? of.riskCases.map(({ claim, outcome }) => [claim, outcome]) : []),
    masked: new Set(options.mask),
    defeatedLinks,
    pointsOnLinks,
  };
}

function citedElsewhere(of: Case, module: string): ReadonlySet<ElementId> {
  const cited = new Set<ElementId>();
  for (const element of of.elements) {
    const from = moduleOf(of, element);
    for (const { to, developedBy } of [...element.supportedBy, ...element.inContextOf]) {
      if ((developedBy ?? from) !== module) cited.add(to);
    }
    const { answeredBy } = element.challenge ?? {};
    if (answeredBy !== undefined && from !== module) cited.add(answeredBy);
  }
  return cited;
}

/** A name as it is read inside of a module: without the module that the reader knows, or sees beside it. */
export function shortName(name: string, module: string | undefined): string {
  const suffix = `@${module}`;
  return module !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}
