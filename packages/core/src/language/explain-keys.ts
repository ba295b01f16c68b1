import { nearest } from '../case/index.js';
import type { Place } from './place.js';
import { keysOf } from './schema-words.js';
import { quoted, report } from './source.js';
import type { Entry, MapNode } from './tree.js';

/** Hints list the known keys only where a reader can take them in. */
const mostListed = 16;
/** Texts up to this length are shown as they should stand. */
const mostQuoted = 90;

/** Keys that the schema does not know: told apart from text that a comma cut in two. */
export function explainKeys({ source, schema, node, where }: Place, keys: readonly string[]): void {
  if (node.kind !== 'map') return;
  const known = keysOf(schema);
  const unknown = new Set(keys);
  const pieces = cutByComma(node, unknown);
  for (const { text, rest } of pieces) {
    const at = { start: text.value.start, end: rest.at(-1)!.keyEnd };
    const fix = { ...at, text: quoted(source.text.slice(at.start, at.end)) };
    const message = `The unquoted text of \`${text.key}\` was cut at a comma, as commas separate keys inside \`{ }\`.`;
    const mended = fix.text.length <= mostQuoted ? `: \`${text.key}: ${fix.text}\`` : '';
    report(source, 'comma-in-text', at, message, { hint: `Put the whole text in quotes${mended}.`, fix });
    for (const entry of rest) unknown.delete(entry.key);
  }
  const last = where.at(-1);
  const owner = typeof last === 'string' ? `in \`${last}\`` : 'here';
  const present = new Set(node.entries.map(({ key }) => key));
  const absent = known.filter((key) => !present.has(key));
  for (const entry of node.entries) {
    if (!unknown.has(entry.key)) continue;
    const near = nearest(entry.key, absent);
    const at = { start: entry.keyStart, end: entry.keyEnd };
    const hint =
      near !== undefined
        ? `Did you mean \`${near}\`?`
        : known.length > 0 && known.length <= mostListed
          ? `Known keys are ${known.join(', ')}.`
          : undefined;
    report(source, 'unknown-key', at, `Unknown key \`${entry.key}\` ${owner}.`, {
      hint,
      fix: near === undefined ? undefined : { ...at, text: near },
    });
  }
}

/** Unknown keys of a flow map that hold nothing, right behind an unquoted text: pieces of that text. */
function cutByComma(map: MapNode, unknown: ReadonlySet<string>): { text: Entry; rest: Entry[] }[] {
  const pieces: { text: Entry; rest: Entry[] }[] = [];
  if (!map.flow) return pieces;
  let text: Entry | undefined;
  let open = false;
  for (const entry of map.entries) {
    const { value } = entry;
    const empty = value.kind === 'scalar' && value.value === null && value.start === entry.keyStart;
    if (unknown.has(entry.key) && empty && text !== undefined) {
      if (open) pieces.at(-1)!.rest.push(entry);
      else pieces.push({ text, rest: [entry] });
      open = true;
    } else {
      text = value.kind === 'scalar' && value.plain && typeof value.value === 'string' ? entry : undefined;
      open = false;
    }
  }
  return pieces;
}
