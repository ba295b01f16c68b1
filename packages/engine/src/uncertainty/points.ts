import { type Drawer, type StreamKeys, sobolColumn, stream } from '@surety/numerics';

/** How the trials fill the space: scrambled Sobol points (Owen 1995), a Latin hypercube (McKay, Beckman & Conover 1979), or neither. */
export type SamplingMethod = 'sobol' | 'latin-hypercube' | 'monte-carlo';

/** `replicates` independent sets of `points` trials; what is drawn follows from this alone. */
export interface SamplingPlan {
  readonly method: SamplingMethod;
  readonly seed: number | string;
  readonly points: number;
  readonly replicates: number;
}

const leastReplicates = 16;
/** Trials of one set, so that the columns of some hundred uncertain numbers stay within some ten megabytes. */
const mostPoints = 16_384;

/**
 * A plan of at least so many trials: sixteen sets or more, whose spread tells the error of a mean. Sobol points come in
 * powers of two.
 *
 * @throws RangeError unless `trials` is a whole number from 1 up.
 */
export function samplingPlan(trials: number, method: SamplingMethod, seed: number | string): SamplingPlan {
  if (!Number.isInteger(trials) || trials < 1) throw new RangeError(`trials must be a positive integer, not ${trials}`);
  const replicates = Math.max(leastReplicates, Math.ceil(trials / mostPoints));
  const each = Math.ceil(trials / replicates);
  if (method !== 'sobol') return { method, seed, points: each, replicates };
  const points = 2 ** Math.ceil(Math.log2(each));
  return { method, seed, points, replicates: Math.max(leastReplicates, Math.ceil(trials / points)) };
}

/** One coordinate of the points of one replicate, in (0, 1). */
export function uniformColumn(plan: SamplingPlan, dimension: number, replicate: number): Float64Array {
  const { method, seed, points } = plan;
  if (method === 'sobol') return sobolColumn({ seed, dimension, randomisation: replicate, points });
  const random = stream(...keysOf(plan, dimension, replicate));
  const column = new Float64Array(points);
  if (method === 'monte-carlo') {
    for (let i = 0; i < points; i++) column[i] = random.next();
    return column;
  }
  // One value in each of equally wide cells, in random order (Fisher & Yates).
  for (let i = 0; i < points; i++) column[i] = i;
  for (let i = points - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const other = column[i];
    column[i] = column[j];
    column[j] = other;
  }
  for (let i = 0; i < points; i++) column[i] = Math.min((column[i] + random.next()) / points, 1 - 2 ** -53);
  return column;
}

/** Dimensions that are drawn at a time where they are drawn side by side. */
const TOGETHER = 4;

/** Columns of uniform numbers by dimension, and where each is a stream of its own, its keys. */
export interface Uniforms {
  column(dimension: number): Float64Array;
  streamOf?(dimension: number): StreamKeys;
}

/**
 * `uniformColumn` for the dimensions of a replicate in order. A column may be written again when a later one is asked for
 * that is not among the next three.
 */
export function uniformSource(
  plan: SamplingPlan,
  dimensions: number,
  drawer: Drawer | undefined,
): (replicate: number) => Uniforms {
  if (drawer === undefined || plan.method !== 'monte-carlo') {
    return (replicate) => ({ column: (dimension) => uniformColumn(plan, dimension, replicate) });
  }
  const columns = Array.from({ length: TOGETHER }, () => new Float64Array(plan.points));
  return (replicate) => {
    let from = -TOGETHER;
    const column = (dimension: number): Float64Array => {
      if (!(dimension >= from && dimension < from + TOGETHER)) {
        from = dimension;
        const some = Math.min(TOGETHER, dimensions - from);
        const keys = Array.from({ length: some }, (_, i): StreamKeys => keysOf(plan, from + i, replicate));
        drawer.uniforms(keys, columns.slice(0, some));
      }
      return columns[dimension - from];
    };
    return { column, streamOf: (dimension) => keysOf(plan, dimension, replicate) };
  };
}

function keysOf({ seed, method }: SamplingPlan, dimension: number, replicate: number): StreamKeys {
  return [seed, method, dimension, replicate];
}
