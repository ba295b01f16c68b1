/** Numbers from 0 to below 1 that follow from the seed (mulberry32): the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Pick = (below: number) => number;
type Mutation = (bytes: Buffer, pick: Pick, other: Buffer) => Buffer;

const without = (bytes: Buffer, from: number, to: number) =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
const put = (bytes: Buffer, at: number, piece: Buffer) =>
  Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);

/** Numbers at the edges of what fields of 8, 16, 32 and 64 bits hold. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];
/** Tokens that mean something to one format or another. */
const tokens = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\n',
    '\r\n',
    '\0',
    '\ufeff',
    '\u202e',
    'NaN',
    'null',
    '-0',
    '1e400',
    '1e-400',
  ],
  ...[
    '9007199254740993',
    '"\\ud800"',
    '__proto__',
    'constructor',
    '<!--',
    ']]>',
    '<![CDATA[',
    '<!DOCTYPE a>',
    '&amp;',
    '&#0;',
  ],
  ...[
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x05\x06',
    'PAR1',
    '{"a":',
    '['.repeat(600),
    '"'.repeat(9),
    'x'.repeat(70_000),
    '9'.repeat(2000),
  ],
].map((token) => Buffer.from(token));

const mutations: readonly Mutation[] = [
  // A bit, a byte, some bytes.
  (bytes, pick) => {
    const at = pick(bytes.length);
    bytes[at] = bytes[at]! ^ (1 << pick(8));
    return bytes;
  },
  (bytes, pick) => {
    bytes[pick(bytes.length)] = pick(256);
    return bytes;
  },
  (bytes, pick) => {
    for (let i = 1 + pick(32), at = pick(bytes.length); i > 0 && at < bytes.length; i--, at++) bytes[at] = pick(256);
    return bytes;
  },
  // Deleted, repeated, moved, cut off.
  (bytes, pick) => {
    const from = pick(bytes.length);
    return without(bytes, from, from + 1 + pick(pick(2) === 0 ? 8 : bytes.length));
  },
  (bytes, pick) => {
    const from = pick(bytes.length);
    return put(bytes, pick(bytes.length), Buffer.from(bytes.subarray(from, from + 1 + pick(2000))));
  },
  (bytes, pick) => bytes.subarray(0, pick(bytes.length)),
  (bytes, pick) => bytes.subarray(pick(bytes.length)),
  // Spliced with another file, in place or in length.
  (bytes, pick, other) => Buffer.concat([bytes.subarray(0, pick(bytes.length)), other.subarray(pick(other.length))]),
  (bytes, pick, other) => {
    const from = pick(other.length);
    const piece = other.subarray(from, from + 1 + pick(500));
    piece.copy(bytes, pick(bytes.length));
    return bytes;
  },
  // Sizes: a digit of a text, a number of 8 to 64 bits, at any place or near the end, where archives and tables have them.
  (bytes, pick) => {
    const start = pick(bytes.length);
    for (let at = start; at < bytes.length; at++) {
      if (bytes[at]! >= 48 && bytes[at]! <= 57) {
        bytes[at] = 48 + pick(10);
        break;
      }
    }
    return bytes;
  },
  (bytes, pick) => {
    const width = [1, 2, 4][pick(3)]!;
    const near = pick(2) === 0 ? Math.max(0, bytes.length - 400) : 0;
    const at = near + pick(Math.max(1, bytes.length - near));
    if (at + width <= bytes.length) bytes.writeUIntLE(edges[pick(edges.length)]! % 2 ** (8 * width), at, width);
    return bytes;
  },
  (bytes, pick) => {
    const at = pick(bytes.length);
    if (at + 4 <= bytes.length) bytes.writeInt32LE((bytes.readInt32LE(at) + pick(9) - 4) | 0, at);
    return bytes;
  },
  (bytes, pick) => put(bytes, pick(bytes.length), tokens[pick(tokens.length)]!),
];

/** The bytes with one to four changes, which follow from the numbers that `random` gives. */
export function mutate(whole: Buffer, random: () => number, other: Buffer): Buffer {
  const pick: Pick = (below) => Math.floor(random() * below);
  let bytes: Buffer = Buffer.from(whole);
  for (let changes = 1 + pick(4); changes > 0 && bytes.length > 0; changes--)
    bytes = mutations[pick(mutations.length)]!(Buffer.from(bytes), pick, other);
  return bytes;
}
