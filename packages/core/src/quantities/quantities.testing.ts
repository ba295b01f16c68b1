import { sobolColumn } from '@surety/numerics';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type {
  AppliedCounting,
  Case,
  Counts,
  DoubtValue,
  Element,
  Measure,
  Measures,
  Quantity,
  StatedDoubt,
} from '../case/index.js';
import { type SampledQuantities, sampleQuantities } from './sample-quantities.js';

const file = 'case.yaml';

/** A quantity as a test writes it: a number, an expression, or its parts. */
export type QuantityText =
  | number
  | string
  | (Partial<Quantity> & Pick<Quantity, 'definition'>)
  | { expression: string; unit: string };

/** A case that holds nothing but what a test is about. */
export function caseOf(quantities: Readonly<Record<string, QuantityText>>, more: Partial<Case> = {}): Case {
  return bareCase({ quantities: Object.entries(quantities).map(([name, text]) => quantityOf(name, text)), ...more });
}

function quantityOf(name: string, text: QuantityText): Quantity {
  const origin = { file, path: ['quantities', name] };
  if (typeof text === 'number') return { name, origin, definition: { kind: 'number', value: text } };
  if (typeof text === 'string') return { name, origin, definition: { kind: 'expression', text, origin } };
  if ('definition' in text) return { name, origin, ...text };
  const at = { file, path: [...origin.path, 'expression'] };
  return { name, origin, unit: text.unit, definition: { kind: 'expression', text: text.expression, origin: at } };
}

export const between = (lo: number, hi: number, unit?: string): QuantityText => ({
  ...(unit === undefined ? {} : { unit }),
  definition: { kind: 'distribution', distribution: { kind: 'between', lo, hi } },
});

export const beta = (a: number, b: number, unit?: string): QuantityText => ({
  ...(unit === undefined ? {} : { unit }),
  definition: { kind: 'distribution', distribution: { kind: 'beta', a, b } },
});

export const pert = (min: number, mode: number, max: number): QuantityText => ({
  definition: { kind: 'distribution', distribution: { kind: 'pert', min, mode, max } },
});

export const evidence = (id: string, unit?: string): QuantityText => ({
  ...(unit === undefined ? {} : { unit }),
  definition: { kind: 'evidence', evidence: id },
});

/** A measure with these results; the policies only tell them apart. */
export function measure(...counts: readonly Counts[]): Measure {
  const policies: readonly AppliedCounting[] = ['exclude', 'count as success', 'count as failure'];
  const results = counts.map((each, i) => ({
    policy: { errors: policies[i % 3]!, invalid: policies[Math.floor(i / 3) % 3]!, limits: 'exclude' } as const,
    counts: each,
  }));
  return { state: { kind: 'fresh' }, digests: [], reader: 'test 1', models: [], results, notes: [] };
}

export const binomial = (events: number, trials: number): Counts => ({ kind: 'binomial', events, trials });

export const randomisations = 16;
export const points = 1024;

/** The whole column of a dimension, as the assessment makes it. */
export function uniform(dimension: number): Float64Array {
  const column = new Float64Array(randomisations * points);
  for (let i = 0; i < randomisations; i++) {
    column.set(sobolColumn({ seed: 1, dimension, randomisation: i, points }), i * points);
  }
  return column;
}

/** The quantities over the usual trials, everything being usable. */
export function sample(of: Case, measures: Measures = {}, usable = (_: string) => true): SampledQuantities {
  return sampleQuantities(of, measures, { usable, uniform, trials: randomisations * points });
}

export function stated(...values: readonly DoubtValue[]): StatedDoubt {
  const origin = { file, path: ['argument', 'G1', 'doubt'] };
  return { opinions: values.map((value, i) => ({ value, origin: { file, path: [...origin.path, i] } })), origin };
}

/** A goal that states a doubt. */
export function goal(id: string, more: Partial<Element>): Element {
  return bareElement(id, 'goal', more);
}
