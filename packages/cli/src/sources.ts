import type { CaseLookup, DoubtValue, Opinion, Quantity, StatedDoubt } from '@surety/core/case';
import type { Assessment, LeafAssessment } from '@surety/core/doubt';
import { formatNumber, formatProbability } from './render/numbers.js';
import { listed } from './render/text.js';

/** One thing that a leaf's doubt comes from: what it is, and who said it, when and why. */
export interface Source {
  readonly kind: 'opinion' | 'evidence' | 'quantity';
  readonly text: string;
  readonly by?: string;
  readonly date?: string;
  readonly because?: string;
}

/** Everything that a leaf's doubt comes from, in the order of the text. */
export function sourcesOf(leaf: LeafAssessment, index: CaseLookup, assessment: Assessment): readonly Source[] {
  const stated = statedDoubt(leaf, index);
  return [
    ...(stated?.opinions ?? []).map(opinionSource),
    ...leaf.quantities.flatMap((name) => quantitySource(name, index, assessment) ?? []),
    ...leaf.evidence.flatMap((id) => evidenceSource(id, leaf, index, assessment) ?? []),
  ];
}

function statedDoubt({ element: id, kind }: LeafAssessment, index: CaseLookup): StatedDoubt | undefined {
  const element = index.element(id);
  if (kind === 'inference') return element?.inference;
  if (kind === 'element') return element?.doubt;
  const strength = kind === 'challenge' ? element?.challenge?.strength : undefined;
  return strength === 1 ? undefined : strength;
}

function opinionSource({ value, by, date, because }: Opinion): Source {
  return { kind: 'opinion', text: valueWords(value), ...present({ by, date, because }) };
}

function valueWords(value: DoubtValue): string {
  if (value.kind === 'number') return formatProbability(value.value);
  if (value.kind === 'quantity') return `quantity ${value.name}`;
  const { distribution } = value;
  return distributionWords(distribution);
}

function distributionWords(distribution: Extract<DoubtValue, { kind: 'distribution' }>['distribution']): string {
  switch (distribution.kind) {
    case 'beta':
      return `beta(${distribution.a}, ${distribution.b})`;
    case 'between':
      return `90 % between ${formatNumber(distribution.lo)} and ${formatNumber(distribution.hi)}`;
    case 'pert':
      return `pert(${formatNumber(distribution.min)}, ${formatNumber(distribution.mode)}, ${formatNumber(distribution.max)})`;
  }
}

function quantitySource(name: string, index: CaseLookup, { quantities }: Assessment): Source | undefined {
  const quantity = index.quantity(name);
  if (quantity === undefined) return undefined;
  const found = quantities.find((one) => one.name === name);
  const spread =
    found?.p5 === undefined || found.p95 === undefined || found.p5 === found.p95
      ? ''
      : ` (90 % between ${formatNumber(found.p5)} and ${formatNumber(found.p95)})`;
  const blocked = found === undefined || found.blockedBy.length === 0 ? '' : `, blocked by ${listed(found.blockedBy)}`;
  const mean = found?.mean === undefined ? blocked : `, mean ${formatNumber(found.mean)}${spread}`;
  const unit = quantity.unit === undefined ? '' : ` ${quantity.unit}`;
  const text = `${name} = ${definitionWords(quantity)}${mean}${unit}`;
  return { kind: 'quantity', text, ...present({ because: quantity.because }) };
}

function definitionWords({ definition }: Quantity): string {
  switch (definition.kind) {
    case 'number':
      return formatNumber(definition.value);
    case 'distribution':
      return distributionWords(definition.distribution);
    case 'evidence':
      return `posterior of evidence ${definition.evidence}`;
    case 'expression':
      return definition.text;
  }
}

function evidenceSource(
  id: string,
  leaf: LeafAssessment,
  index: CaseLookup,
  { evidence }: Assessment,
): Source | undefined {
  const stated = index.evidence(id);
  if (stated === undefined) return undefined;
  const found = evidence.find((one) => one.id === id);
  const element = index.element(leaf.element);
  const { requires } = element ?? {};
  const margin = requires === undefined || requires.margin === 1 ? '' : ` with margin ${formatNumber(requires.margin)}`;
  const required =
    requires === undefined || element?.evidence !== id
      ? ''
      : `required ${requires.result} ${requires.direction} ${formatNumber(requires.value)}${margin}`;
  const states = [...new Set((found?.states ?? []).map(({ state }) => state))].join(', ');
  const text = [`${id}: ${found?.counts ?? 'no result'}`, states, required].filter((part) => part !== '').join('; ');
  return { kind: 'evidence', text, ...present({ by: stated.by, date: stated.collected }) };
}

/** Without the keys that have no value. */
function present<T extends Record<string, string | undefined>>(values: T): { readonly [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    readonly [K in keyof T]?: string;
  };
}
