/**
 * What a DSSE signature is over: the Pre-Authentication Encoding of the type and the body (DSSE protocol v1.0.2). Lengths
 * are decimal and count bytes, so no type and body can be taken for another pair.
 */
export function pae(type: string, body: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.byteLength} `;
  return Buffer.concat([Buffer.from(head, 'utf8'), body]);
}
