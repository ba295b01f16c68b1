import type { Category } from '../../case/index.js';
import type { Change, LegendEntry, Mark, SceneEdge, SceneNode } from '../types.js';
import { nodeId } from './graph.js';

const categories: readonly Category[] = ['inability', 'control', 'trustworthiness', 'deference'];
const marks: Readonly<Record<Mark, string>> = {
  undeveloped: 'undeveloped: nothing supports it yet',
  uninstantiated: 'uninstantiated: a placeholder is to be filled in',
  'to be supported by contract': 'to be supported by a contract between modules',
  public: 'public: other modules may cite it',
  defeated: 'defeated: a challenge to it stands',
};
const changes: Readonly<Record<Change, string>> = {
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  changed: 'changed',
};

type LinkKind = Extract<LegendEntry['sign'], { readonly kind: 'link' }>['link'];
const links: Readonly<Record<LinkKind, string>> = {
  supportedBy: 'is supported by',
  inContextOf: 'in the context of',
  uses: 'rests on',
  challenges: 'challenges an element or a link',
  answeredBy: 'is answered by',
  confidence: 'has its confidence argued by',
};

/** What the signs, lines and colours in use mean, and no others. */
export function legendOf(
  nodes: readonly SceneNode[],
  edges: readonly SceneEdge[],
  pointedOut: string | undefined,
): readonly LegendEntry[] {
  const usedCategories = new Set(nodes.map(({ category }) => category));
  const usedMarks = new Set(nodes.flatMap((node) => node.marks));
  if (edges.some(({ defeated }) => defeated)) usedMarks.add('defeated');
  const usedChanges = new Set([...nodes, ...edges].map(({ change }) => change));
  const hasPoints = [...nodes, ...edges].some(({ claimPoints }) => claimPoints.length > 0);
  const usedLinks = new Set(edges.map(({ kind }): LinkKind => (kind === 'challenges link' ? 'challenges' : kind)));
  const faint = faintWords(nodes);
  const entries: (LegendEntry | false)[] = [
    ...keysOf(links).map(
      (link) => usedLinks.has(link) && ({ sign: { kind: 'link', link }, text: links[link] } as const),
    ),
    edges.some(({ multiplicity }) => multiplicity !== undefined) && {
      sign: { kind: 'multiplicity' },
      text: 'one for each of what is named',
    },
    edges.some(({ optional }) => optional) && { sign: { kind: 'optional' }, text: 'optional: may be left out' },
    nodes.some(({ shape }) => shape === 'choice') && {
      sign: { kind: 'choice' },
      text: 'choice: so many of the ways below are kept',
    },
    nodes.some(({ away }) => away !== undefined) && {
      sign: { kind: 'away' },
      text: 'away: stands in the module that is named',
    },
    ...categories.map(
      (category) => usedCategories.has(category) && ({ sign: { kind: 'category', category }, text: category } as const),
    ),
    ...keysOf(marks).map(
      (mark) => usedMarks.has(mark) && ({ sign: { kind: 'mark', mark }, text: marks[mark] } as const),
    ),
    ...keysOf(changes).map(
      (change) => usedChanges.has(change) && ({ sign: { kind: 'change', change }, text: changes[change] } as const),
    ),
    nodes.some(({ doubt }) => doubt !== undefined) && {
      sign: { kind: 'doubt' },
      text: 'doubt: probability that it fails in the window; the bar runs from 1e-6 to 1',
    },
    pointedOut !== undefined && { sign: { kind: 'pointed out' }, text: pointedOut },
    hasPoints && { sign: { kind: 'claim point' }, text: 'assurance claim point: a confidence argument bears on it' },
    nodes.some(({ hidden }) => hidden > 0) && {
      sign: { kind: 'collapsed' },
      text: 'elements below that are not drawn',
    },
    faint.length > 0 && { sign: { kind: 'faint' }, text: faint.join(', or ') },
  ];
  return entries.filter((entry) => entry !== false);
}

/** Why nodes are drawn faintly. */
function faintWords(nodes: readonly SceneNode[]): readonly string[] {
  const reasons = nodes.filter((node) => node.faint).map(({ id }) => id.startsWith(nodeId.missing('')));
  return [...(reasons.includes(false) ? ['masked'] : []), ...(reasons.includes(true) ? ['named and not there'] : [])];
}

function keysOf<Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(record) as Key[];
}
