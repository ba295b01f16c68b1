import type { Splice } from '../../case/index.js';
import type { TextDocument } from '../document.js';
import { type EditResult, refuse } from './change.js';
import { mentionsIn } from './mentions.js';
import type { Named } from './named.js';
import { rangeOfName } from './range-of-name.js';
import { refusalOfTexts } from './refusal-of-texts.js';
import { findThing } from './rename.js';
import { aliasProblem, byName, placeOf, sameThing } from './rename-thing.js';
import { sortSplices } from './splice.js';

export interface Qualifying {
  /** Elements by their ids in their module. */
  readonly ids: ReadonlySet<string>;
  /** The module that they stand in now; empty for none. */
  readonly from: string;
  /** The module that they are called by then. */
  readonly to: string;
  /** Whether the reference at the offset of the file is one to change. */
  readonly at: (file: string, offset: number) => boolean;
}

/**
 * References to elements with the name of a module behind the id, wherever they stand as names: `G2@power`, and
 * `G2@power.inference`. Where an element itself stands, nothing changes.
 */
export function qualify(documents: readonly TextDocument[], { ids, from, to, at }: Qualifying): EditResult {
  const unreadable = refusalOfTexts(documents);
  if (unreadable !== undefined) return unreadable;
  const mentions = mentionsIn(documents);
  const places = byName(mentions.all, ids);
  const splices: Splice[] = [];
  const changed: Named[] = [];
  for (const id of ids) {
    const named = places.get(id) ?? [];
    const thing = findThing(named, from === '' ? id : `${id}@${from}`, { kind: 'element' });
    if ('ok' in thing) return thing;
    const meant = named.filter((one) => !one.defines && sameThing(one, thing, named));
    for (const one of meant) {
      const range = rangeOfName(one);
      if (range === undefined)
        return refuse(`the name is written with escapes in ${placeOf(one)}: write it plainly first`);
      const { file, text } = one.document;
      if (!at(file, range.start)) continue;
      changed.push(one);
      const end = range.end + madeBehind(text.slice(range.end));
      const old = text.slice(end, end + from.length + 1);
      splices.push({
        file,
        start: end,
        end: from !== '' && old === `@${from}` ? end + old.length : end,
        text: `@${to}`,
      });
    }
  }
  const shared = changed.length === 0 ? undefined : aliasProblem(mentions, changed);
  return shared === undefined ? { ok: true, splices: sortSplices(splices) } : refuse(shared);
}

/** How much more of an id stands there: what a pattern makes of an element is called `G5.G2`. */
function madeBehind(rest: string): number {
  return /^(?:\.(?!inference(?![\p{L}\p{N}_-]))[\p{L}\p{N}_-]+)*/u.exec(rest)![0].length;
}
