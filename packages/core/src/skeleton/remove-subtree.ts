import { type Case, citedClaim, type ElementId, kindOfName, lookup, type Origin, type Path } from '../case/index.js';
import { removeEntries } from '../language/edit/index.js';
import { type Refusal, refuse, refuseUnknown } from './refusal.js';
import { ownSubtree } from './subtree.js';
import { leaveList, removeLink, roomOf } from './support.js';
import { type CaseTextFile, openTexts, type Texts } from './texts.js';
import { type Mention, mentionsOf } from './uses-elsewhere.js';

export interface Removed {
  readonly ok: true;
  readonly changed: ReadonlyMap<string, string>;
  /** Ids of what was taken away, in the order of the text. */
  readonly removed: readonly ElementId[];
  /** What else of the case named them and went too, in words. */
  readonly also: readonly string[];
}

/**
 * Takes an element out of the text of a case, with what only it uses and every reference to that: links, rows of
 * interactions, members of groups, waivers. A claim that loses its last support is marked undeveloped in its place. Refused
 * where something cannot do without it, such as the claim of an outcome.
 */
export function removeSubtree(of: Case, files: readonly CaseTextFile[], id: ElementId): Removed | Refusal {
  const look = lookup(of);
  const element = look.element(id);
  const kind = element === undefined ? kindOfName(of, id) : undefined;
  if (kind !== undefined)
    return refuse(
      `${id} is ${kind}, and only elements of the argument are taken out`,
      'Take its entry out of the text; surety check then names what still refers to it.',
    );
  if (element === undefined)
    return refuseUnknown(
      'element',
      id,
      of.elements.map((one) => one.id),
    );
  if (element.instance !== undefined)
    return refuse(
      `${id} is made by the pattern ${element.instance.pattern}`,
      `Remove ${element.instance.at}, or change the pattern.`,
    );
  if (of.chain !== undefined && id === citedClaim(of.chain))
    return refuse(
      `${id} stands in another case, which the chain cites`,
      'Take `chain` out of the text, and what cites it.',
    );
  return removeElements(of, files, ownSubtree(look, id));
}

/** Takes these elements out of the text of a case, with every reference to them; refused as `removeSubtree` is. */
export function removeElements(
  of: Case,
  files: readonly CaseTextFile[],
  going: ReadonlySet<ElementId>,
): Removed | Refusal {
  const { mentions, needed } = mentionsOf(of, going);
  if (needed !== undefined) return refuse(`${[...going][0]} cannot go: ${needed}`, 'Change that first.');
  const own = of.elements.filter((one) => going.has(one.id) && one.instance === undefined).map(({ origin }) => origin);
  const inside = keptInside(of, going, own);
  if (inside !== undefined) return inside;
  const texts = openTexts(files);
  const failed = takeAway(texts, [...mentions, ...own.map((at): Mention => ({ at, how: 'whole' }))]);
  if (failed !== undefined) return failed;
  return {
    ok: true,
    changed: texts.changed(),
    removed: of.elements.filter((one) => going.has(one.id)).map((one) => one.id),
    also: mentions.flatMap(({ words }) => words ?? []),
  };
}

/** An element that stays may be written inside one that goes. */
function keptInside(of: Case, going: ReadonlySet<ElementId>, own: readonly Origin[]): Refusal | undefined {
  const stays = of.elements.find(
    (one) =>
      !going.has(one.id) &&
      one.instance === undefined &&
      own.some(({ file, path }) => file === one.origin.file && isWithin(one.origin.path, path)),
  );
  return stays === undefined
    ? undefined
    : refuse(
        `${stays.id} is written inside what would go, and is used elsewhere`,
        `Give ${stays.id} an entry of its own first.`,
      );
}

/** Later places first, so that the places of the others stay what they are. */
function takeAway(texts: Texts, all: readonly Mention[]): Refusal | undefined {
  const outermost = all.filter(
    ({ at }) =>
      !all.some((other) => other.how === 'whole' && other.at.file === at.file && isInside(at.path, other.at.path)),
  );
  const together = manyEntries(outermost);
  const isTogether = new Set(together);
  const ordered = outermost.filter((one) => !isTogether.has(one)).toSorted((a, b) => compare(b.at.path, a.at.path));
  for (const file of new Set(ordered.map(({ at }) => at.file)))
    texts.open(file, ...ordered.filter(({ at }) => at.file === file).map(({ at }) => at.path));
  const done = new Set<string>();
  const lists: Origin[] = [];
  for (const { at, how } of ordered) {
    const key = JSON.stringify([at.file, at.path]);
    if (done.has(key)) continue;
    done.add(key);
    if (how === 'link' && roomOf(texts.open(at.file, at.path), at.path) === 'list')
      lists.push({ file: at.file, path: at.path.slice(0, -1) });
    const failed =
      how === 'link' ? removeLink(texts, at.file, at.path) : texts.change(at.file, { kind: 'remove', path: at.path });
    if (failed !== undefined) return failed;
  }
  const failed = removeTogether(texts, together);
  if (failed !== undefined) return failed;
  // Only now, as it changes the places of what stands in them; those inside others first.
  for (const { file, path } of lists.toSorted((a, b) => compare(b.path, a.path))) leaveList(texts, file, path);
  return undefined;
}

/** Entries of sections that go, where they are many enough for it to matter how. */
function manyEntries(all: readonly Mention[]): readonly Mention[] {
  const entries = all.filter(
    ({ at, how }) => how === 'whole' && at.path.length === 2 && typeof at.path[1] === 'string',
  );
  return entries.length < 8 ? [] : entries;
}

/** Takes entries out of their sections at once, or one after the other where the text has them in no lines of their own. */
function removeTogether(texts: Texts, entries: readonly Mention[]): Refusal | undefined {
  const groups = new Map<string, Mention[]>();
  for (const one of entries) {
    const key = JSON.stringify([one.at.file, one.at.path[0]]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  for (const group of groups.values()) {
    const { file, path } = group[0]!.at;
    const section = path.slice(0, 1);
    const document = texts.open(file, ...group.map(({ at }) => at.path));
    const splices = removeEntries(document, section, new Set(group.map(({ at }) => String(at.path[1]))));
    if (splices !== undefined && texts.splice(file, splices)) continue;
    for (const { at } of group) {
      const failed = texts.change(file, { kind: 'remove', path: at.path });
      if (failed !== undefined) return failed;
    }
  }
  return undefined;
}

function isWithin(path: Path, above: Path): boolean {
  return above.every((step, index) => path[index] === step);
}

function isInside(path: Path, above: Path): boolean {
  return path.length > above.length && isWithin(path, above);
}

/** By numbers where both are places in a list; keys stay in any order that is the same every time. */
function compare(a: Path, b: Path): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  if (at === -1) return a.length - b.length;
  const [one, other] = [a[at], b[at]];
  if (other === undefined) return 1;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one) < String(other) ? -1 : 1;
}
