import type { Operand, Program } from './program.js';
import type { Segments } from './segments.js';

const I32 = 0x7f;
const V128 = 0x7b;
const load = [0xfd, 0x00];
const store = [0xfd, 0x0b];
const vector = [0xfd, 0x0c];
const add = [0xfd, 0xf0, 0x01];
const sub = [0xfd, 0xf1, 0x01];
const mul = [0xfd, 0xf2, 0x01];

/** A module of one function `f` of three addresses: where the inputs begin, where the results go, where the first input ends. */
export function moduleOf(
  { inputs, steps }: Program,
  { of, block }: Segments,
  blockStride: number,
): Uint8Array<ArrayBuffer> {
  // Locals 0, 1, 2: the parameters; 3 and 4: where it is in the inputs and in the results; then inputs and steps.
  const local = (value: number) => [0x20, ...unsigned(5 + value)];
  const keep = (value: number) => [0x21, ...unsigned(5 + value)];
  const constant = (value: number) => [...vector, ...double(value), ...double(value)];
  const body: number[] = [];
  const push = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) for (const byte of part) body.push(byte);
  };
  // What is not from this segment is loaded where it is used first, so that few values need a register at once.
  const here = new Set<number>();
  const value = (x: number) => {
    if (here.has(x)) {
      push(local(x));
      return;
    }
    here.add(x);
    const from = x - inputs.length;
    const [pointer, offset] = from < 0 ? [3, inputs[x]] : [4, block[from] * blockStride];
    push([0x20, pointer], load, [4, ...unsigned(offset)], [0x22, ...unsigned(5 + x)]);
  };
  const operand = ({ add: plus, by, x }: Operand) => {
    if (x === undefined) push(constant(plus));
    else if (plus === 0 && by === 1) value(x);
    else {
      push(constant(plus), constant(by));
      value(x);
      push(mul, add);
    }
  };
  for (const [at, step] of steps.entries()) {
    const own = inputs.length + at;
    if (at === 0 || of[at] !== of[at - 1]) {
      here.clear();
      push([0x20, 0, 0x21, 3, 0x20, 1, 0x21, 4, 0x03, 0x40]);
    }
    if (step.kind === 'mix') {
      push(constant(step.add), constant(step.by));
      value(step.x);
      push(mul, add, constant(step.byY));
      value(step.y);
      push(mul, add);
    } else {
      const { q, hi, lo } = step;
      const fixed = (of: Operand, to: number) => of.x === undefined && of.add === to;
      // Kept where the result will stand, since it is used twice.
      operand(q);
      push(keep(own));
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
    push(keep(own));
    here.add(own);
    if (block[at] >= 0) push([0x20, 4], local(own), store, [4, ...unsigned(block[at] * blockStride)]);
    if (at + 1 < steps.length && of[at + 1] === of[at]) continue;
    push([0x20, 4, 0x41, 16, 0x6a, 0x21, 4, 0x20, 3, 0x41, 16, 0x6a, 0x22, 3, 0x20, 2, 0x49, 0x0d, 0, 0x0b]);
  }
  push([0x0b]);
  const locals = [...unsigned(2), ...unsigned(2), I32, ...unsigned(inputs.length + steps.length), V128];
  const head = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 3, I32, I32, I32, 0]),
    ...section(2, [1, 1, 0x6d, 1, 0x6d, 2, 0, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1, 1, 0x66, 0, 0]),
  ];
  const entry = [1, ...unsigned(locals.length + body.length), ...locals];
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
