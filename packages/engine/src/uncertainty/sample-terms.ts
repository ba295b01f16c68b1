import { exp, expm1, quantile, quantileFiller, tabledQuantiles } from '@surety/numerics';
import { distributionOf } from './families.js';
import { operations } from './operations.js';
import type { Term, Terms } from './terms.js';

/** A number that no trial changes, or one number per trial. */
export type Column = number | Float64Array;

/** Values of terms over the trials of one block, by term; of a term that nothing needs, `NaN`. */
export type Sampled = readonly Column[];

export interface TermSampler {
  /** Uncertain numbers that the wanted terms depend on: the terms, one dimension each. */
  readonly deviates: readonly number[];
  /** All terms, from one column of uniform numbers in (0, 1) per dimension. */
  run(uniforms: (dimension: number) => Float64Array, trials: number): Sampled;
  /** As `run` with another column in one dimension; what does not depend on it is taken over. */
  again(before: Sampled, dimension: number, uniform: Float64Array): Sampled;
}

const WORTH_TABLES = 100_000;

/**
 * Prepares the vectorised evaluation of terms. A column is computed operation by operation, so that each inner loop runs
 * over typed arrays; what no deviate reaches is computed once. The value in a trial depends on the uniform numbers of that
 * trial only.
 *
 * @param trials that will be drawn in all: from a hundred thousand on quantiles come from tables, to a relative 1e-9.
 */
export function termSampler(terms: Terms, wanted: readonly number[], trials = 0): TermSampler {
  const filler = trials >= WORTH_TABLES ? tabledQuantiles : quantileFiller;
  const needed = new Uint8Array(terms.length);
  for (const at of wanted) needed[at] = 1;
  for (let at = terms.length - 1; at >= 0; at--) {
    const term = terms[at];
    if (needed[at] === 1 && term.kind !== 'constant') for (const input of term.inputs) needed[input] = 1;
  }
  const deviates = terms.flatMap(({ kind }, at) => (kind === 'deviate' && needed[at] === 1 ? [at] : []));
  const dimensionOf = new Map(deviates.map((at, dimension) => [at, dimension]));
  const fillers = new Map<number, (u: Float64Array, out: Float64Array) => void>();

  const compute = (
    term: Term,
    at: number,
    values: readonly Column[],
    uniform: Float64Array | undefined,
    trials: number,
  ): Column => {
    if (term.kind === 'constant') return term.value;
    const inputs = term.inputs.map((input) => values[input]);
    if (term.kind === 'apply') return applied(term.operation, inputs, trials);
    const out = new Float64Array(trials);
    const u = uniform!;
    const constants = inputs.filter((input): input is number => typeof input === 'number');
    if (constants.length === inputs.length) {
      let fill = fillers.get(at);
      if (fill === undefined) {
        const distribution = distributionOf(term.family, constants);
        fill = typeof distribution === 'string' ? (_, to) => to.fill(Number.NaN) : filler(distribution);
        fillers.set(at, fill);
      }
      fill(u, out);
      return out;
    }
    const scratch = new Float64Array(inputs.length);
    for (let t = 0; t < trials; t++) {
      load(inputs, t, scratch);
      const distribution = distributionOf(term.family, scratch);
      out[t] = typeof distribution === 'string' ? Number.NaN : quantile(distribution, u[t]);
    }
    return out;
  };

  return {
    deviates,
    run: (uniforms, trials) => {
      const values: Column[] = new Array(terms.length).fill(Number.NaN);
      for (const [at, term] of terms.entries()) {
        if (needed[at] === 0) continue;
        const dimension = dimensionOf.get(at);
        values[at] = compute(term, at, values, dimension === undefined ? undefined : uniforms(dimension), trials);
      }
      return values;
    },
    again: (before, dimension, uniform) => {
      const values = [...before];
      const from = deviates[dimension];
      const changed = new Uint8Array(terms.length);
      for (let at = from; at < terms.length; at++) {
        const term = terms[at];
        if (needed[at] === 0 || term.kind === 'constant') continue;
        if (at !== from && !term.inputs.some((input) => changed[input] === 1)) continue;
        changed[at] = 1;
        if (at !== from && term.kind === 'deviate') throw new RangeError('a deviate depends on another one');
        values[at] = compute(term, at, values, uniform, uniform.length);
      }
      return values;
    },
  };
}

function load(inputs: readonly Column[], t: number, out: Float64Array): void {
  for (let i = 0; i < inputs.length; i++) {
    const input = inputs[i];
    out[i] = typeof input === 'number' ? input : input[t];
  }
}

/** Operations with a loop of their own: they make up nearly all of a model. */
function applied(operation: keyof typeof operations, inputs: readonly Column[], trials: number): Column {
  if (inputs.every((input) => typeof input === 'number')) return operations[operation].apply(inputs as number[]);
  switch (operation) {
    case 'mul':
      return folded(inputs, trials, multiplyInto);
    case 'add':
      return folded(inputs, trials, addInto);
    case 'sub':
      return folded(inputs, trials, subtractFrom);
    case 'exp': {
      const out = (inputs[0] as Float64Array).slice();
      for (let t = 0; t < trials; t++) out[t] = exp(out[t]);
      return out;
    }
    case 'exponential': {
      const [rate, time] = inputs;
      const out = new Float64Array(trials);
      for (let t = 0; t < trials; t++) {
        const r = typeof rate === 'number' ? rate : rate[t];
        const s = typeof time === 'number' ? time : time[t];
        out[t] = r >= 0 && s >= 0 ? -expm1(-r * s) : Number.NaN;
      }
      return out;
    }
    default: {
      const { apply } = operations[operation];
      const out = new Float64Array(trials);
      const scratch = new Float64Array(inputs.length);
      for (let t = 0; t < trials; t++) {
        load(inputs, t, scratch);
        out[t] = apply(scratch);
      }
      return out;
    }
  }
}

function folded(
  inputs: readonly Column[],
  trials: number,
  step: (out: Float64Array, by: Column) => void,
): Float64Array {
  const [first, ...rest] = inputs;
  const out = typeof first === 'number' ? new Float64Array(trials).fill(first) : first.slice();
  for (const input of rest) step(out, input);
  return out;
}

function multiplyInto(out: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] *= by;
  else for (let t = 0; t < out.length; t++) out[t] *= by[t];
}

function addInto(out: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] += by;
  else for (let t = 0; t < out.length; t++) out[t] += by[t];
}

function subtractFrom(out: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] -= by;
  else for (let t = 0; t < out.length; t++) out[t] -= by[t];
}
