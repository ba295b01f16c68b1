import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

export interface Allowed {
  readonly style: string;
  readonly scripts: readonly string[];
  /** Whether the style sheet holds fonts. */
  readonly fonts: boolean;
}

/** What the browser may do with the file: show it with this style sheet, run these scripts, and nothing else. */
export function contentPolicy({ style, scripts, fonts }: Allowed): string {
  const run = scripts.length === 0 ? '' : ` script-src ${scripts.map(digestOf).join(' ')};`;
  const letters = fonts ? ' font-src data:;' : '';
  return `default-src 'none'; style-src ${digestOf(style)};${run}${letters} base-uri 'none'; form-action 'none'`;
}

function digestOf(text: string): string {
  return `'sha256-${base64(sha256(utf8ToBytes(text)))}'`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Here, as neither Node's nor the browser's own may be used. */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const quads = [bits >> 18, (bits >> 12) & 63, (bits >> 6) & 63, bits & 63].map((value) => alphabet.charAt(value));
    text += `${quads[0]}${quads[1]}${b === undefined ? '=' : quads[2]}${c === undefined ? '=' : quads[3]}`;
  }
  return text;
}
