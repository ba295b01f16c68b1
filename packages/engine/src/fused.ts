/**
 * Straight-line arithmetic over columns as one WebAssembly loop, two trials at a time: every value of a trial stays in a
 * register, where a loop per node would go through memory each time. The operations and their order are those of `kernel.ts`,
 * WebAssembly's arithmetic is IEEE 754 without contraction, and so are the bits.
 */

/** `add + by · x`; the plain number `add` where there is no `x`. */
export interface Operand {
  readonly add: number;
  readonly by: number;
  /** A value by number: inputs first, then steps. */
  readonly x?: number;
}

/** `q·hi + (1 − q)·lo`, or of a plain q what `mix` does: `add + by·x + byY·y`. */
export type Step =
  | { readonly kind: 'decide'; readonly q: Operand; readonly hi: Operand; readonly lo: Operand }
  | {
      readonly kind: 'mix';
      readonly add: number;
      readonly by: number;
      readonly x: number;
      readonly byY: number;
      readonly y: number;
    };

export interface Program {
  /** Columns that are read. */
  readonly inputs: number;
  readonly steps: readonly Step[];
  /** Steps whose values are wanted. */
  readonly outputs: readonly number[];
}

export interface Fused {
  /** Where the block of an input is to be put. */
  readonly input: (at: number) => Float64Array;
  readonly run: (length: number) => void;
  /** Where the block of an output stands after `run`. */
  readonly output: (at: number) => Float64Array;
}

interface WasmMemory {
  readonly buffer: ArrayBuffer;
}
interface Wasm {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
  ) => {
    readonly exports: { readonly m: WasmMemory; readonly f: (end: number) => void };
  };
  readonly validate: (bytes: Uint8Array<ArrayBuffer>) => boolean;
}

/**
 * The program, made to run over blocks of an even number of trials; `null` where the platform has no WebAssembly with vectors,
 * or does not allow it (a page may forbid code that is made at run time).
 */
export function fuse(program: Program, block: number): Fused | null {
  const { WebAssembly } = globalThis as { readonly WebAssembly?: Wasm };
  if (WebAssembly === undefined) return null;
  const bytes = moduleOf(program, block);
  if (!WebAssembly.validate(bytes)) return null;
  let exports: InstanceType<Wasm['Instance']>['exports'];
  try {
    exports = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  } catch {
    // Forbidden, or no memory: the loops of the kernel do the same.
    return null;
  }
  const { m, f } = exports;
  const view = (at: number) => new Float64Array(m.buffer, at * strideOf(block), block);
  const views = Array.from({ length: program.inputs + program.outputs.length }, (_, at) => view(at));
  return {
    input: (at) => views[at] as Float64Array,
    run: (length) => f(8 * (length + (length % 2))),
    output: (at) => views[program.inputs + at] as Float64Array,
  };
}

/** Bytes from one block to the next: a line of the cache more, or all blocks would compete for the same few of its sets. */
function strideOf(block: number): number {
  return block * 8 + 64;
}

const I32 = 0x7f;
const V128 = 0x7b;
const load = [0xfd, 0x00];
const store = [0xfd, 0x0b];
const vector = [0xfd, 0x0c];
const add = [0xfd, 0xf0, 0x01];
const sub = [0xfd, 0xf1, 0x01];
const mul = [0xfd, 0xf2, 0x01];

function moduleOf({ inputs, steps, outputs }: Program, block: number): Uint8Array<ArrayBuffer> {
  // Local 0: the end in bytes; local 1: where it is; then inputs and steps.
  const local = (value: number) => [0x20, ...unsigned(2 + value)];
  const constant = (value: number) => [...vector, ...double(value), ...double(value)];
  const body: number[] = [];
  const address = (at: number) => [4, ...unsigned(at * strideOf(block))];
  const push = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) for (const byte of part) body.push(byte);
  };
  const operand = ({ add: plus, by, x }: Operand) => {
    if (x === undefined) push(constant(plus));
    else if (plus === 0 && by === 1) push(local(x));
    else push(constant(plus), constant(by), local(x), mul, add);
  };
  push([0x03, 0x40]);
  for (let i = 0; i < inputs; i++) push([0x20, 1], load, address(i), [0x21, ...unsigned(2 + i)]);
  for (const [at, step] of steps.entries()) {
    const own = inputs + at;
    if (step.kind === 'mix') {
      push(constant(step.add), constant(step.by), local(step.x), mul, add);
      push(constant(step.byY), local(step.y), mul, add);
    } else {
      const { q, hi, lo } = step;
      const fixed = (of: Operand, value: number) => of.x === undefined && of.add === value;
      // Kept where the result will stand, since it is used twice.
      operand(q);
      push([0x21, ...unsigned(2 + own)]);
      if (fixed(hi, 1)) push(local(own));
      else {
        push(local(own));
        operand(hi);
        push(mul);
      }
      if (!fixed(lo, 0)) {
        push(constant(1), local(own), sub);
        operand(lo);
        push(mul, add);
      }
    }
    push([0x21, ...unsigned(2 + own)]);
  }
  for (const [at, step] of outputs.entries()) push([0x20, 1], local(inputs + step), store, address(inputs + at));
  push([0x20, 1, 0x41, 16, 0x6a, 0x22, 1, 0x20, 0, 0x49, 0x0d, 0, 0x0b, 0x0b]);
  const locals = [...unsigned(2), ...unsigned(1), I32, ...unsigned(inputs + steps.length), V128];
  const size = locals.length + body.length;
  const pages = Math.ceil(((inputs + outputs.length) * strideOf(block)) / 65_536);
  const head = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, 1, 0x6d, 2, 0, 1, 0x66, 0, 0]),
  ];
  const entry = [1, ...unsigned(size), ...locals];
  const code = [10, ...unsigned(entry.length + body.length), ...entry];
  const bytes = new Uint8Array(head.length + code.length + body.length);
  bytes.set(head);
  bytes.set(code, head.length);
  bytes.set(body, head.length + code.length);
  return bytes;
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low | 128 : low);
  } while (left > 0);
  return bytes;
}

function double(value: number): number[] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return [...bytes];
}
