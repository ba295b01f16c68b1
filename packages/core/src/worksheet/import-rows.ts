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

/** Rows that are moved at most: each takes a reading of the text. */
const mostMoves = 2000;

function change(file: string, text: string, changes: readonly Change[]): Synced {
  const moves = changes.filter(({ kind }) => kind === 'move').length;
  if (moves > mostMoves) {
    const reason = `${file}: ${moves} rows stand in another order, and at most ${mostMoves} are moved; sort the table as the case has them`;
    return { ok: false, reason };
  }
  let now = text;
  for (const together of readings(changes)) {
    const document = openDocument(file, now);
    const splices: Splice[] = [];
    for (const one of together) {
      const result = edit(document, one);
      if (!result.ok) return { ok: false, reason: `${file}: ${result.reason}` };
      splices.push(...result.splices);
    }
    now = applySplices(now, splices);
  }
  return { ok: true, text: now };
}

/**
 * Reading the text is what costs, so what cannot touch each other is done at one reading: fields of different rows, the
 * first of each row, then the second and so on; and rows at the end of the list.
 */
function readings(changes: readonly Change[]): readonly (readonly Change[])[] {
  const all: Change[][] = [];
  let fields: Change[][] = [];
  let appended: Change[] | undefined;
  const ofRow = new Map<unknown, number>();
  const close = () => {
    all.push(...fields);
    fields = [];
    ofRow.clear();
  };
  for (const one of changes) {
    const row = rowOfField(one);
    const atEnd = one.kind === 'append' && one.at === undefined;
    if (row !== undefined) {
      appended = undefined;
      const round = ofRow.get(row) ?? 0;
      ofRow.set(row, round + 1);
      if (fields[round] === undefined) fields[round] = [one];
      else fields[round].push(one);
      continue;
    }
    close();
    if (atEnd && appended !== undefined) appended.push(one);
    else all.push([one]);
    appended = atEnd ? (appended ?? all.at(-1)) : undefined;
  }
  close();
  return all;
}

/** The place of the row of which a change changes one field; nothing for changes of the list. */
function rowOfField({ kind, path }: Change): unknown {
  const isField =
    (kind === 'insert' && path.length === 2) || ((kind === 'set' || kind === 'remove') && path.length === 3);
  return isField ? path[1] : undefined;
}
