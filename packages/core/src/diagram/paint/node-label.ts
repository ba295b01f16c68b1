import { append } from '../append.js';
import { cleanText } from '../text/clean.js';
import type { MeasuredScene, SceneEdge, SceneNode } from '../types.js';
import { relationWords, shapeWords } from './words.js';

/** More neighbours than this are counted, not named. */
const mostNamed = 12;

type Labelled = Pick<MeasuredScene, 'edges'> & { readonly nodes: readonly SceneNode[] };

/** What is said of each node to someone who hears the picture: its kind, text and state, and what it is linked to. */
export function nodeLabels(scene: Labelled): readonly string[] {
  const labelOf = nodeLabeller(scene);
  return scene.nodes.map((_, at) => labelOf(at));
}

/** The same for single nodes, where few of many are drawn. */
export function nodeLabeller({ nodes, edges }: Labelled): (at: number) => string {
  const links = new Map<number, SceneEdge[]>();
  const challengers = new Map<number, string[]>();
  for (const edge of edges) {
    append(links, edge.from, edge);
    if (edge.kind === 'challenges') append(challengers, edge.to, nodes[edge.from]?.name ?? '');
  }
  const nameOf = (at: number): string => {
    const node = nodes[at];
    return node === undefined ? '' : node.name || node.text;
  };
  return (at) => {
    const node = nodes[at]!;
    const sentences = [titleOf(node), ...facts(node)];
    const grouped = new Map<SceneEdge['kind'], string[]>();
    for (const edge of links.get(at) ?? []) {
      const challenged = edge.link === undefined ? undefined : edges[edge.link];
      const target =
        challenged === undefined ? nameOf(edge.to) : `from ${nameOf(challenged.from)} to ${nameOf(challenged.to)}`;
      append(grouped, edge.kind, target + remarks(edge));
    }
    for (const [kind, names] of grouped) sentences.push(`${relationWords[kind]} ${listed(names)}`);
    const against = challengers.get(at);
    if (against !== undefined) sentences.push(`challenged by ${listed(against)}`);
    return `${sentences.map(capital).join('. ')}.`;
  };
}

function titleOf({ shape, name, text, away }: SceneNode): string {
  const title = [shapeWords[shape], name].filter((part) => part !== '').join(' ');
  const place = away === undefined ? '' : `, away, in module ${away}`;
  const said = cleanText(text).replace(/\.$/, '');
  return `${title}${place}${said === '' ? '' : `: ${said}`}`;
}

function facts(node: SceneNode): readonly string[] {
  const facts: string[] = [...node.marks];
  if (node.category !== undefined) facts.push(`category ${node.category}`);
  facts.push(...node.tags.map(({ text }) => text));
  if (node.doubt !== undefined) facts.push(`doubt ${node.doubt.text}`);
  if (node.claimPoints.length > 0) facts.push(`claim point ${listed(node.claimPoints)}`);
  if (node.pointedOut) facts.push('pointed out');
  if (node.change !== undefined) facts.push(node.change);
  if (node.hidden > 0) facts.push(`${node.hidden} hidden below`);
  return facts;
}

function remarks({ multiplicity, optional, defeated, claimPoints, change }: SceneEdge): string {
  const remarks = [
    ...(multiplicity === undefined ? [] : [multiplicity]),
    ...(optional ? ['optional'] : []),
    ...(defeated ? ['defeated'] : []),
    ...(claimPoints.length > 0 ? [`claim point ${listed(claimPoints)}`] : []),
    ...(change === undefined ? [] : [change]),
  ];
  return remarks.length === 0 ? '' : ` (${remarks.join(', ')})`;
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  if (more > 1) return `${names.slice(0, mostNamed).join(', ')} and ${more} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
