import type { TextCode } from './codes.js';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: TextCode;
      readonly message: string;
      readonly hint: string;
      /** Where the fault is, in a file that could be decoded so far. */
      readonly at?: { readonly text: string; readonly offset: number };
    };

/** Web Streams' decoder exists wherever this runs (Node, browsers, workers); only this much of it is needed. */
declare const TextDecoder: {
  new (label: 'utf-8', options: { fatal: true; ignoreBOM: true }): { decode(bytes: Uint8Array): string };
};

const asUtf8 = 'Save the file as UTF-8.';

/** Bytes to text, or why not. A byte order mark stays in the text, as edits must keep it. */
export function decode(content: string | Uint8Array, maxBytes: number): Decoded {
  // A text of n UTF-16 units has at least n bytes, so the check needs no pass over it.
  if (content.length > maxBytes) {
    return {
      ok: false,
      code: 'file-too-large',
      message: `The file has ${megabytes(content.length)} or more, and at most ${megabytes(maxBytes)} are read.`,
      hint: 'Keep logs and data in files of their own, and name them as the source of a piece of evidence.',
    };
  }
  if (typeof content === 'string') return checkCharacters(content);
  const other = otherEncoding(content);
  if (other !== undefined) {
    return { ok: false, code: 'not-utf8', message: `The file is ${other}, and only UTF-8 is read.`, hint: asUtf8 };
  }
  try {
    return checkCharacters(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content));
  } catch {
    const message = 'The file is not UTF-8 (it may be Latin-1, Windows-1252 or binary).';
    return { ok: false, code: 'not-utf8', message, hint: asUtf8 };
  }
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  // ASCII in UTF-16 without a byte order mark: every other byte is zero.
  if ((a !== 0 && b === 0 && c !== 0 && d === 0) || (a === 0 && b !== 0 && c === 0 && d !== 0)) return 'UTF-16';
  return undefined;
}

/** Control characters but tab, line ends and NEL, and lone surrogates: none of them may stand in YAML. */
const notText = /\p{Cc}(?<![\t\n\r\u0085])|[\p{Cs}\ufffe\uffff]/u;

function checkCharacters(text: string): Decoded {
  const at = text.search(notText);
  if (at === -1) return { ok: true, text };
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return {
    ok: false,
    code: 'control-character',
    message: `The file holds the character U+${code}, which is not text.`,
    hint: 'Remove it; a file with NUL characters is usually binary or UTF-16.',
    at: { text, offset: at },
  };
}

function megabytes(bytes: number): string {
  return bytes >= 1048576 ? `${Math.floor(bytes / 1048576)} MiB` : `${bytes} bytes`;
}
