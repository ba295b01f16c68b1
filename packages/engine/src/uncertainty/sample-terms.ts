import { type Drawer, exp, expm1, quantile, quantileFiller } from '@surety/numerics';
import { distributionOf } from './families.js';
import { operations } from './operations.js';
import type { Uniforms } from './points.js';
import { productsIn } from './products.js';
import type { Term, Terms } from './terms.js';

/** A number that no trial changes, or one number per trial. */
export type Column = number | Float64Array;

/** Values of terms over the trials of one block, by term; of a term that nothing needs, `NaN`. */
export type Sampled = readonly Column[];

export interface TermSampler {
  /** Uncertain numbers that the wanted terms depend on: the terms, one dimension each. */
  readonly deviates: readonly number[];
  /**
   * All terms, from one column of uniform numbers in (0, 1) per dimension, asked for in order and each done with before the
   * next. Of factors that are drawn with their product (see `productsIn`) there is no column: they are `NaN`. `room` has the place for the column of a term; by default a new one.
   */
  run(uniforms: Uniforms, trials: number, room?: (term: number) => Float64Array): Sampled;
  /**
   * As `run` with another column in one dimension; what does not depend on it is taken over. `before` is of a `run` without
   * streams: where products were drawn at once, their factors are not there.
   */
  again(before: Sampled, dimension: number, uniform: Float64Array): Sampled;
}

/**
 * Prepares the vectorised evaluation of terms. A column is computed operation by operation, so that each inner loop runs
 * over typed arrays; what no deviate reaches is computed once. The value in a trial depends on the uniform numbers of that
 * trial only.
 *
 * @param drawer of many trials: quantiles come from its tables.
 */
export function termSampler(terms: Terms, wanted: readonly number[], drawer?: Drawer): TermSampler {
  const filler = drawer === undefined ? quantileFiller : drawer.quantiles;
  const needed = new Uint8Array(terms.length);
  for (const at of wanted) needed[at] = 1;
  for (let at = terms.length - 1; at >= 0; at--) {
    const term = terms[at];
    if (needed[at] === 1 && term.kind !== 'constant') for (const input of term.inputs) needed[input] = 1;
  }
  const deviates = terms.flatMap(({ kind }, at) => (kind === 'deviate' && needed[at] === 1 ? [at] : []));
  const dimensionOf = new Map(deviates.map((at, dimension) => [at, dimension]));
  const products = drawer === undefined ? new Map<number, never>() : productsIn(terms, wanted);
  const inProduct = new Set([...products.keys()].flatMap((at) => (terms[at] as { inputs: readonly number[] }).inputs));
  const fillers = new Map<number, (u: Float64Array, out: Float64Array) => void>();

  const compute = (
    term: Term,
    at: number,
    values: readonly Column[],
    uniform: Float64Array | undefined,
    trials: number,
    room: (term: number) => Float64Array,
  ): Column => {
    if (term.kind === 'constant') return term.value;
    const inputs = term.inputs.map((input) => values[input]);
    if (term.kind === 'apply') return applied(term.operation, inputs, () => room(at));
    const out = room(at);
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
    run: (uniforms, trials, room = () => new Float64Array(trials)) => {
      const values: Column[] = new Array(terms.length).fill(Number.NaN);
      const { column, streamOf } = uniforms;
      for (const [at, term] of terms.entries()) {
        if (needed[at] === 0 || (streamOf !== undefined && inProduct.has(at))) continue;
        const factors = products.get(at);
        if (streamOf !== undefined && drawer !== undefined && factors !== undefined && term.kind === 'apply') {
          const out = room(at);
          drawer.products(
            term.inputs.map((input) => streamOf(dimensionOf.get(input)!)),
            factors,
            out,
          );
          values[at] = out;
          continue;
        }
        const dimension = dimensionOf.get(at);
        values[at] = compute(term, at, values, dimension === undefined ? undefined : column(dimension), trials, room);
      }
      return values;
    },
    again: (before, dimension, uniform) => {
      const values = [...before];
      const room = () => new Float64Array(uniform.length);
      const from = deviates[dimension];
      const changed = new Uint8Array(terms.length);
      for (let at = from; at < terms.length; at++) {
        const term = terms[at];
        if (needed[at] === 0 || term.kind === 'constant') continue;
        if (at !== from && !term.inputs.some((input) => changed[input] === 1)) continue;
        changed[at] = 1;
        if (at !== from && term.kind === 'deviate') throw new RangeError('a deviate depends on another one');
        values[at] = compute(term, at, values, uniform, uniform.length, room);
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
function applied(operation: keyof typeof operations, inputs: readonly Column[], room: () => Float64Array): Column {
  if (inputs.every((input) => typeof input === 'number')) return operations[operation].apply(inputs as number[]);
  const out = room();
  switch (operation) {
    case 'mul': {
      const [a, b, c] = inputs;
      // The commonest, in one pass.
      const three = inputs.length === 3 && typeof a !== 'number' && typeof b !== 'number' && typeof c !== 'number';
      if (!three) return folded(inputs, out, multiply);
      for (let t = 0; t < out.length; t++) out[t] = a[t] * b[t] * c[t];
      return out;
    }
    case 'add':
      return folded(inputs, out, add);
    case 'sub':
      return folded(inputs, out, subtract);
    case 'exp': {
      const of = inputs[0] as Float64Array;
      for (let t = 0; t < out.length; t++) out[t] = exp(of[t]);
      return out;
    }
    case 'exponential': {
      const [rate, time] = inputs;
      for (let t = 0; t < out.length; t++) {
        const r = typeof rate === 'number' ? rate : rate[t];
        const s = typeof time === 'number' ? time : time[t];
        out[t] = r >= 0 && s >= 0 ? -expm1(-r * s) : Number.NaN;
      }
      return out;
    }
    default: {
      const { apply } = operations[operation];
      const scratch = new Float64Array(inputs.length);
      for (let t = 0; t < out.length; t++) {
        load(inputs, t, scratch);
        out[t] = apply(scratch);
      }
      return out;
    }
  }
}

function folded(
  [first, ...rest]: readonly Column[],
  out: Float64Array,
  step: (out: Float64Array, of: Float64Array, by: Column) => void,
): Float64Array {
  let of = typeof first === 'number' ? out.fill(first) : first;
  for (const by of rest) {
    step(out, of, by);
    of = out;
  }
  if (of !== out) out.set(of);
  return out;
}

function multiply(out: Float64Array, of: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] = of[t] * by;
  else for (let t = 0; t < out.length; t++) out[t] = of[t] * by[t];
}

function add(out: Float64Array, of: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] = of[t] + by;
  else for (let t = 0; t < out.length; t++) out[t] = of[t] + by[t];
}

function subtract(out: Float64Array, of: Float64Array, by: Column): void {
  if (typeof by === 'number') for (let t = 0; t < out.length; t++) out[t] = of[t] - by;
  else for (let t = 0; t < out.length; t++) out[t] = of[t] - by[t];
}
