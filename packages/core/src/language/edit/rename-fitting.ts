import { nearest } from '../../case/index.js';
import type { TextDocument } from '../document.js';
import { refuse } from './change.js';
import { mentionsIn } from './mentions.js';
import type { Named } from './named.js';
import { refusalOfTexts } from './refusal-of-texts.js';
import { type RenameOptions, rename } from './rename.js';
import { type NewName, placeOf, type RenameResult, renameThings, splitModule } from './rename-thing.js';

/**
 * Another name for everything whose name fits `from`, in which a star stands for any characters or none; in `to` it
 * stands for the same. `G-exfil-*` and `G-drain-*` make `G-drain-agents` of `G-exfil-agents`. `from` may be qualified
 * by a module, `kind` and `pattern` narrow it. Groups, whose names are free text, are left alone, but for
 * one of exactly this name. All or nothing: refused
 * where nothing fits, and where `rename` would refuse one of them.
 */
export function renameFitting(
  documents: readonly TextDocument[],
  from: string,
  to: string,
  options: RenameOptions = {},
): RenameResult {
  const unreadable = refusalOfTexts(documents);
  if (unreadable !== undefined) return unreadable;
  const mentions = mentionsIn(documents);
  // The name of a group is free text, in which a star is a star.
  const isGroup = (one: Named) => one.defines && one.kind === 'group' && one.name === from;
  if (options.kind === undefined && mentions.all.some(isGroup))
    return rename(documents, from, to, { ...options, kind: 'group' });
  const [name, module] = splitModule(from);
  const wanted = module !== undefined && to.endsWith(`@${module}`) ? to.slice(0, -module.length - 1) : to;
  const [before, after] = [partsOf(name), partsOf(wanted)];
  if (before === undefined) return refuse(`${from} needs one star, which stands for the rest of a name`);
  if (after === undefined) return refuse(`${to} needs one star, which stands for what it stands for in ${from}`);
  const defined = mentions.all.filter(
    (one) =>
      one.defines &&
      (options.kind === undefined ? one.kind !== 'group' && one.kind !== 'parameter' : one.kind === options.kind) &&
      (module === undefined || mentions.alone || one.module === module) &&
      (options.pattern === undefined || one.pattern === options.pattern),
  );
  const things = new Map<string, Named>();
  for (const one of defined.filter((each) => fits(each.name, before))) {
    const key = JSON.stringify([one.kind, one.name, one.module, one.pattern]);
    const first = things.get(key);
    if (first !== undefined && one.kind !== 'claim point')
      return refuse(`${one.name} is defined twice, in ${placeOf(first)} and in ${placeOf(one)}`);
    if (first === undefined) things.set(key, one);
  }
  if (things.size === 0) return refuse(nothingFits(from, name, before, defined));
  const names = [...things.values()].map(
    (thing): NewName => ({ thing, name: `${after.head}${restOf(thing.name, before)}${after.tail}` }),
  );
  return renameThings(mentions, names);
}

interface Parts {
  readonly head: string;
  readonly tail: string;
}

function partsOf(text: string): Parts | undefined {
  const [head = '', tail, ...more] = text.split('*');
  return tail === undefined || more.length > 0 ? undefined : { head, tail };
}

function fits(name: string, { head, tail }: Parts): boolean {
  return name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail);
}

function restOf(name: string, { head, tail }: Parts): string {
  return name.slice(head.length, name.length - tail.length);
}

/** With the nearest of what would fit something: a name cut where it could be, and a star for the rest. */
function nothingFits(from: string, name: string, parts: Parts, defined: readonly Named[]): string {
  const near = nearest(name, new Set(defined.flatMap((one) => starred(one.name, parts))));
  return `no name fits ${from}${near === undefined ? '' : `; nearest is ${near}`}`;
}

/**
 * A name with a star in place of a piece of it: cut where its parts are joined, or as long as what was asked for; one end
 * of the piece is as asked for, so that there are no more than a few for each joint.
 */
function starred(name: string, { head, tail }: Parts): readonly string[] {
  const joints = [...name.matchAll(/[-_.]/g)].flatMap(({ index }) => [index, index + 1]);
  const starts = head === '' ? [0] : [head.length, ...joints];
  const ends = tail === '' ? [name.length] : [name.length - tail.length, ...joints];
  return starts.flatMap((start) =>
    ends
      .filter((end) => start <= end && (start === starts[0] || end === ends[0]))
      .map((end) => `${name.slice(0, start)}*${name.slice(end)}`),
  );
}
