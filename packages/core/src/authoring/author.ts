import type { Case, ElementId } from '../case/index.js';
import type { Parsed } from '../language/index.js';
import { type CaseTextFile, type Refusal, refuse } from '../skeleton/index.js';
import { add } from './add.js';
import { connect, disconnect } from './connect.js';
import { deleteElement, deleteSubtree } from './delete.js';
import { accept, answer, raise, withdraw } from './dialectic.js';
import { setCombine, setDoubt, setEvidence } from './doubts.js';
import { renameThing, retype, setField, setText, setUndeveloped } from './fields.js';
import type { Batch, Intent, OneIntent } from './intent.js';
import { move, reorder } from './move.js';
import { block, usePattern } from './patterns.js';
import { addEvidence, signOff, waive } from './sections.js';
import { splitOut } from './split-out.js';
import type { Authored, AuthorOptions } from './types.js';
import { setExposure, setQuantity, setThreshold, setWindow } from './values.js';
import { applyWhatIf } from './what-if.js';
import { type Done, type Outcome, readAgain, type Working, workOn } from './working.js';

type Makers = {
  readonly [Kind in OneIntent['kind']]: (working: Working, intent: Extract<OneIntent, { kind: Kind }>) => Outcome;
};

const makers: Makers = {
  add,
  connect,
  disconnect,
  move,
  reorder,
  setText,
  setField,
  setUndeveloped,
  retype,
  rename: renameThing,
  delete: deleteElement,
  deleteSubtree,
  setDoubt,
  setEvidence,
  setCombine,
  setQuantity,
  setThreshold,
  setExposure,
  setWindow,
  applyWhatIf,
  addEvidence,
  challenge: raise,
  answer,
  accept,
  withdraw,
  signOff,
  waive,
  addBlock: block,
  usePattern,
  splitOut,
};

/**
 * Makes a change to the texts of a case: what it is in words, and the new texts, in which nothing else is another. Refused
 * with the reason where it cannot be made, or where the texts could not be read any more. Nothing is written, and `files`
 * are all the files that the case was read from, as they were decoded.
 */
export function author(
  of: Case,
  files: readonly CaseTextFile[],
  intent: Intent,
  options: AuthorOptions = {},
): Authored | Refusal {
  const before = new Map(files.map(({ file, text }) => [file, text]));
  const made = intent.kind === 'batch' ? batch(of, files, intent, options) : one(of, files, intent, options);
  if (!made.ok) return made;
  const { done, now, parsed } = made;
  const { what, also = [], select } = done;
  const changed = new Map(now.flatMap(({ file, text }) => (before.get(file) === text ? [] : [[file, text] as const])));
  return {
    ok: true,
    what,
    also,
    changed,
    created: [...changed.keys()].filter((file) => !before.has(file)),
    ...(select === undefined ? {} : { select }),
    parsed,
  };
}

interface Made {
  readonly ok: true;
  readonly done: Done;
  readonly now: readonly CaseTextFile[];
  readonly parsed: Parsed;
}

function one(of: Case, files: readonly CaseTextFile[], intent: OneIntent, options: AuthorOptions): Made | Refusal {
  const working = workOn(of, files, options);
  const done = (makers[intent.kind] as (working: Working, intent: OneIntent) => Outcome)(working, intent);
  if (!done.ok) return done;
  const read = readAgain(working);
  return 'parsed' in read ? { ok: true, done, now: working.texts.files(), parsed: read.parsed } : read;
}

function batch(
  of: Case,
  files: readonly CaseTextFile[],
  { intents, what }: Batch,
  options: AuthorOptions,
): Made | Refusal {
  let made: Made | undefined;
  const words: string[] = [];
  const also: string[] = [];
  let select: ElementId | undefined;
  for (const [index, intent] of intents.entries()) {
    const next = one(made?.parsed.case ?? of, made?.now ?? files, intent, options);
    if (!next.ok)
      return intents.length === 1
        ? next
        : { ...next, reason: `step ${index + 1} of ${intents.length}: ${next.reason}` };
    made = next;
    words.push(next.done.what);
    also.push(...(next.done.also ?? []));
    select = next.done.select ?? select;
  }
  if (made === undefined) return refuse('there is nothing to do');
  const done: Done = { ok: true, what: what ?? inShort(words), also, ...(select === undefined ? {} : { select }) };
  return { ...made, done };
}

const mostWords = 3;

function inShort(words: readonly string[]): string {
  const left = words.length - mostWords;
  return `${words.slice(0, mostWords).join('; ')}${left > 0 ? `; and ${left} more` : ''}`;
}
