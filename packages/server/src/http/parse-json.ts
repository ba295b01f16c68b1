import type { Body } from './read-body.js';

/** Nesting of what is sent here: an edit has four levels. */
const deepest = 16;

/** JSON of bounded depth in UTF-8. */
export function parseJson(bytes: Buffer): Body<unknown> {
  if (isTooDeep(bytes)) return { ok: false, status: 400, why: `The JSON is nested more than ${deepest} deep.` };
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch {
    return { ok: false, status: 400, why: 'The request is not JSON in UTF-8.' };
  }
}

/** In UTF-8 no byte of another character looks like one of these signs. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === 0x5c) at++;
      else if (byte === 0x22) inText = false;
    } else if (byte === 0x22) inText = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth++;
      if (depth > deepest) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return false;
}
