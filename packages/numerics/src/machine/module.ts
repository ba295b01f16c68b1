/** Kinds of values, by their code. */
export const I32 = 0x7f;
export const F64 = 0x7c;
export const V128 = 0x7b;

/** A function of numbers of 32 bits, addresses and counts. */
export interface MachineFunction {
  /** One letter. */
  readonly name: string;
  readonly parameters: number;
  readonly result?: typeof F64;
  /** Local values after the parameters: how many of which kind. */
  readonly locals: readonly (readonly [count: number, kind: number])[];
  /** Instructions, without the last `end`. */
  readonly body: readonly number[];
}

/** A module in the binary format of WebAssembly, whose functions work in a memory that is given to it (`m` of `m`). */
export function machineModule(functions: readonly MachineFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.flatMap(({ parameters, result }) => [
    0x60,
    ...unsigned(parameters),
    ...new Array(parameters).fill(I32),
    ...(result === undefined ? [0] : [1, result]),
  ]);
  const count = unsigned(functions.length);
  const places = functions.flatMap((_, at) => unsigned(at));
  const names = functions.flatMap(({ name }, at) => [1, name.charCodeAt(0), 0, ...unsigned(at)]);
  const bodies = functions.map(({ locals, body }) => {
    const declared = [...unsigned(locals.length), ...locals.flatMap(([many, kind]) => [...unsigned(many), kind])];
    return [unsigned(declared.length + body.length + 1), declared, body, [0x0b]];
  });
  const parts = [
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [count, types]),
    ...section(2, [[1, 1, 0x6d, 1, 0x6d, 2, 0, 0]]),
    ...section(3, [count, places]),
    ...section(7, [count, names]),
    ...section(10, [count, ...bodies.flat()]),
  ];
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function section(id: number, parts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [[id, ...unsigned(lengthOf(parts))], ...parts];
}

function lengthOf(parts: readonly (readonly number[])[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** LEB128. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low | 128 : low);
  } while (left > 0);
  return bytes;
}

/** LEB128 with a sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let left = value; ; ) {
    const low = ((left % 128) + 128) % 128;
    left = Math.floor(left / 128);
    const last = (left === 0 && low < 64) || (left === -1 && low >= 64);
    bytes.push(last ? low : low | 128);
    if (last) return bytes;
  }
}

/** The eight bytes of a number. */
export function double(value: number): number[] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return [...bytes];
}
