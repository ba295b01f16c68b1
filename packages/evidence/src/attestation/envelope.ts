import { createPublicKey, type KeyObject } from 'node:crypto';
import { sortedJson } from '../canonical/index.js';
import { isObject, type JsonObject, type JsonValue } from '../json/index.js';
import { fromBase64 } from './base64.js';
import { type Checked, wrong } from './fault.js';
import { pae } from './pae.js';
import { keyId, type PinnedKey } from './pinned-keys.js';
import { isSignedBy, signatureOf } from './signatures.js';

/** Media type of an in-toto statement in an envelope. */
export const payloadType = 'application/vnd.in-toto+json';

/** A DSSE envelope: a body, and signatures over its type and its bytes. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signatures: readonly { readonly keyid: string; readonly signature: Buffer }[];
}

const mostSignatures = 32;

/** Reads an envelope from JSON that was parsed. */
export function readEnvelope(value: JsonObject, file: string): Checked<Envelope> {
  const bad = (what: string) => wrong('malformed', `${file} is no DSSE envelope: ${what}`);
  if (value.payloadType !== payloadType) return bad(`its payloadType is not ${payloadType}`);
  const payload = typeof value.payload === 'string' ? fromBase64(value.payload) : undefined;
  if (payload === undefined) return bad('its payload is not base64');
  if (!Array.isArray(value.signatures) || value.signatures.length === 0) return bad('it has no signatures');
  if (value.signatures.length > mostSignatures) return bad(`it has more than ${mostSignatures} signatures`);
  const signatures: { keyid: string; signature: Buffer }[] = [];
  for (const item of value.signatures as readonly JsonValue[]) {
    const { sig, keyid = '' } = isObject(item) ? item : {};
    const signature = typeof sig === 'string' ? fromBase64(sig) : undefined;
    if (signature === undefined || signature.length === 0 || typeof keyid !== 'string')
      return bad('a signature is not base64');
    signatures.push({ keyid, signature });
  }
  return { ok: true, value: { payloadType, payload, signatures } };
}

/**
 * The pinned key that signed the envelope. The `keyid` beside a signature is a hint that nobody signed: every pinned key
 * is tried, and the hint only tells a signature that is wrong from one of somebody else.
 */
export function signerOf(envelope: Envelope, keys: readonly PinnedKey[], file: string): Checked<PinnedKey> {
  const data = pae(envelope.payloadType, envelope.payload);
  for (const { signature } of envelope.signatures) {
    const signer = keys.find(({ key }) => isSignedBy(key, data, signature));
    if (signer !== undefined) return { ok: true, value: signer };
  }
  const hints = envelope.signatures.map(({ keyid }) => keyid).filter((hint) => /^[0-9a-f]{64}$/.test(hint));
  const stranger = hints.length > 0 && !keys.some(({ id }) => hints.includes(id)) ? hints[0] : undefined;
  if (stranger !== undefined) return wrong('key', `${file} names the key ${stranger}, which the case does not pin`);
  return wrong('signature', `no pinned key made the signature of ${file}, or what was signed is not what stands there`);
}

/** The text of an envelope around a statement, signed with the private key: the same statement gives the same payload. */
export function signStatement(statement: unknown, privateKey: KeyObject): string {
  const payload = Buffer.from(sortedJson(statement), 'utf8');
  const sig = signatureOf(privateKey, pae(payloadType, payload)).toString('base64');
  const envelope = {
    payload: payload.toString('base64'),
    payloadType,
    signatures: [{ keyid: keyId(createPublicKey(privateKey)), sig }],
  };
  return `${sortedJson(envelope, 2)}\n`;
}
