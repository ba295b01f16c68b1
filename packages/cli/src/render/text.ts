// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const strange = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Characters that would move the cursor, recolour the terminal or reorder what stands beside them. */
const unsafe = new RegExp(strange, 'g');

/** A text of somebody else's, on one line and without anything that a terminal would act on. */
export function clean(text: string): string {
  return strange.test(text) ? text.replace(/[\t\n\r]+/g, ' ').replace(unsafe, '\ufffd') : text;
}

/** The same data with every text in it cleaned. Keys are left as they are; what is clean already is not copied. */
export function cleaned<T>(data: T): T {
  return cleanValue(data) as T;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value !== 'object' || value === null) return value;
  const data = value as Record<string, unknown>;
  let copy: Record<string, unknown> | undefined;
  for (const key in data) {
    const inner = data[key];
    const shown = cleanValue(inner);
    if (Object.is(shown, inner)) continue;
    copy ??= (Array.isArray(data) ? data.slice() : { ...data }) as Record<string, unknown>;
    copy[key] = shown;
  }
  return copy ?? value;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that our own styles put in
const colours = /\u001b\[[0-9;]*m/g;

/** Columns that a text takes: East Asian wide characters and emoji take two, combining marks and colours none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.replace(colours, ''))
    columns += /\p{Mn}|\u200d|\ufe0f/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  return columns;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
    character,
  );
}

/**
 * Breaks a text at spaces into lines of at most `width` columns, the first after `first`, the others after `rest`
 * (both count). A word that is wider than a line stands alone on one.
 */
export function wrap(text: string, width: number, first = '', rest = first): string {
  const lines: string[] = [];
  let line = first;
  let used = columnsOf(first);
  let empty = true;
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const size = columnsOf(word);
    if (!empty && used + 1 + size > width) {
      lines.push(line);
      line = rest;
      used = columnsOf(rest);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    used += size + (empty ? 0 : 1);
    empty = false;
  }
  lines.push(line);
  return lines.join('\n');
}

/** Cuts a text to a number of columns, with `…` where something is left out. */
export function shorten(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const character of text) {
    used += columnsOf(character);
    if (used > columns) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - columnsOf(text))) + text;
}

/** `1 error`, `2 errors`. */
export function counted(n: number | string, one: string, many = `${one}s`): string {
  return `${n} ${String(n) === '1' ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[], joint = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}
