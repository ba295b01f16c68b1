import { isAlias, isMap, isScalar, isSeq, type ParsedNode } from 'yaml';
import type { Path } from '../../case/index.js';
import { keyText, type TextDocument } from '../document.js';
import { growsInFlow, insertInBlock, type Replace, removeFromBlock, setInBlock } from './block.js';
import { type Change, type EditResult, type Json, type Refusal, refuse } from './change.js';
import { type Collection, type Entry, entryAt, entryCount, hasOwnToken, isFlow } from './entry.js';
import { asCollection, find, hasKey, refuseShared, show, type Target } from './find.js';
import { insertInFlow, isBlank, moveInFlow, removeFromFlow, setInFlow } from './flow.js';
import { jsonProblem, textProblem } from './json.js';
import { lastPlace, movable, moveInBlock } from './move.js';
import { setRoot } from './root.js';
import { maxKeyLength, printScalar, quote, quoteLike } from './scalar.js';
import { sortSplices } from './splice.js';
import { isCollection, printFlow, printFlowPair } from './value.js';
import { inQuotes, unwrap, wrap } from './wrap.js';

type Outcome = readonly Replace[] | Refusal;

/**
 * The splices that make a change in a text: nothing outside them changes, and parsing the result gives the parsed data
 * with the change made, in the same order. A change that cannot be made gives the reason; this never throws.
 */
export function edit(document: TextDocument, change: Change): EditResult {
  const problem =
    textProblem(document) ?? ('value' in change ? jsonProblem(change.value, change.path.length) : undefined);
  if (problem !== undefined) return refuse(problem);
  const target = find(document, change.path);
  if (!target.ok) return target;
  const outcome = outcomeOf(document, target, change);
  if (!isReplaces(outcome)) return outcome;
  return { ok: true, splices: sortSplices(outcome.map((one) => ({ file: document.file, ...one }))) };
}

function isReplaces(outcome: Outcome): outcome is readonly Replace[] {
  return Array.isArray(outcome);
}

function outcomeOf(document: TextDocument, target: Target, change: Change): Outcome {
  switch (change.kind) {
    case 'set':
      return set(document, target, change.path, change.value);
    case 'insert':
      return insert(document, target, change);
    case 'append':
      return append(document, target, change);
    case 'remove':
      return remove(document, target, change.path);
    case 'wrap':
      return reshape(document, target, () => wrap(document, target, change.path));
    case 'unwrap':
      return reshape(document, target, () => unwrap(document, target, change.path));
    case 'quote':
      return inQuotes(target, change.path);
    case 'renameKey':
      return renameKey(document, target, change.key);
    case 'move':
      return move(document, target, change.to);
  }
}

function set(document: TextDocument, target: Target, path: Path, value: Json): Outcome {
  const shared = refuseShared(document, target.above, [target.node]);
  if (shared !== undefined) return shared;
  const parent = asCollection(target.parent ?? null);
  if (parent === undefined) return setRoot(document, value);
  const entry = entryAt(parent, target.index);
  if (entry.explicit || entry.tagged) return refuse(`${show(path)} has a "?" or a tag, which only a person can judge`);
  const quoted = keptQuotes(document, entry, value);
  if (quoted !== undefined) return [{ start: entry.value!.offset, end: entry.end, text: quoted }];
  return isFlow(parent) ? [setInFlow(entry, printFlow(value))] : setInBlock(document, parent, entry, value);
}

/** A text in place of a quoted text on one line keeps its quotes. */
function keptQuotes(document: TextDocument, entry: Entry, value: Json): string | undefined {
  const type = entry.value?.type;
  if (typeof value !== 'string' || value.includes('\n')) return undefined;
  if (type !== 'double-quoted-scalar' && type !== 'single-quoted-scalar') return undefined;
  return quoteLike(value, document.text.slice(entry.value!.offset, entry.end));
}

function insert(document: TextDocument, target: Target, change: Change & { kind: 'insert' }): Outcome {
  const { path, key, value, before, after } = change;
  const shared = refuseShared(document, [...target.above, target.node], [isMap(target.node) ? null : target.node]);
  const bad = shared ?? keyProblem(key) ?? growthProblem(target, path);
  if (bad !== undefined) return bad;
  const sibling = before ?? after;
  if (isNothing(target.node)) {
    return sibling === undefined
      ? set(document, target, path, { [key]: value })
      : refuse(`${show(path)} has no ${JSON.stringify(sibling)}`);
  }
  if (!isMap(target.node)) return refuse(`${show(path)} is not a map`);
  const map = target.node as Collection;
  if (hasKey(target.node, key)) return refuse(`${show(path)} has ${JSON.stringify(key)} already`);
  const found =
    sibling === undefined ? entryCount(map) : target.node.items.findIndex((pair) => keyText(pair.key) === sibling);
  if (found === -1) return refuse(`${show(path)} has no ${JSON.stringify(sibling)}`);
  const index = before === undefined && after !== undefined ? found + 1 : found;
  return grow(document, target, map, path, index, key, value);
}

function append(document: TextDocument, target: Target, change: Change & { kind: 'append' }): Outcome {
  const { path, value, at } = change;
  const shared = refuseShared(document, [...target.above, target.node], [isSeq(target.node) ? null : target.node]);
  const bad = shared ?? growthProblem(target, path);
  if (bad !== undefined) return bad;
  const count = isSeq(target.node) ? target.node.items.length : 0;
  if (at !== undefined && !(Number.isInteger(at) && at >= 0 && at <= count))
    return refuse(`${show(path)} has no place ${at}`);
  if (isNothing(target.node)) return set(document, target, path, [value]);
  if (!isSeq(target.node)) return refuse(`${show(path)} is not a list`);
  return grow(document, target, target.node as Collection, path, at ?? count, undefined, value);
}

function growthProblem(target: Target, path: Path): Refusal | undefined {
  if (isAlias(target.node)) return refuse(`${show(path)} is an alias of &${target.node.source}; change it there`);
  const collection = asCollection(target.node);
  if (collection === undefined) return undefined;
  if (!hasOwnToken(collection)) return refuse(`${show(path)} is a pair in a list, without brackets to add to`);
  if (!isFlow(collection) && collection.items.some((_, at) => at < 1 && entryAt(collection, at).explicit)) {
    return refuse(`${show(path)} has keys written with "?"`);
  }
  return undefined;
}

function grow(
  document: TextDocument,
  target: Target,
  to: Collection,
  path: Path,
  index: number,
  key: string | undefined,
  value: Json,
): Outcome {
  const parent = asCollection(target.parent ?? null);
  const inFlow = parent !== undefined && isFlow(parent);
  if (!isFlow(to)) {
    const [previous, next] = [index - 1, index].map((at) =>
      at >= 0 && at < entryCount(to) ? entryAt(to, at) : undefined,
    );
    if (previous?.explicit === true || next?.explicit === true)
      return refuse(`${show(path)} has keys written with "?"`);
    return insertInBlock(document, to, index, key, value);
  }
  const plainItem = key === undefined && !isCollection(value);
  if (growsInFlow(to, inFlow) || plainItem || !isBlank(document.text, to)) {
    return insertInFlow(document, to, index, key === undefined ? printFlow(value) : printFlowPair(key, value));
  }
  return set(document, target, path, key === undefined ? [value] : { [key]: value });
}

function remove(document: TextDocument, target: Target, path: Path): Outcome {
  const parent = asCollection(target.parent ?? null);
  if (parent === undefined) return refuse('the text as a whole cannot be removed');
  const shared = refuseShared(document, target.above, [target.node, target.pair?.key]);
  if (shared !== undefined) return shared;
  if (!hasOwnToken(parent)) return refuse(`${show(path)} is a pair in a list, which would be left empty`);
  if (isFlow(parent)) return removeFromFlow(document, parent, target.index);
  const count = entryCount(parent);
  const near = [target.index, target.index + 1].filter((at) => at < count).map((at) => entryAt(parent, at));
  if (near.some((entry) => entry.explicit)) return refuse(`${show(path)} stands among keys written with "?"`);
  const holder = path.length < 2 ? undefined : holderOf(document, path.slice(0, -1));
  if (holder?.explicit === true) return refuse(`${show(path.slice(0, -1))} is written with "?"`);
  return removeFromBlock(document, parent, target.index, holder);
}

/** A change of the form of a value, which an alias may show as it is, in what no alias may show. */
function reshape(document: TextDocument, target: Target, change: () => Outcome): Outcome {
  return refuseShared(document, target.above, []) ?? change();
}

/** The entry whose value a collection is. */
function holderOf(document: TextDocument, path: Path): Entry | undefined {
  const target = find(document, path);
  const parent = target.ok ? asCollection(target.parent ?? null) : undefined;
  return target.ok && parent !== undefined ? entryAt(parent, target.index) : undefined;
}

function renameKey(document: TextDocument, target: Target, key: string): Outcome {
  const { pair, parent } = target;
  if (pair === undefined || !isMap(parent)) return refuse('only a pair of a map has a key');
  const old = pair.key;
  const shared = refuseShared(document, target.above, [old]);
  const bad = shared ?? keyProblem(key);
  if (bad !== undefined) return bad;
  if (keyText(old) === key) return [];
  if (hasKey(parent as never, key)) return refuse(`the map has ${JSON.stringify(key)} already`);
  const entry = entryAt(parent as Collection, target.index);
  if (entry.explicit || entry.keyEnd === undefined || !isScalar(old)) return refuse('the key is written with "?"');
  const context = isFlow(parent as Collection) ? 'flow' : 'block';
  // `{"a":1}`: only behind quotes does the colon need no space.
  const tight = /^:[^\s,[\]{}]/.test(document.text.slice(entry.keyEnd, entry.keyEnd + 2));
  const written = document.text.slice(old.range![0], entry.keyEnd);
  const quoted = /^["']/.test(written) ? quoteLike(key, written) : undefined;
  const text = quoted ?? (tight ? quote(key) : printScalar(key, context));
  return [{ start: old.range![0], end: entry.keyEnd, text }];
}

function move(document: TextDocument, target: Target, to: number): Outcome {
  const parent = asCollection(target.parent ?? null);
  if (parent === undefined) return refuse('the text as a whole cannot move');
  if (!Number.isInteger(to) || to < 0 || to > lastPlace(parent)) return refuse(`there is no place ${to}`);
  const from = target.index;
  const shared = refuseShared(document, target.above, []);
  if (shared !== undefined) return shared;
  if (from === to) return [];
  if (!movable(parent, from)) return refuse('it holds anchors or aliases, whose order matters');
  if (isFlow(parent)) return moveInFlow(document, parent, from, to);
  const near = [0, from - 1, from, from + 1, to - 1, to, to + 1].filter((at) => at >= 0 && at < entryCount(parent));
  if (near.some((at) => entryAt(parent, at).explicit)) return refuse('it would pass keys written with "?"');
  return moveInBlock(document, parent, from, to);
}

/** Nothing at all, or a null. */
function isNothing(node: ParsedNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function keyProblem(key: string): Refusal | undefined {
  return printScalar(key, 'flow').length > maxKeyLength
    ? refuse(`a key has at most ${maxKeyLength} characters`)
    : undefined;
}
