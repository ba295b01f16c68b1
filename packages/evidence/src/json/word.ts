const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Bytes that a number or a bare word is made of: letters, digits, `+`, `-`, `.`. */
export function isWordByte(byte: number): boolean {
  return (
    (byte >= 48 && byte <= 57) ||
    (byte >= 97 && byte <= 122) ||
    (byte >= 65 && byte <= 90) ||
    byte === 45 ||
    byte === 46 ||
    byte === 43
  );
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
  return '"\\/bfnrtu'.includes(String.fromCharCode(byte));
}

/** A hexadecimal digit. */
export function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);
}
