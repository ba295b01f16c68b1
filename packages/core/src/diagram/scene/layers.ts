import { type Case, type DoubtValue, type Element, formatProbability, type StatedDoubt } from '../../case/index.js';
import type { Assessed } from './assessed.js';

/** What a layer says of an element: one fact, several, or nothing. */
type Layer = (element: Element, assessed: Assessed, of: Case) => readonly string[];

const said = (label: string, value: string | undefined): readonly string[] =>
  value === undefined ? [] : [`${label}: ${value}`];

const layers: Readonly<Record<string, Layer>> = {
  owner: ({ owner }) => said('owner', owner),
  category: ({ category }) => said('category', category),
  subsystem: ({ subsystem }) => said('subsystem', subsystem),
  outcome: ({ outcome }) => said('outcome', outcome),
  block: ({ block }) => said('block', block),
  evidence: ({ id, evidence, requires }, assessed) => {
    if (evidence === undefined) return [];
    const states = assessed.evidenceStates(evidence);
    const counts = assessed.leaves(id).find((leaf) => leaf.counts !== undefined)?.counts;
    return [
      `evidence: ${evidence}`,
      ...(states.length === 0 ? [] : [`state: ${states.join(', ')}`]),
      ...(counts === undefined ? [] : [`counted: ${counts}`]),
      ...(requires === undefined ? [] : [`requires ${requires.result} ${requires.direction} ${requires.value}`]),
    ];
  },
  expires: ({ evidence }, _, of) => said('expires', of.evidence.find(({ id }) => id === evidence)?.expires),
  doubt: ({ doubt, challenge }) => {
    if (challenge !== undefined)
      return challenge.strength === 1 ? [] : [`strength: ${statedWords(challenge.strength)}`];
    return doubt === undefined ? [] : [`doubt: ${statedWords(doubt)}`];
  },
  inference: ({ inference, supportedBy }) => {
    if (inference !== undefined) return [`step: ${statedWords(inference)}`];
    return supportedBy.length === 0 ? [] : ['step: not assessed'];
  },
  indicator: ({ indicator }) => said('indicator', indicator),
  assumes: ({ assumes }) => assumes.map(({ subsystem, trust }) => `takes ${subsystem} as ${trust}`),
  holdsUntil: ({ holdsUntil }) => holdsUntil.map(({ axis, value }) => `holds until ${axis} ${value}`),
  raised: ({ challenge }) =>
    said('raised', [challenge?.raisedBy, challenge?.date].filter((part) => part !== undefined).join(', ') || undefined),
  pattern: ({ uses, instance }) => said('pattern', uses?.pattern ?? instance?.pattern),
  url: ({ url }) => said('url', url),
};

/** Names that the option `layers` takes for this case: those of Surety, and attributes that elements or modules carry. */
export function layerNames(of: Case): readonly string[] {
  const own = of.elements.flatMap((element) => Object.keys(element.layers));
  const modules = of.modules.flatMap((module) => Object.keys(module.information));
  return [...new Set([...Object.keys(layers), ...own, ...modules])];
}

/** Facts of an element in the layers that were asked for, in their order. */
export function layerFacts(
  names: readonly string[],
  element: Element,
  assessed: Assessed,
  of: Case,
): readonly string[] {
  return names.flatMap((name) => {
    const layer = Object.hasOwn(layers, name) ? layers[name] : undefined;
    const facts = layer?.(element, assessed, of) ?? [];
    return facts.length > 0
      ? facts
      : said(name, Object.hasOwn(element.layers, name) ? element.layers[name] : undefined);
  });
}

/** `0.02 by N. Okafor`; of several experts, each. */
function statedWords({ opinions }: StatedDoubt): string {
  return opinions.map(({ value, by }) => `${valueWords(value)}${by === undefined ? '' : ` by ${by}`}`).join('; ');
}

function valueWords(value: DoubtValue): string {
  if (value.kind === 'number') return formatProbability(value.value);
  if (value.kind === 'quantity') return value.name;
  const { distribution } = value;
  switch (distribution.kind) {
    case 'beta':
      return `beta(${distribution.a}, ${distribution.b})`;
    case 'between':
      return `${endInWords(distribution.lo)} to ${endInWords(distribution.hi)}`;
    case 'pert':
      return `pert(${distribution.min}, ${distribution.mode}, ${distribution.max})`;
  }
}

/** A range that is clipped to probabilities may be stated beyond them. */
function endInWords(value: number): string {
  return value >= 0 && value <= 1 ? formatProbability(value) : String(value);
}
