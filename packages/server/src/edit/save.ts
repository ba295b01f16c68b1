import { linkSync, lstatSync, readFileSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder, temporaryFor, writeAtomic, writeTemporary } from '@surety/evidence';
import type { EditReply, EditRequest } from '../api/index.js';
import { type CaseTexts, decode, digestOf } from '../text/read-texts.js';
import { changedText } from './changed-text.js';
import { beginSave, type Step } from './journal.js';
import { placeOfText } from './place.js';
import { takeAway } from './take-away.js';

/** A file as it stands, and as it is to be. */
interface Change extends Step {
  readonly path: string;
  readonly before: Buffer | null;
  /** Null: it goes. */
  readonly after: Buffer | null;
}

type Saved = Omit<Extract<EditReply, { kind: 'saved' }>, 'version'>;
type NotSaved = Exclude<EditReply, { kind: 'saved' }>;

/**
 * Does an edit: all of it, or nothing. Every base is held against the bytes on disk, first of all and again at the last
 * moment; new content is written beside the old and flushed, and only then put in its place. What this returns as saved is
 * on disk.
 */
export async function save(
  request: EditRequest,
  texts: CaseTexts,
  journal: string | undefined,
): Promise<Saved | NotSaved> {
  try {
    return await write(plan(request, texts), journal);
  } catch (error) {
    return unwritten(error);
  }
}

async function write(planned: Planned | NotSaved, journal: string | undefined): Promise<Saved | NotSaved> {
  if (planned.kind !== 'planned') return planned;
  const changes = planned.changes.filter(({ before, after }) => !isSame(before, after));
  const saved: Saved = {
    kind: 'saved',
    files: planned.changes.map(({ path, after }) => ({ path, digest: after === null ? null : digestOf(after) })),
  };
  if (changes.length === 0) return saved;
  const noted = beginSave(journal, changes);
  try {
    await Promise.all(changes.map(prepare));
    const late = conflicts(changes.filter((change) => !isSame(readNow(change.target), change.before)));
    if (late !== undefined) {
      abandon(changes);
      noted.end();
      return late;
    }
    noted.decide();
  } catch (error) {
    abandon(changes);
    noted.end();
    return unwritten(error);
  }
  const done: Change[] = [];
  try {
    for (const change of changes) {
      put(change);
      done.push(change);
    }
    for (const folder of new Set(changes.map(({ target }) => dirname(target)))) await syncFolder(folder);
  } catch (error) {
    for (const change of done) await putBack(change);
    abandon(changes);
    noted.end();
    return unwritten(error);
  }
  noted.end();
  return saved;
}

type Planned = { readonly kind: 'planned'; readonly changes: readonly Change[] };

function plan({ files }: EditRequest, texts: CaseTexts): Planned | NotSaved {
  const changes: Change[] = [];
  const others: Change[] = [];
  const seen = new Set<string>();
  for (const edit of files) {
    const place = placeOfText(edit.path, texts);
    if (!place.ok) return { kind: 'refused', why: `${place.why}.` };
    const target = place.location;
    // On some systems both are one file.
    if (seen.has(target.toLowerCase())) return { kind: 'refused', why: `${edit.path} is named twice.` };
    seen.add(target.toLowerCase());
    const before = readNow(target);
    const digest = before === null ? null : digestOf(before);
    const text = before === null ? null : decode(before);
    if (text === undefined)
      return { kind: 'refused', why: `${edit.path} is not text in UTF-8, and cannot be changed here.` };
    const shell = { path: edit.path, target, before, base: digest };
    if (digest !== edit.base) {
      others.push({ ...shell, after: null, temporary: null });
      continue;
    }
    const changed = changedText(text, edit);
    if (!changed.ok) return { kind: 'refused', why: `${changed.why}.` };
    const after = changed.text === null ? null : Buffer.from(changed.text);
    changes.push({ ...shell, after, temporary: after === null ? null : temporaryFor(target) });
  }
  return conflicts(others) ?? { kind: 'planned', changes };
}

function conflicts(changes: readonly Change[]): NotSaved | undefined {
  if (changes.length === 0) return undefined;
  const files = changes.map(({ path, target }) => {
    const now = readNow(target);
    const text = now === null ? undefined : decode(now);
    return now === null || text === undefined ? { path, text: null } : { path, text, digest: digestOf(now) };
  });
  return { kind: 'conflict', files };
}

async function prepare({ target, temporary, after, before }: Change): Promise<void> {
  if (temporary === null || after === null) return;
  if (before === null) await mkdir(dirname(target), { recursive: true });
  const mode = before === null ? 0o666 : statSync(target).mode & 0o777;
  await writeTemporary(temporary, after, { mode, flush: true });
}

/** Synchronous from the last look on: nothing of this process comes between. */
function put({ target, temporary, before }: Change): void {
  if (temporary === null) unlinkSync(target);
  else if (before !== null) renameSync(temporary, target);
  else putNew(temporary, target);
}

/** Never over a file that has appeared meanwhile. */
export function putNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Where there are no links; a look just before is all that is left.
    if (code === 'EEXIST' || lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw error;
    renameSync(temporary, target);
    return;
  }
  unlinkSync(temporary);
}

async function putBack({ target, before }: Change): Promise<void> {
  if (before === null) unlinkSync(target);
  else await writeAtomic(target, before);
}

function abandon(changes: readonly Change[]): void {
  for (const { temporary } of changes) if (temporary !== null) takeAway(temporary);
}

function unwritten(error: unknown): NotSaved {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  const why =
    code === 'ENOSPC' ? 'the disk is full' : code === 'EACCES' || code === 'EPERM' ? 'it is not permitted' : code;
  return { kind: 'refused', why: `Nothing was saved: the files could not be written (${why}).` };
}

function readNow(target: string): Buffer | null {
  try {
    return readFileSync(target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isSame(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
