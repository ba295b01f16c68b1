import { again, end, f64x2, get, I32, i32, loop, machineModule, set, tee, V128 } from '@surety/numerics/machine';
import type { Operand, Program } from './program.js';
import type { Segments } from './segments.js';

/** A module of one function `f` of three addresses: where the inputs begin, where the results go, where the first input ends. */
export function moduleOf(
  { inputs, steps }: Program,
  { of, block }: Segments,
  blockStride: number,
): Uint8Array<ArrayBuffer> {
  const [inputsAt, resultsAt, until, reads, writes] = [0, 1, 2, 3, 4];
  const local = (value: number) => 5 + value;
  const body: number[] = [];
  const put = (...parts: readonly (readonly number[])[]) => {
    for (const part of parts) for (const byte of part) body.push(byte);
  };
  // What is not from this segment is loaded where it is used first, so that few values need a register at once.
  const here = new Set<number>();
  const value = (x: number) => {
    if (here.has(x)) {
      put(get(local(x)));
      return;
    }
    here.add(x);
    const from = x - inputs.length;
    if (from < 0) put(get(reads), f64x2.load(inputs[x]), tee(local(x)));
    else put(get(writes), f64x2.load(block[from] * blockStride), tee(local(x)));
  };
  const operand = ({ add: plus, by, x }: Operand) => {
    if (x === undefined) put(f64x2.of(plus));
    else if (plus === 0 && by === 1) value(x);
    else {
      put(f64x2.of(plus), f64x2.of(by));
      value(x);
      put(f64x2.mul, f64x2.add);
    }
  };
  for (const [at, step] of steps.entries()) {
    const own = inputs.length + at;
    if (at === 0 || of[at] !== of[at - 1]) {
      here.clear();
      put(get(inputsAt), set(reads), get(resultsAt), set(writes), loop);
    }
    if (step.kind === 'mix') {
      put(f64x2.of(step.add), f64x2.of(step.by));
      value(step.x);
      put(f64x2.mul, f64x2.add, f64x2.of(step.byY));
      value(step.y);
      put(f64x2.mul, f64x2.add);
    } else {
      const { q, hi, lo } = step;
      const fixed = (one: Operand, to: number) => one.x === undefined && one.add === to;
      // Kept where the result will stand, since it is used twice.
      operand(q);
      put(set(local(own)));
      if (fixed(hi, 1)) put(get(local(own)));
      else {
        put(get(local(own)));
        operand(hi);
        put(f64x2.mul);
      }
      if (!fixed(lo, 0)) {
        put(f64x2.of(1), get(local(own)), f64x2.sub);
        operand(lo);
        put(f64x2.mul, f64x2.add);
      }
    }
    put(set(local(own)));
    here.add(own);
    if (block[at] >= 0) put(get(writes), get(local(own)), f64x2.store(block[at] * blockStride));
    if (at + 1 < steps.length && of[at + 1] === of[at]) continue;
    put(get(writes), i32.of(16), i32.add, set(writes), get(reads), i32.of(16), i32.add, tee(reads));
    put(get(until), i32.lessUnsigned, again, end);
  }
  const locals = [[2, I32] as const, [inputs.length + steps.length, V128] as const];
  return machineModule([{ name: 'f', parameters: 3, locals, body }]);
}
