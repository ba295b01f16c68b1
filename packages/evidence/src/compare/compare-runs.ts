import { mcnemar } from '@surety/core/statistics';
import { flawOf } from '../measures/flaw.js';
import { type CellOf, cellOf } from '../measures/names.js';
import { type Outcome, successOf } from '../measures/success.js';
import { failed, ok, type Problem, type Result } from '../problem.js';
import type { Log } from '../readers/index.js';
import { type Cell, flawNames, type PooledTrials, poolTrials } from '../trials/index.js';
import { type Matched, matchTrials, type Unit } from './match-trials.js';

export interface CompareOptions {
  /** Expression over a trial that says whether it is an event; `score >= 1` where scores are 0 or 1. */
  readonly success?: string;
  /** Which scorer to read, where a run has several. */
  readonly scorer?: string;
  readonly unit: Unit;
}

/** Two runs side by side; plain JSON data. */
export interface Comparison {
  /** What was asked of each trial. */
  readonly success: string;
  readonly unit: Unit;
  /** Trials in both runs, in the first only, in the second only. */
  readonly matched: number;
  readonly onlyInA: readonly string[];
  readonly onlyInB: readonly string[];
  /** Matched trials without an outcome on at least one side, with what is wrong there; they are not in the table. */
  readonly flawed: readonly ChangedTrial[];
  /** Matched trials with an outcome on both sides. */
  readonly table: { readonly both: number; readonly onlyA: number; readonly onlyB: number; readonly neither: number };
  /** Trials whose outcome is another one, in the order of the first run. */
  readonly changed: readonly (ChangedTrial & { readonly becomes: 'event' | 'no event' })[];
  /** Trials with the same outcome, but another value: their number. */
  readonly otherValue: number;
  readonly test: PairedTest;
  readonly notes: readonly string[];
}

export interface ChangedTrial {
  readonly sample: string;
  readonly epoch?: number;
  readonly a: string;
  readonly b: string;
}

/** The exact conditional test of McNemar 1947 on the trials that changed. */
export interface PairedTest {
  /** Probability of a change at least as lopsided, either way, if both runs had the same rate. */
  readonly twoSided: number;
  /** The same toward more events in the second run, and toward fewer. */
  readonly more: number;
  readonly fewer: number;
  /** Smallest and largest two-sided value over everything that the flawed trials may have been. */
  readonly flawedRange: readonly [number, number];
}

/**
 * Compares two runs of the same task, trial by trial. Trials are matched by sample id (and epoch); what stands in one run
 * only, and what is flawed in either, is listed and never counted. With `sample`, any event among the good epochs of a
 * sample is an event, so runs should have the same number of epochs.
 */
export function compareRuns(a: Log, b: Log, options: CompareOptions): Result<Comparison> {
  const sides = [a, b].map((log) => poolTrials([log]));
  const [left, right] = sides as [PooledTrials, PooledTrials];
  const expression = options.success === undefined ? usualSuccess([left, right], options.scorer) : ok(options.success);
  if (!expression.ok) return expression;
  const success = expression.value;
  const outcomes: Side[] = [];
  for (const [trials, name] of [
    [left, 'first'],
    [right, 'second'],
  ] as const) {
    const side = sideOf(trials, success, options.scorer);
    if (!side.ok) return failed({ ...side.problem, message: `of the ${name} run: ${side.problem.message}` });
    outcomes.push(side.value);
  }
  const [first, second] = outcomes as [Side, Side];
  const all = matchTrials(left, right, options.unit);
  const matched = all.filter((one) => one.a.length > 0 && one.b.length > 0);
  if (matched.length === 0) return failed(nothingMatches(left, right));
  const table = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
  const changed: Comparison['changed'][number][] = [];
  const flawed: ChangedTrial[] = [];
  let otherValue = 0;
  for (const one of matched) {
    const [x, y] = [first(one.a), second(one.b)];
    const told: ChangedTrial = { ...nameOf(one), a: x.words, b: y.words };
    if (x.event === undefined || y.event === undefined) flawed.push(told);
    else {
      table[x.event ? (y.event ? 'both' : 'onlyA') : y.event ? 'onlyB' : 'neither'] += 1;
      if (x.event !== y.event) changed.push({ ...told, becomes: y.event ? 'event' : 'no event' });
      else if (x.words !== y.words) otherValue += 1;
    }
  }
  return ok({
    success,
    unit: options.unit,
    matched: matched.length,
    onlyInA: all.filter((one) => one.b.length === 0).map(words),
    onlyInB: all.filter((one) => one.a.length === 0).map(words),
    flawed,
    table,
    changed,
    otherValue,
    test: { ...mcnemar(table.onlyA, table.onlyB), flawedRange: rangeOver(table.onlyA, table.onlyB, flawed.length) },
    notes: notesOf(a, b, left, right, options.unit),
  });
}

/** What the rows of one trial come to; without an event where none of them has an outcome. */
type Side = (rows: readonly number[]) => { readonly event?: boolean; readonly words: string };

function sideOf(trials: PooledTrials, success: string, scorer: string | undefined): Result<Side> {
  const outcome = successOf(success, trials, scorer);
  if (!outcome.ok) return outcome;
  // As it stands in the log; a table need not have a column of that name.
  const value = cellOf(trials, 'value', scorer);
  const wrong: { problem?: Problem } = {};
  const events = Array.from({ length: trials.rows }, (_, row) => {
    const found = outcome.value(row);
    if (!found.ok && trials.flags[row] === 0) wrong.problem ??= found.problem;
    return found.ok ? found.value : { without: 'flawed' };
  });
  if (wrong.problem !== undefined) return failed(wrong.problem);
  return ok((rows) => toldOf(rows, trials, events, value.ok ? value.value : undefined));
}

function toldOf(rows: readonly number[], trials: PooledTrials, events: readonly Outcome[], value: CellOf | undefined) {
  const good = rows.filter((row) => flawOf(trials.flags[row]!, typeof events[row] === 'boolean') === 0);
  const words = rows.map((row) => wordsOf(row, trials, events, value)).join(', ');
  return good.length === 0 ? { words } : { event: good.some((row) => events[row] === true), words };
}

function wordsOf(row: number, trials: PooledTrials, events: readonly Outcome[], value: CellOf | undefined): string {
  const flaws = flawNames(trials.flags[row]!);
  if (flaws.length > 0) return flaws.join(' and ');
  const cell: Cell = value?.(row) ?? (typeof events[row] === 'boolean' ? events[row] : undefined);
  return cell === undefined ? 'no score' : String(cell);
}

/** `score >= 1`, where every score of both runs is 0 or 1 as a number. */
function usualSuccess(runs: readonly PooledTrials[], scorer: string | undefined): Result<string> {
  for (const trials of runs) {
    const score = cellOf(trials, 'score', scorer);
    if (!score.ok)
      return failed({ ...score.problem, expected: '--success with an expression that says what the event is' });
    for (let row = 0; row < trials.rows; row++) {
      const number = score.value(row);
      if (number === undefined || number === 0 || number === 1) continue;
      return failed({
        code: 'bad-expression',
        message: `scores other than 0 and 1 (such as ${number}) do not say what the event is`,
        expected: '--success with an expression such as `score >= 0.5`',
      });
    }
  }
  return ok('score >= 1');
}

function nothingMatches(a: PooledTrials, b: PooledTrials): Problem {
  const some = (trials: PooledTrials) => [...new Set(trials.sample)].slice(0, 3).join(', ') || 'none';
  return {
    code: 'no-rows',
    message: `no sample stands in both runs (the first has ${some(a)}, the second ${some(b)})`,
    expected: 'two runs over the same samples',
  };
}

/** The two-sided value, over every way in which flawed trials can have been concordant or changed. */
function rangeOver(onlyA: number, onlyB: number, flawed: number): readonly [number, number] {
  let [least, most] = [1, 0];
  const toward = (a: number, b: number) => {
    const { twoSided } = mcnemar(a, b);
    least = Math.min(least, twoSided);
    most = Math.max(most, twoSided);
  };
  // It is least where all flawed ones went one way, and most where they even the rest out.
  toward(onlyA, onlyB);
  toward(onlyA + flawed, onlyB);
  toward(onlyA, onlyB + flawed);
  const evened = Math.min(flawed, Math.abs(onlyA - onlyB));
  toward(onlyA + (onlyA < onlyB ? evened : 0), onlyB + (onlyA < onlyB ? 0 : evened));
  return [least, most];
}

function nameOf({ sample, epoch }: Matched): { readonly sample: string; readonly epoch?: number } {
  return { sample, ...(epoch === undefined ? {} : { epoch }) };
}

function words({ sample, epoch }: Matched): string {
  return epoch === undefined ? sample : `${sample}, epoch ${epoch}`;
}

function notesOf(a: Log, b: Log, left: PooledTrials, right: PooledTrials, unit: Unit): string[] {
  const notes: string[] = [];
  if (a.task !== undefined && b.task !== undefined && a.task !== b.task)
    notes.push(`the runs are of two tasks, ${a.task} and ${b.task}: equal ids need not be equal samples`);
  if ([left, right].some(({ sample }) => /^row \d+$/.test(sample[0] ?? '')))
    notes.push('rows without ids are matched by their number');
  const most = ({ sample }: PooledTrials) => {
    const seen = new Map<string, number>();
    for (const id of sample) seen.set(id, (seen.get(id) ?? 0) + 1);
    return Math.max(0, ...seen.values());
  };
  if (unit === 'sample' && most(left) !== most(right))
    notes.push(
      `the first run has up to ${most(left)} epochs of a sample, the second ${most(right)}: an event in any of more epochs is likelier`,
    );
  return notes;
}
