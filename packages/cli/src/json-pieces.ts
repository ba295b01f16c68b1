/** Entries of a list that become text at once. */
const atOnce = 500;

/**
 * `JSON.stringify(data, null, 2)` in pieces, of long lists some entries at a time: the whole text of a large assessment, and
 * then its bytes, take more time to find memory for than to make.
 */
export function* jsonPieces(data: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{\n';
  for (const key of Object.keys(data)) {
    const value = data[key];
    const named = `  ${JSON.stringify(key)}: `;
    if (Array.isArray(value) && value.length > atOnce) {
      before += `${named}[\n`;
      for (let from = 0; from < value.length; from += atOnce) {
        yield before + inside({ k: value.slice(from, from + atOnce) }, '{\n  "k": [\n', '\n  ]\n}');
        before = ',\n';
      }
      yield '\n  ]';
    } else {
      const text = inside({ k: value }, '{\n  "k": ', '\n}');
      if (text === '') continue;
      yield before + named + text;
    }
    before = ',\n';
  }
  yield before === '{\n' ? '{}' : '\n}';
}

/** What stands between the two; nothing where the value is none that JSON has. */
function inside(data: { readonly k: unknown }, start: string, end: string): string {
  return JSON.stringify(data, null, 2).slice(start.length, -end.length);
}
