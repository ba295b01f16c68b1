const space = new Set([9, 10, 11, 12, 13, 32]);

/** Where the first byte stands that is no white space of ASCII; the length where there is none. */
export function firstAt(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length && space.has(bytes[at]!)) at += 1;
  return at;
}

/**
 * Whether a text of these bytes can have one of `wanted`, which are ASCII, as its first character but for white space: a
 * look before the whole is made a text, which for what is no text takes milliseconds. White space and a mark of byte
 * order that are not ASCII are left to whoever then looks at the text.
 */
export function mayStart(bytes: Uint8Array, wanted: string): boolean {
  const first = bytes[firstAt(bytes)];
  return first !== undefined && (first >= 0x80 || wanted.includes(String.fromCharCode(first)));
}
