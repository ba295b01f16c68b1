import { isMap } from 'yaml';
import type { Path } from '../../case/index.js';
import { keyText, locate, type TextDocument } from '../document.js';
import { fileShape, isKnownKey, rank, type Shape, shapeAt } from './shape.js';

/**
 * Where a new key of the format goes in the map at a path: behind the last key that `surety format` writes before it, else
 * before the first. Empty where the keys that stand there say nothing, as the end is as good as any place then.
 */
export function keyPlace(
  document: TextDocument,
  path: Path,
  key: string,
): { readonly before?: string; readonly after?: string } {
  const shape = path.reduce<Shape>(
    (at, step) => (typeof step === 'number' ? (at.items ?? {}) : shapeAt(at, step)),
    fileShape,
  );
  const node = locate(document, path)?.node;
  if (!isMap(node) || !isKnownKey(shape, key)) return {};
  const keys = node.items.flatMap((pair) => keyText(pair.key) ?? []).filter((one) => isKnownKey(shape, one));
  const own = rank(shape, key);
  const before = keys.findLast((one) => rank(shape, one) < own);
  if (before !== undefined) return { after: before };
  return keys[0] === undefined ? {} : { before: keys[0] };
}
