import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Origin } from '../case/index.js';
import type { Json } from '../language/edit/index.js';
import { locate, nodeRange } from '../language/index.js';
import { type Refusal, refuse, type Texts } from '../skeleton/index.js';

/** What stands at a place, as plain data; undefined where nothing stands there, or where an alias is part of it. */
export function valueAt(texts: Texts, { file, path }: Origin): Json | undefined {
  const found = locate(texts.open(file, path), path);
  return found === undefined ? undefined : plain(found.node);
}

function plain(node: unknown): Json | undefined {
  if (node === null) return null;
  if (isAlias(node)) return undefined;
  if (isScalar(node)) return node.value as Json;
  if (isSeq(node)) {
    const items = node.items.map(plain);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isMap(node)) return undefined;
  const pairs = node.items.map(
    ({ key, value }) => [isScalar(key) ? (key.source ?? String(key.value)) : undefined, plain(value)] as const,
  );
  if (!pairs.every(([key, value]) => key !== undefined && value !== undefined)) return undefined;
  return Object.fromEntries(pairs as [string, Json][]);
}

/** What stands at a place, to be written elsewhere: refused where more stands there than its data, such as comments. */
export function movableValue(texts: Texts, origin: Origin, id: string): { readonly value: Json } | Refusal {
  const document = texts.open(origin.file, origin.path);
  const node = locate(document, origin.path)?.node;
  const value = valueAt(texts, origin);
  if (node == null || value === undefined)
    return refuse(`${id} is written in place with an alias`, 'Give it an entry of its own first.');
  const { start, end } = nodeRange(document, node);
  return document.text.slice(start.offset, end.offset).includes('#')
    ? refuse(`${id} is written in place, with comments that would be lost`, 'Give it an entry of its own first.')
    : { value };
}
