import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type Checked, wrong } from './fault.js';
import { keyTrouble } from './pinned-keys.js';

/** A private key in PEM that is not encrypted, of a kind whose signatures are verified. */
export function readPrivateKey(bytes: Uint8Array, file: string): Checked<KeyObject> {
  const text = Buffer.from(bytes).toString('latin1');
  if (/ENCRYPTED/.test(text))
    return wrong('malformed', `${file} is encrypted: \`openssl pkey -in ${file}\` decrypts it`);
  let key: KeyObject;
  try {
    key = createPrivateKey(text);
  } catch {
    // The library throws for any text that is no key.
    return wrong('malformed', `${file} holds no private key in PEM`);
  }
  const trouble = keyTrouble(key);
  return trouble === undefined ? { ok: true, value: key } : wrong('malformed', `${file} holds ${trouble}`);
}
