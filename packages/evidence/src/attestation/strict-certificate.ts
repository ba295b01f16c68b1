/**
 * Whether a certificate in DER is its three parts and nothing else, with all bits of its signature in use. Parsers pass over
 * the count of unused bits, so that two files would be one certificate.
 */
export function isStrictCertificate(der: Buffer): boolean {
  const outer = elementAt(der, 0);
  if (outer?.tag !== 0x30 || outer.end !== der.length) return false;
  const body = elementAt(der, outer.start);
  const algorithm = body && elementAt(der, body.end);
  const signature = algorithm && elementAt(der, algorithm.end);
  return signature?.tag === 0x03 && signature.end === der.length && der[signature.start] === 0;
}

/** An element of DER: where its content starts and ends; undefined where its length is not minimal or leads too far. */
function elementAt(
  der: Buffer,
  at: number,
): { readonly tag: number; readonly start: number; readonly end: number } | undefined {
  const tag = der[at];
  const first = der[at + 1];
  if (tag === undefined || first === undefined || first === 0x80) return undefined;
  const bytes = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + bytes;
  if (bytes > 3 || start > der.length) return undefined;
  const length = bytes === 0 ? first : der.readUIntBE(at + 2, bytes);
  const minimal = bytes === 0 || length >= (bytes === 1 ? 0x80 : 256 ** (bytes - 1));
  const end = start + length;
  return minimal && end <= der.length ? { tag, start, end } : undefined;
}
