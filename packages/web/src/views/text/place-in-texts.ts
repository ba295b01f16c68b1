/** What an address may name of the text. */
export interface Asked {
  readonly file?: string | undefined;
  readonly line?: string | undefined;
  readonly section?: string | undefined;
  readonly id?: string | undefined;
}

/** Where it stands: the line, or the entry of the section, or where the section begins; nothing where it is not there. */
export function placeInTexts(
  texts: readonly (readonly [file: string, text: string])[],
  { file, line, section, id }: Asked,
): { readonly file: string; readonly offset: number } | undefined {
  if (line !== undefined) {
    const text = texts.find(([path]) => path === file)?.[1];
    const number = Number(line);
    if (file === undefined || text === undefined || !Number.isInteger(number) || number < 1) return undefined;
    const before = text.split('\n').slice(0, number - 1);
    return {
      file,
      offset: Math.min(
        text.length,
        before.reduce((sum, one) => sum + one.length + 1, 0),
      ),
    };
  }
  if (section === undefined || !/^\w+$/.test(section)) return undefined;
  let first: { readonly file: string; readonly offset: number } | undefined;
  for (const [path, text] of texts) {
    const begin = new RegExp(`^${section}[ \\t]*:`, 'm').exec(text);
    if (begin === null) continue;
    first ??= { file: path, offset: begin.index };
    if (id === undefined) break;
    const from = begin.index + begin[0].length;
    const next = /\n[^\s#]/.exec(text.slice(from));
    const inside = text.slice(from, next === null ? undefined : from + next.index);
    const entry = new RegExp(
      `(?:^[ \\t]*|[{,][ \\t]*|^[ \\t]*-[ \\t]*id:[ \\t]*)(?=["']?${escaped(id)}["']?[ \\t]*(?::|$))`,
      'm',
    ).exec(inside);
    if (entry !== null) return { file: path, offset: from + entry.index + entry[0].length };
  }
  return first;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
