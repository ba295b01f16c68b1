import { readFile as readText } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { each, jsonScan, length, list, object, presence, scalar, take } from '../json/index.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import { digestOfText, readHead, readRange } from '../source/index.js';
import { utf8Gate } from '../text/index.js';
import { type Column, flag, type Trials, trialsBuilder } from '../trials/index.js';
import { eachLine, eachObject } from './lines.js';
import type { Log, Reader, ReadResult } from './reader.js';
import { readers } from './registry.js';
import { tableLog, tableRow } from './table.js';
import { wholeJson } from './whole-json.js';

/** What a reader of one's own is made with, so that its file needs no package. The same that the readers here are made of. */
export const readerKit = {
  eachLine,
  eachObject,
  wholeJson,
  readHead,
  readRange,
  utf8Gate,
  jsonScan,
  shapes: { each, length, list, object, presence, scalar, take },
  trialsBuilder,
  tableRow,
  tableLog,
  flag,
} as const;

export type ReaderKit = typeof readerKit;

/** The default export of a file with a reader. */
export type ReaderFile = (kit: ReaderKit) => Reader;

/**
 * Loads readers of one's own: runs the code of the files, with all rights of whoever runs Surety. Call it only with files
 * that were named for this very run by that person: nothing in a case may lead here.
 */
export async function loadReaders(
  files: readonly { readonly location: string; readonly path: string }[],
): Promise<Result<readonly Reader[]>> {
  const all: Reader[] = [...readers];
  for (const { location, path } of files) {
    const loaded = await loadReader(location, path);
    if (!loaded.ok) return loaded;
    const { name } = loaded.value;
    if (all.some((reader) => reader.name === name)) {
      return failed(bad(path, `there is a reader “${name}” already`, 'a name of its own'));
    }
    all.push(loaded.value);
  }
  return ok(all);
}

function bad(file: string, message: string, expected: string): Problem {
  return { code: 'bad-reader', message, file, expected };
}

async function loadReader(location: string, path: string): Promise<Result<Reader>> {
  let made: unknown;
  let digest: string;
  try {
    digest = digestOfText(await readText(location, 'utf8'));
    const module = (await import(pathToFileURL(location).href)) as { readonly default?: unknown };
    if (typeof module.default !== 'function') {
      return failed(bad(path, 'the file has no function as its default export', 'export default (kit) => reader'));
    }
    made = (module.default as ReaderFile)(readerKit);
  } catch (error) {
    return failed(bad(path, `the reader cannot be loaded: ${inShort(error)}`, 'a module that can be imported'));
  }
  const problem = shapeProblem(made, path);
  return problem === undefined ? ok(guarded(made as Reader, path, digest)) : failed(problem);
}

function inShort(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]!.slice(0, 200);
}

const texts = ['title', 'reads', 'expects'] as const;

function shapeProblem(made: unknown, path: string): Problem | undefined {
  if (typeof made !== 'object' || made === null)
    return bad(path, 'no reader was made', 'an object with name, sniff and read');
  const reader = made as Record<string, unknown>;
  if (typeof reader.name !== 'string' || !/^[a-z][a-z0-9-]{0,39}$/.test(reader.name))
    return bad(path, 'the reader has no name', 'a name of small letters, digits and hyphens');
  if (!Number.isSafeInteger(reader.version) || (reader.version as number) < 1)
    return bad(path, `reader “${reader.name}” has no version`, 'a whole number from 1');
  const missing = texts.find((key) => typeof reader[key] !== 'string' || reader[key] === '');
  if (missing !== undefined) return bad(path, `reader “${reader.name}” has no ${missing}`, 'a text');
  const [idle] = (['sniff', 'read'] as const).filter((key) => typeof reader[key] !== 'function');
  return idle === undefined ? undefined : bad(path, `reader “${reader.name}” has no ${idle}`, 'a function');
}

/**
 * The reader, with what it throws or gives in a wrong form said as a problem. Where its `sniff` breaks it takes the
 * source, so that this is said and nobody else reads it instead.
 */
function guarded(reader: Reader, path: string, digest: string): Reader {
  const label = `${reader.name} ${reader.version}`;
  let broken: Problem | undefined;
  const { docs, general } = reader;
  return {
    name: reader.name,
    version: reader.version,
    title: reader.title,
    reads: reader.reads,
    expects: reader.expects,
    ...(docs === undefined ? {} : { docs }),
    ...(general === true ? { general } : {}),
    sniff(head, of) {
      try {
        return reader.sniff(head, of) === true;
      } catch (error) {
        broken = bad(path, `the reader broke when it looked at ${of}: ${inShort(error)}`, 'true or false');
        return true;
      }
    },
    async read(source, options) {
      const no = (problem: Problem): ReadResult => ({ ok: false, reader: label, problems: [problem] });
      if (broken !== undefined) return no(broken);
      let result: ReadResult;
      try {
        result = await reader.read(source, options);
      } catch (error) {
        return no(bad(path, `the reader broke when it read ${source.path}: ${inShort(error)}`, 'a log or a problem'));
      }
      const wrong = resultProblem(result);
      if (wrong !== undefined)
        return no(bad(path, `what the reader gives of ${source.path} is wrong: ${wrong}`, 'a log or a problem'));
      if (!result.ok) return { ...result, reader: label };
      const note = `read by a reader that is not part of Surety: ${label} (${digest})`;
      return { ok: true, log: { ...result.log, reader: label, notes: [note, ...result.log.notes] } };
    },
  };
}

/** What is wrong with a result, if anything: everything that is computed from it relies on this. */
function resultProblem(result: unknown): string | undefined {
  const given = result as Partial<ReadResult> | undefined | null;
  if (typeof given !== 'object' || given === null || typeof given.ok !== 'boolean') return 'no result';
  if (!given.ok) {
    const { problems } = given as { readonly problems?: unknown };
    const fits =
      Array.isArray(problems) &&
      problems.length > 0 &&
      problems.every(
        (one: Partial<Problem> | null) => typeof one?.message === 'string' && typeof one.code === 'string',
      );
    return fits ? undefined : 'a failure without problems (code, message)';
  }
  const log = (given as { readonly log?: Partial<Log> }).log;
  if (typeof log !== 'object' || log === null) return 'no log';
  if (!isTexts(log.notes) || !isTexts(log.models)) return 'notes and models are lists of texts';
  if (!['success', 'cancelled', 'error', 'started', 'unstated'].includes(log.status ?? '')) return 'an unknown status';
  const metrics = log.claimed?.metrics;
  const known =
    Array.isArray(metrics) &&
    metrics.every(
      (one) => typeof one?.scorer === 'string' && typeof one.name === 'string' && typeof one.value === 'number',
    );
  return known ? trialsProblem(log.trials) : 'claimed metrics are a list of scorer, name and value';
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function trialsProblem(trials: Trials | undefined): string | undefined {
  if (typeof trials !== 'object' || trials === null || !Number.isSafeInteger(trials.rows)) return 'no trials';
  const { rows, sample, epoch, flags, scores, fields, group, model, time } = trials;
  if (!isTexts(sample) || sample.length !== rows) return 'each row has a sample, which is a text';
  if (!Array.isArray(epoch) || epoch.length !== rows || !epoch.every((one) => Number.isInteger(one) && one >= 0))
    return 'each row has an epoch, which is a whole number';
  if (!(flags instanceof Uint8Array) || flags.length !== rows) return 'each row has flags';
  if (!(scores instanceof Map) || !(fields instanceof Map)) return 'scores and fields are maps of columns';
  const columns: unknown[] = [...scores.values(), ...fields.values(), group ?? [], model ?? [], time ?? []];
  const fits = (column: unknown) =>
    Array.isArray(column) && (column.length === rows || column.length === 0) && (column as Column).every(isCell);
  if (new Set(sample.map((id: string, row: number) => `${epoch[row]} ${id}`)).size !== rows)
    return 'a sample has two rows for one epoch';
  return columns.every(fits) ? undefined : 'columns have one plain value (or undefined) for each row';
}

function isCell(value: unknown): boolean {
  return value === undefined || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
}
