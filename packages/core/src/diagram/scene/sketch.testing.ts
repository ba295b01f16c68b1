import type { Case } from '../../case/index.js';
import { parse } from '../../language/index.js';
import type { Scene, SceneEdge, SceneNode } from '../types.js';

/** The case that a text states; the argument alone will do. */
export function caseOf(text: string, more: Readonly<Record<string, string>> = {}): Case {
  const whole = text.includes('surety: 1') ? text : `surety: 1\ncase: { id: tiny, title: Tiny }\n${text}`;
  const files = [{ path: 'case.yaml', text: whole }, ...Object.entries(more).map(([path, of]) => ({ path, text: of }))];
  const parsed = parse(files);
  if (parsed.case === null) throw new Error(parsed.diagnostics.map((one) => one.message).join('\n'));
  return parsed.case;
}

/** A scene in few words, a line for each node and each edge. */
export function sketch({ nodes, edges }: Scene): readonly string[] {
  return [...nodes.map(nodeWords), ...edges.map((edge) => edgeWords(edge, nodes, edges))];
}

function nodeWords(node: SceneNode): string {
  const { name, shape, away, marks, tags, claimPoints, hidden, change, doubt, pointedOut, faint } = node;
  const parts = [
    shape,
    away === undefined ? '' : `away in ${away}`,
    ...marks,
    ...tags.map(({ text, tone }) => `'${text}'${tone === 'plain' ? '' : ` ${tone}`}`),
    ...claimPoints,
    hidden === 0 ? '' : `hides ${hidden}`,
    change ?? '',
    doubt === undefined ? '' : `doubt ${doubt.text} ${doubt.tone}`,
    pointedOut ? 'pointed out' : '',
    faint ? 'faint' : '',
  ];
  return `${name === '' ? node.text : name}: ${parts.filter((part) => part !== '').join(', ')}`;
}

const arrows: Readonly<Record<SceneEdge['kind'], string>> = {
  supportedBy: '=>',
  inContextOf: '~>',
  challenges: 'x>',
  'challenges link': 'x>',
  answeredBy: 'a>',
  confidence: 'c>',
  uses: '->',
};

function edgeWords(edge: SceneEdge, nodes: readonly SceneNode[], edges: readonly SceneEdge[]): string {
  const { from, to, kind, link, multiplicity, optional, claimPoints, defeated, change, pointedOut, faint } = edge;
  const name = (at: number) => nodes[at]?.name || nodes[at]?.text;
  const on = link === undefined ? undefined : edges[link];
  const end = on === undefined ? name(to) : `(${name(on.from)} ${arrows[on.kind]} ${name(on.to)})`;
  const parts = [
    multiplicity ?? '',
    optional ? 'optional' : '',
    ...claimPoints,
    defeated ? 'defeated' : '',
    change ?? '',
    pointedOut ? 'pointed out' : '',
    faint ? 'faint' : '',
  ].filter((part) => part !== '');
  return `${name(from)} ${arrows[kind]} ${end}${parts.length === 0 ? '' : ` ${parts.join(', ')}`}`;
}
