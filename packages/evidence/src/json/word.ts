const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const wordBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[0-9A-Za-z.+-]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Bytes that a number or a bare word is made of: letters, digits, `+`, `-`, `.`. */
export function isWordByte(byte: number): boolean {
  return wordBytes[byte] === 1;
}

/** Whether the bytes from `from` to `to` are a number or a bare word: as `wordValue`, without its value. */
export function isWord(bytes: Uint8Array, from: number, to: number): boolean {
  const sign = bytes[from] === 45 ? 1 : 0;
  const start = from + sign;
  let i = digits(bytes, start, to);
  // A number may begin with 0 only if that is all before the point.
  if (i === start || (bytes[start] === 48 && i - start > 1)) return i === start && bareWord(bytes, from, to);
  if (i < to && bytes[i] === 46) {
    const fraction = digits(bytes, i + 1, to);
    if (fraction === i + 1) return false;
    i = fraction;
  }
  if (i < to && (bytes[i] === 101 || bytes[i] === 69)) {
    const signed = bytes[i + 1] === 45 || bytes[i + 1] === 43 ? i + 2 : i + 1;
    const exponent = digits(bytes, signed, to);
    if (exponent === signed) return false;
    i = exponent;
  }
  return i === to;
}

/** Where the digits from `from` on end. */
function digits(bytes: Uint8Array, from: number, to: number): number {
  let i = from;
  while (i < to && bytes[i]! >= 48 && bytes[i]! <= 57) i += 1;
  return i;
}

function bareWord(bytes: Uint8Array, from: number, to: number): boolean {
  return wordValue(String.fromCharCode(...bytes.subarray(from, to))) !== undefined;
}

/** The value of a bare word of JSON, or of Python's extension to it (`NaN`, `Infinity`); `undefined` if it is none. */
export function wordValue(text: string): number | boolean | null | undefined {
  if (number.test(text)) return Number(text);
  switch (text) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    case 'NaN':
      return Number.NaN;
    case 'Infinity':
      return Number.POSITIVE_INFINITY;
    case '-Infinity':
      return Number.NEGATIVE_INFINITY;
    default:
      return undefined;
  }
}

/** Bytes that may follow a backslash in a text: `"`, `\\`, `/`, b, f, n, r, t, u. */
export function isEscapable(byte: number): boolean {
  return escapable[byte] === 1;
}

const escapable = Uint8Array.from({ length: 256 }, (_, byte) =>
  '"\\/bfnrtu'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** A hexadecimal digit. */
export function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);
}
