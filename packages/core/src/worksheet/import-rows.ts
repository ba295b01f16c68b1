import type { Case, Splice } from '../case/index.js';
import { applySplices, type Change, edit } from '../language/edit/index.js';
import { openDocument } from '../language/index.js';
import { columns, keyOf, rowFrom, type WorksheetRow } from './row.js';

/** Texts of a case by file. */
type Texts = ReadonlyMap<string, string>;

/** The texts that change, by file, or why they cannot. */
export type ImportResult =
  | { readonly ok: true; readonly changed: Texts }
  | { readonly ok: false; readonly reason: string };

/**
 * Makes the worksheet of a case these rows, by edits that touch nothing else: a row that is known again by its subsystem
 * and mode keeps its file, its comments and what did not change; new rows stand after the row before them.
 */
export function importRows(of: Case, texts: Texts, rows: readonly WorksheetRow[]): ImportResult {
  const files = filesOf(of, rows);
  const changed = new Map<string, string>();
  for (const [file, wanted] of files) {
    const before = of.fmea.filter(({ origin }) => origin.file === file).map((row) => rowFrom((column) => row[column]));
    const text = texts.get(file);
    if (text === undefined) return { ok: false, reason: `the text of ${file} was not read` };
    const after = sync({ file, text }, before, wanted);
    if (!after.ok) return after;
    if (after.text !== text) changed.set(file, after.text);
  }
  return { ok: true, changed };
}

/** Which rows each file is to have: a known row stays where it is, a new one follows the row before it. */
function filesOf(of: Case, rows: readonly WorksheetRow[]): ReadonlyMap<string, readonly WorksheetRow[]> {
  const homes = new Map<string, string[]>();
  const files = new Map<string, WorksheetRow[]>();
  for (const row of of.fmea) {
    homes.set(keyOf(row), [...(homes.get(keyOf(row)) ?? []), row.origin.file]);
    if (!files.has(row.origin.file)) files.set(row.origin.file, []);
  }
  let last = of.fmea[0]?.origin.file ?? of.origin.file;
  for (const row of rows) {
    last = homes.get(keyOf(row))?.shift() ?? last;
    const own = files.get(last);
    if (own === undefined) files.set(last, [row]);
    else own.push(row);
  }
  return files;
}

type Synced = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** The text of one file with these rows in place of those that it has. */
function sync(
  { file, text }: { readonly file: string; readonly text: string },
  before: readonly WorksheetRow[],
  wanted: readonly WorksheetRow[],
): Synced {
  if (before.length === 0) {
    if (wanted.length === 0) return { ok: true, text };
    return change(file, text, [fresh(file, text, wanted)]);
  }
  if (wanted.length === 0) return change(file, text, [{ kind: 'remove', path: ['fmea'] }]);
  const rows = [...before];
  const changes: Change[] = [];
  wanted.forEach((row, at) => {
    const from = rows.findIndex((one, index) => index >= at && keyOf(one) === keyOf(row));
    if (from === -1) {
      changes.push({ kind: 'append', path: ['fmea'], value: { ...row }, ...(at === rows.length ? {} : { at }) });
      rows.splice(at, 0, row);
      return;
    }
    if (from !== at) {
      changes.push({ kind: 'move', path: ['fmea', from], to: at });
      rows.splice(at, 0, ...rows.splice(from, 1));
    }
    changes.push(...fieldChanges(rows[at]!, row, at));
  });
  for (let at = rows.length - 1; at >= wanted.length; at -= 1) changes.push({ kind: 'remove', path: ['fmea', at] });
  return change(file, text, changes);
}

/** The section where there was none, or where it was empty. */
function fresh(file: string, text: string, rows: readonly WorksheetRow[]): Change {
  const value = rows.map((row) => ({ ...row }));
  const { yaml } = openDocument(file, text);
  return yaml?.has('fmea') === true
    ? { kind: 'set', path: ['fmea'], value }
    : { kind: 'insert', path: [], key: 'fmea', value };
}

function fieldChanges(before: WorksheetRow, after: WorksheetRow, at: number): readonly Change[] {
  const path = ['fmea', at];
  return columns.flatMap((column, index): readonly Change[] => {
    const [old, value] = [before[column], after[column]];
    if (old === value) return [];
    if (value === undefined) return [{ kind: 'remove', path: [...path, column] }];
    if (old !== undefined) return [{ kind: 'set', path: [...path, column], value }];
    // Columns before this one are as they will be; the first two are always there.
    const previous = columns.slice(0, index).findLast((one) => after[one] !== undefined)!;
    return [{ kind: 'insert', path, key: column, value, after: previous }];
  });
}

function change(file: string, text: string, changes: readonly Change[]): Synced {
  let now = text;
  for (let at = 0; at < changes.length; ) {
    const document = openDocument(file, now);
    const first = changes[at]!;
    const splices: Splice[] = [];
    // Reading the text is what costs: what cannot touch each other is done at one reading.
    do {
      const result = edit(document, changes[at]!);
      if (!result.ok) return { ok: false, reason: `${file}: ${result.reason}` };
      splices.push(...result.splices);
      at += 1;
    } while (at < changes.length && goTogether(first, changes[at]!));
    now = applySplices(now, splices);
  }
  return { ok: true, text: now };
}

/** Values at different places, or rows at the end of the list. */
function goTogether(a: Change, b: Change): boolean {
  if (a.kind === 'set') return b.kind === 'set';
  return a.kind === 'append' && b.kind === 'append' && a.at === undefined && b.at === undefined;
}
