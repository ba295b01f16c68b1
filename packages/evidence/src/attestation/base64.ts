/**
 * Base64 in the standard or the URL-safe alphabet (RFC 4648), padded or not; `undefined` for anything else. A decoder that
 * passes over strange letters would let two texts stand for one signature.
 */
export function fromBase64(text: string): Buffer | undefined {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  const plain = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const padded = text.length === plain.length || text.length % 4 === 0;
  return padded && bytes.toString('base64').replace(/=+$/, '') === plain ? bytes : undefined;
}
