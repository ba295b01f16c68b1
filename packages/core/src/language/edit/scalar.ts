/** How one scalar is printed: plain where every reader takes it for the same text, quoted otherwise. */

/** Inside `[ ]` and `{ }` fewer texts may stand without quotes. */
export type ScalarContext = 'block' | 'flow';

/** Keys longer than this are not recognised as keys. */
export const maxKeyLength = 1000;

/** A scalar on one line. */
export function printScalar(value: null | boolean | number | string, context: ScalarContext): string {
  if (typeof value === 'string') return isPlain(value, context) ? value : quote(value);
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return String(value);
}

/** A text in quotes: double ones, unless single ones spare escapes. */
export function quote(text: string): string {
  const escaped = JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, unicodeEscape);
  return escaped.includes('\\') && canSingleQuote(text) ? singleQuote(text) : escaped;
}

/** A text in the quotes that another one had. */
export function quoteLike(text: string, old: string): string {
  if (old.startsWith("'")) return canSingleQuote(text) || printable(text) ? singleQuote(text) : quote(text);
  return JSON.stringify(text).length === text.length + 2 && printable(text) ? JSON.stringify(text) : quote(text);
}

function singleQuote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function canSingleQuote(text: string): boolean {
  return !text.includes("'") && printable(text);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** No control characters, line breaks, byte order marks or halves of surrogate pairs. */
export function printable(text: string): boolean {
  return !/[\p{Cc}\p{Surrogate}\u2028\u2029\ufeff\ufffe\uffff]/u.test(text);
}

/**
 * Whether a text may stand without quotes: YAML gives it back unchanged and as text, and it is none of the things that
 * writers and other readers of YAML take for something else (`yes`, `100_000`, `5%`, `1:30`). Dates are plain: here they
 * are text.
 */
export function isPlain(text: string, context: ScalarContext): boolean {
  if (text === '' || text !== text.trim() || !printable(text)) return false;
  if (/^[,[\]{}#&*!|>'"%@`:]/.test(text) || /^[-?]($|[\s,[\]{}])/.test(text)) return false;
  if (/^(---|\.\.\.)(\s|$)/.test(text)) return false;
  if (/:\s|:$|\s#/.test(text)) return false;
  if (context === 'flow' && /[,[\]{}]/.test(text)) return false;
  return !looksLikeOther(text);
}

/** Texts that YAML 1.2, YAML 1.1 or a hurried writer reads as a number, boolean, null, merge key or default. */
function looksLikeOther(text: string): boolean {
  return (
    /^(~|null|true|false|yes|no|on|off|=|<<)$/i.test(text) ||
    /^[-+]?\.?(inf|nan)$/i.test(text) ||
    /^[-+]?0[xob][0-9a-f_]+$/i.test(text) ||
    /^[-+]?[0-9._,]*[0-9][0-9._,]*(e[-+]?[0-9_]*)?\s?%?$/i.test(text) ||
    /^[-+]?[0-9]+(:[0-9]{1,2}(\.[0-9]*)?)+$/.test(text)
  );
}

/** The lines of a block literal, where the text can be one: several lines of ordinary characters, at most one break at the end. */
export function literalLines(
  text: string,
): { readonly header: '|' | '|-'; readonly lines: readonly string[] } | undefined {
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  if (!body.includes('\n') || body.endsWith('\n') || /^[\s]/.test(body)) return undefined;
  const lines = body.split('\n');
  // Lines of white space alone look empty to a reader, and some editors take the space away.
  if (!lines.every((line) => printable(line) && (line === '' || line.trimEnd() === line))) return undefined;
  return { header: text.endsWith('\n') ? '|' : '|-', lines };
}
