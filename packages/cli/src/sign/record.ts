import { posix, relative, resolve } from 'node:path';
import { type Case, lookup, type SignOff, type Splice } from '@surety/core/case';
import { openDocument, parse } from '@surety/core/language';
import { applySplices, type Change, edit } from '@surety/core/language/edit';
import { samePerson, signOffsOf } from '@surety/core/signoff';
import type { CaseText } from '../load-case.js';
import { newTrouble } from '../new-trouble.js';

/** A sign-off as it is written. */
export type SignRecord = Omit<SignOff, 'origin' | 'check'>;

/** The text with the record in it. */
export interface Recorded {
  readonly file: string;
  readonly text: string;
  readonly splices: readonly Splice[];
  /** As it stands there. */
  readonly record: SignRecord;
  /** It stands in the place of an earlier one by the same person in the same role. */
  readonly replaced: boolean;
}

/** Whether two sign-offs are by one person, in one role, of one thing: the later one takes the place of the earlier. */
export function isSame(a: SignRecord, b: SignRecord): boolean {
  return a.role === b.role && a.element === b.element && samePerson(a.who, b.who);
}

/**
 * Puts the record into the text: over the earlier one, at the end of the list, or in a new section. Of the files that
 * could hold it the first is taken in which it means what it says; none may: then the reason is given.
 */
export async function recordIn(
  text: CaseText,
  of: Case,
  record: SignRecord,
  /** Absolute paths of the files that hold the statement and the signature, where files do. */
  files: { readonly statement?: string; readonly signature?: string } = {},
): Promise<Recorded | string> {
  const earlier = of.review.signoffs.find((one) => isSame(one, record));
  let reason = 'no file of the case can hold it';
  for (const { file, change } of placesFor(text, earlier)) {
    const document = text.documents.find((one) => one.file === file)!;
    const said: SignRecord = {
      ...record,
      ...(files.statement === undefined ? {} : { statement: pathFrom(text.root, file, files.statement) }),
      ...(files.signature === undefined ? {} : { signature: pathFrom(text.root, file, files.signature) }),
    };
    const result = edit(openDocument(file, document.text), change(ordered(said)));
    if (!result.ok) {
      reason = result.reason;
      continue;
    }
    const { splices } = result;
    const after = applySplices(document.text, splices);
    const trouble = await troubleWith(text, file, after, record);
    if (trouble === undefined) return { file, text: after, splices, record: said, replaced: earlier !== undefined };
    reason = trouble;
  }
  return reason;
}

type Value = Readonly<Record<string, string>>;

interface Place {
  readonly file: string;
  readonly change: (value: Value) => Change;
}

/** Where the record may stand, the likeliest place first. */
function placesFor(text: CaseText, earlier: SignOff | undefined): readonly Place[] {
  if (earlier !== undefined) {
    const { file, path } = earlier.origin;
    return [{ file, change: (value) => ({ kind: 'set', path, value }) }];
  }
  // What a file names may stand anywhere below the root; the case is signed in its own folder.
  const own = text.documents.filter(({ file }) => !relative(text.folder, resolve(text.root, file)).startsWith('..'));
  const places = own.map(({ file, text: content }) => {
    const { yaml } = openDocument(file, content);
    const has = (...path: string[]) => yaml?.hasIn(path) === true;
    if (has('review', 'signoffs'))
      return {
        rank: 0,
        file,
        change: (value: Value): Change => ({ kind: 'append', path: ['review', 'signoffs'], value }),
      };
    if (has('review'))
      return {
        rank: 1,
        file,
        change: (value: Value): Change => ({ kind: 'insert', path: ['review'], key: 'signoffs', value: [value] }),
      };
    return {
      rank: has('case') ? 2 : 3,
      file,
      change: (value: Value): Change => ({ kind: 'insert', path: [], key: 'review', value: { signoffs: [value] } }),
    };
  });
  return [0, 1, 2, 3].flatMap((rank) => places.filter((place) => place.rank === rank));
}

/** The keys in the order in which they are written. */
function ordered({ role, who, date, of, element, statement, signature }: SignRecord): Value {
  const entries = Object.entries({ role, who, date, of, element, statement, signature });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A path as a file of the case names it: from the folder that the file is in. */
function pathFrom(root: string, file: string, path: string): string {
  return posix.relative(posix.dirname(file), relative(root, path).replaceAll('\\', '/'));
}

/** Why the text would not say that the record stands under the case as it is. */
async function troubleWith(
  text: CaseText,
  file: string,
  after: string,
  record: SignRecord,
): Promise<string | undefined> {
  const trouble = await newTrouble(text, new Map([[file, after]]));
  if (trouble !== undefined) return `the text would have an error: ${trouble}`;
  const files = text.documents.map((one) => ({ path: one.file, text: one.file === file ? after : one.text }));
  const { case: signed } = parse(files);
  if (signed === null) return 'the text could not be read with it';
  const found = signOffsOf(lookup(signed)).given.find(({ signOff }) => isSame(signOff, record));
  return found?.state === 'current' ? undefined : `${file} cannot name ${record.element ?? 'the case'} in its review`;
}
