import { type Distribution, quantileFiller } from '../distribution/index.js';
import {
  type MachineCode,
  machineCode,
  machineFunctions,
  machineMemory,
  machineModule,
  PAGE,
} from '../machine/index.js';
import { stream, streamState } from '../random-stream.js';
import { isSmooth } from './is-smooth.js';
import { productCode } from './product-code.js';
import { type QuantileCells, quantileCells, TABLE_NUMBERS } from './quantile-cells.js';
import { quantileCode } from './quantile-code.js';
import { STREAMS, uniformCode } from './uniform-code.js';

/** Seed and keys of a stream, as `stream` takes them. */
export type StreamKeys = readonly [seed: number | string, ...keys: readonly (number | string)[]];

/** Draws many numbers: in machine code where the platform allows, and the same bits where it does not. */
export interface Drawer {
  /** Fills each column with the first numbers of its stream, as `stream(...).next()` gives them. All are of one length. */
  uniforms(streams: readonly StreamKeys[], columns: readonly Float64Array[]): void;
  /**
   * As `quantileFiller`, for so many draws that a table of polynomials is worth its making (0.1 MB): some nanoseconds a draw
   * for normal, lognormal, beta, PERT and gamma distributions of moderate shape. To a relative 1e-11 of what `quantileFiller`
   * gives (of the standard deviation where a normal is near 0, of the width of a PERT); what is not smooth, or cheap as
   * it is, is drawn as by `quantileFiller`. Draw i depends on `u[i]` only.
   */
  quantiles(d: Distribution): (u: Float64Array, out: Float64Array) => void;
  /**
   * Fills a column with products of independent draws, four factors at most, each from a stream and a distribution of its
   * own that is smooth: the bits of `uniforms`, `quantiles` and multiplying from the first to the last, without their columns.
   */
  products(streams: readonly StreamKeys[], of: readonly Distribution[], out: Float64Array): void;
}

/** Numbers drawn at a time, so that they stay in the processor's cache. */
const BLOCK = 1024;
const STRIDE = BLOCK * 8 + 64;
const STATE_NUMBERS = 2 * STREAMS;
const COLUMNS_AT = 8 * STATE_NUMBERS;
const DRAWS_AT = COLUMNS_AT + STREAMS * STRIDE;
const TABLES_AT = DRAWS_AT + STRIDE;
const TABLE_BYTES = Math.ceil((TABLE_NUMBERS * 8) / 64) * 64;

let made: MachineCode | null | undefined;

/** Products of two, three and four factors. */
const FUSED = ['2', '3', '4'];

/** The code of all functions, made once: it becomes faster as it is used. */
function codeOfDraws(): MachineCode | null {
  if (made === undefined)
    made = machineCode(
      machineModule([
        ...[uniformCode(STRIDE), quantileCode('q'), quantileCode('m', true)],
        ...FUSED.map((name, at) => productCode(name, at + 2)),
      ]),
    );
  return made;
}

/** Tables that are kept for the next who asks, 0.1 MB each: making one takes as long as some hundred thousand draws. */
const MOST_KEPT = 64;

let kept: Drawer | undefined;

/**
 * Tables of quantiles stay as they are and are shared: what was drawn from one before does not show in a draw.
 *
 * @param machine whether machine code is used where it can be.
 */
export function drawer(machine = true): Drawer {
  if (!machine) return plainDrawer();
  if (kept !== undefined) return kept;
  const next = machineDrawer(() => {
    // Whoever has it goes on with it, in its own memory, and that is let go of with them.
    if (kept === next) kept = undefined;
  });
  kept = next;
  return next ?? plainDrawer();
}

/** @param full called when more tables are made than are kept. */
function machineDrawer(full: () => void): Drawer | undefined {
  const wanted = codeOfDraws();
  const memory = wanted === null ? null : machineMemory(TABLES_AT);
  const code = wanted === null || memory === null ? null : machineFunctions(wanted, memory);
  if (memory === null || code === null) return undefined;

  const tables = new Map<string, Table>();
  let numbers = new Float64Array(memory.buffer);
  const column = (at: number, length: number) => numbers.subarray(at / 8, at / 8 + length);
  const addTable = (): number => {
    const at = TABLES_AT + TABLE_BYTES * tables.size;
    const missing = at + TABLE_BYTES - memory.buffer.byteLength;
    if (missing > 0) {
      // Twice as much, so that many tables do not mean many copies.
      memory.grow(Math.max(Math.ceil(missing / PAGE), Math.ceil(memory.buffer.byteLength / PAGE)));
      numbers = new Float64Array(memory.buffer);
    }
    return at;
  };
  const tableOf = (d: Distribution): Table => {
    const name = JSON.stringify(d);
    const before = tables.get(name);
    if (before !== undefined) return before;
    const at = addTable();
    const cells = quantileCells(oneByOne(quantileFiller(d)), () => column(at, TABLE_NUMBERS));
    const table = { at, cells };
    tables.set(name, table);
    if (tables.size > MOST_KEPT) full();
    return table;
  };
  const load = (streams: readonly StreamKeys[]): void => {
    const state = new Uint32Array(memory.buffer, 0, 4 * STREAMS);
    for (const [i, keys] of streams.entries()) {
      for (const [word, value] of streamState(...keys).entries()) state[STREAMS * word + i] = value;
    }
  };

  return {
    uniforms: (streams, columns) => {
      for (let first = 0; first < streams.length; first += STREAMS) {
        const some = columns.slice(first, first + STREAMS);
        load(streams.slice(first, first + STREAMS));
        const { length } = some[0];
        for (let from = 0; from < length; from += BLOCK) {
          const count = Math.min(BLOCK, length - from);
          code.u(0, COLUMNS_AT, COLUMNS_AT + 8 * count);
          for (let i = 0; i < some.length; i++) some[i].set(column(COLUMNS_AT + i * STRIDE, count), from);
        }
      }
    },
    quantiles: (d) => {
      if (!isSmooth(d)) return quantileFiller(d);
      const { at, cells } = tableOf(d);
      return (u, out) => {
        for (let from = 0; from < u.length; from += BLOCK) {
          const count = Math.min(BLOCK, u.length - from);
          column(COLUMNS_AT, count).set(u.subarray(from, from + count));
          // What stands behind an odd column is no uniform number.
          if (count % 2 === 1) numbers[COLUMNS_AT / 8 + count] = 0.5;
          const sum = code.q(COLUMNS_AT, DRAWS_AT, COLUMNS_AT + 8 * count, at);
          const draws = column(DRAWS_AT, count);
          if (Number.isNaN(sum)) {
            for (let i = 0; i < count; i++) if (Number.isNaN(draws[i])) draws[i] = cells.at(u[from + i]);
          }
          out.set(draws, from);
        }
      };
    },
    products: (streams, of, out) => {
      checkFactors(of);
      const factors = of.map(tableOf);
      const fused = code[FUSED[factors.length - 2]];
      const tablesAt = factors.map(({ at }) => at);
      load(streams);
      for (let from = 0; from < out.length; from += BLOCK) {
        const count = Math.min(BLOCK, out.length - from);
        const state = numbers.slice(0, STATE_NUMBERS);
        const sum = fused(0, DRAWS_AT, DRAWS_AT + 8 * count, ...tablesAt);
        if (Number.isNaN(sum)) {
          // Some cells were not filled: the same uniform numbers again, for all to see.
          numbers.set(state);
          stepByStep(factors, count);
        }
        out.set(column(DRAWS_AT, count), from);
      }
    },
  };

  /** Products of the next numbers of the streams, one factor after the other; cells that are missing are filled. */
  function stepByStep(factors: readonly Table[], count: number): void {
    code!.u(0, COLUMNS_AT, COLUMNS_AT + 8 * count);
    for (const [i, { at }] of factors.entries()) {
      const uniforms = COLUMNS_AT + i * STRIDE;
      if (count % 2 === 1) numbers[uniforms / 8 + count] = 0.5;
      (i === 0 ? code!.q : code!.m)(uniforms, DRAWS_AT, uniforms + 8 * count, at);
    }
    const draws = column(DRAWS_AT, count);
    for (let t = 0; t < count; t++) {
      if (!Number.isNaN(draws[t])) continue;
      draws[t] = factors.reduce(
        (product, { cells }, i) => product * cells.at(numbers[(COLUMNS_AT + i * STRIDE) / 8 + t]),
        1,
      );
    }
  }
}

/** Where the polynomials of a distribution lie, and what fills them. */
interface Table {
  readonly at: number;
  readonly cells: QuantileCells;
}

function plainCells(d: Distribution): QuantileCells {
  const table = new Float64Array(TABLE_NUMBERS);
  return quantileCells(oneByOne(quantileFiller(d)), () => table);
}

function checkFactors(of: readonly Distribution[]): void {
  if (of.length < 2 || of.length > STREAMS || !of.every(isSmooth))
    throw new RangeError(`products are of two to ${STREAMS} smooth distributions`);
}

function plainDrawer(): Drawer {
  const made = new Map<string, QuantileCells>();
  const cellsOf = (d: Distribution): QuantileCells => {
    const name = JSON.stringify(d);
    const cells = made.get(name) ?? plainCells(d);
    made.set(name, cells);
    return cells;
  };
  return {
    products: (streams, of, out) => {
      checkFactors(of);
      out.fill(1);
      for (const [i, d] of of.entries()) {
        const random = stream(...streams[i]);
        const cells = cellsOf(d);
        for (let t = 0; t < out.length; t++) out[t] *= cells.at(random.next());
      }
    },
    uniforms: (streams, columns) => {
      for (const [at, keys] of streams.entries()) {
        const random = stream(...keys);
        const column = columns[at];
        for (let i = 0; i < column.length; i++) column[i] = random.next();
      }
    },
    quantiles: (d) => {
      if (!isSmooth(d)) return quantileFiller(d);
      const cells = cellsOf(d);
      return (u, out) => {
        for (let i = 0; i < u.length; i++) out[i] = cells.at(u[i]);
      };
    },
  };
}

function oneByOne(fill: (u: Float64Array, out: Float64Array) => void): (u: number) => number {
  const one = new Float64Array(1);
  return (u) => {
    one[0] = u;
    fill(one, one);
    return one[0];
  };
}
