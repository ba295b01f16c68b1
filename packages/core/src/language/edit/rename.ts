import { nearest } from '../../case/index.js';
import type { TextDocument } from '../document.js';
import { type Refusal, refuse } from './change.js';
import { type Mentions, mentionsIn } from './mentions.js';
import type { Named } from './named.js';
import { refusalOfTexts } from './refusal-of-texts.js';
import { placeOf, type RenameResult, renameThings, splitModule, withArticle } from './rename-thing.js';
import type { NameKind } from './shape.js';

/** Says which thing is meant, where a name alone does not. */
export interface RenameOptions {
  readonly kind?: NameKind;
  /** The pattern in whose argument the element stands. */
  readonly pattern?: string;
}

/**
 * Another name for a thing of the case, everywhere in the folder's texts where it stands as a name: as a key, in lists, in
 * `G2 -> Sn1`, `G2.inference` and `G2@module`, in expressions and in the arguments of patterns; never in free text. `from`
 * may be qualified by its module. Refused where `from` is unknown or ambiguous, where `to` is taken or is no id, or where
 * the new prefix would make another type of an element that states none.
 */
export function rename(
  documents: readonly TextDocument[],
  from: string,
  to: string,
  options: RenameOptions = {},
): RenameResult {
  const unreadable = refusalOfTexts(documents);
  if (unreadable !== undefined) return unreadable;
  const mentions = mentionsIn(documents);
  const made = options.kind === 'group' ? undefined : madeOf(mentions, from);
  if (made !== undefined) return made;
  // Over gsn2x files ids are one name space: a module adds nothing to them.
  const thing = findThing(mentions.all, mentions.alone ? splitModule(from)[0] : from, options);
  if ('ok' in thing) return thing;
  const name = thing.module !== '' && to.endsWith(`@${thing.module}`) ? to.slice(0, -thing.module.length - 1) : to;
  return renameThings(mentions, [{ thing, name }]);
}

/** An element that a pattern makes has its name from two things, which have names of their own. */
function madeOf({ made }: Mentions, from: string): Refusal | undefined {
  const [id = '', module = ''] = splitModule(from);
  const last = made.partsOf(id, module).findLast(({ isValue }) => !isValue);
  if (last === undefined) return undefined;
  const owner = id.slice(0, id.lastIndexOf('.'));
  const end = `\`${last.name}\` of the pattern ${last.pattern}`;
  return refuse(`${from} is made of ${end}, which ${owner} uses: rename ${last.name} there, or ${owner}`);
}

/** The defining place of the one thing that a name means. */
export function findThing(all: readonly Named[], from: string, options: RenameOptions): Named | Refusal {
  const [name = '', module] = options.kind === 'group' ? [from] : splitModule(from);
  const defined = all.filter((one) => one.defines);
  const isKind = (one: Named) => options.kind === undefined || one.kind === options.kind;
  const isPlace = (one: Named) =>
    (module === undefined || one.module === module) &&
    (options.pattern === undefined || one.pattern === options.pattern);
  const named = defined.filter((one) => one.name === name && isKind(one) && isPlace(one));
  // A parameter may be called as what it stands for; where the kind is not said, that is meant.
  const others = named.filter((one) => one.kind !== 'parameter');
  const fits = others.length > 0 ? others : named;
  if (fits.length === 0) {
    const near = nearest(name, new Set(defined.filter(isKind).map((one) => one.name)));
    const what = options.kind === undefined ? 'nothing' : `no ${options.kind}`;
    return refuse(`${what} is called ${from}${near === undefined || near === name ? '' : `; nearest is ${near}`}`);
  }
  const kinds = [...new Set(fits.map((one) => one.kind))];
  if (kinds.length > 1)
    return refuse(`${from} is the name of ${kinds.map(withArticle).join(' and of ')}: say which with \`kind\``);
  // A name outside patterns means that one, and a name in no module the one of no module.
  const outside = fits.some((one) => one.pattern === undefined)
    ? fits.filter((one) => one.pattern === undefined)
    : fits;
  const own = outside.some((one) => one.module === '') ? outside.filter((one) => one.module === '') : outside;
  const [first, ...more] = own;
  const other = more.find((one) => one.module !== first!.module || one.pattern !== first!.pattern);
  if (other !== undefined) {
    const how =
      other.pattern === first!.pattern ? `qualify it, as ${name}@${other.module}` : 'say which with `pattern`';
    return refuse(`${from} stands in ${placeOf(first!)} and in ${placeOf(other)}: ${how}`);
  }
  const twice = first!.kind === 'claim point' ? undefined : more[0];
  return twice === undefined
    ? first!
    : refuse(`${from} is defined twice, in ${placeOf(first!)} and in ${placeOf(twice)}`);
}
