import type { Limits } from '../../limits.js';
import type { Problem } from '../../problem.js';
import { plural } from '../../text/index.js';
import { type Column, flag, type Trials, trialsBuilder } from '../../trials/index.js';
import type { Claimed, Log } from '../reader.js';
import type { Header } from './header.js';
import { type SampleRow, unnamedScorer } from './sample.js';

/** Collects the samples of one log and joins them with its header. */
export interface Assembly {
  add(sample: SampleRow, place: { readonly file: string; readonly line?: number }): Problem | undefined;
  /** `extra` are notes about the file itself. */
  finish(reader: string, header: Header, extra: readonly string[]): Log;
}

export function assembly(limits: Limits): Assembly {
  const builder = trialsBuilder(limits);
  let edited = 0;
  return {
    add(sample, place) {
      if (sample.edited) edited += 1;
      return builder.add(sample.row, place);
    },
    finish(reader, header, extra) {
      const trials = withScorerName(builder.finish(), header.scorers[0]);
      const claimed: Claimed = {
        ...(header.total === undefined ? {} : { total: header.total }),
        ...(header.completed === undefined ? {} : { completed: header.completed }),
        ...(header.dataset === undefined ? {} : { dataset: header.dataset }),
        metrics: header.metrics,
      };
      return {
        reader,
        trials,
        claimed,
        ...(header.task === undefined ? {} : { task: header.task }),
        models: header.model === undefined ? [] : [header.model],
        status: header.status,
        notes: [
          ...extra,
          ...statusNotes(header),
          ...countNotes(header, trials),
          ...sampleNotes(header, trials, edited),
        ],
      };
    },
  };
}

function withScorerName(trials: Trials, name: string | undefined): Trials {
  if (!trials.scores.has(unnamedScorer)) return trials;
  const renamed = [...trials.scores].map(([scorer, column]): [string, Column] => [
    scorer === unnamedScorer ? (name ?? 'score') : scorer,
    column,
  ]);
  return { ...trials, scores: new Map(renamed) };
}

function statusNotes(header: Header): string[] {
  const because = header.error === undefined ? '' : `: ${header.error.split('\n')[0]!.slice(0, 200)}`;
  switch (header.status) {
    case 'cancelled':
      return [`the run was cancelled${because}`];
    case 'error':
      return [`the run ended with an error${because}`];
    case 'started':
      return ['the run never ended: the log is what had been written so far'];
    default:
      return [];
  }
}

function countNotes(header: Header, trials: Trials): string[] {
  const notes: string[] = [];
  const { rows } = trials;
  const whole = trials.flags.reduce((sum, bits) => sum + ((bits & flag.error) === 0 ? 1 : 0), 0);
  if (header.total !== undefined && header.total !== rows) {
    notes.push(
      `the header claims ${plural(header.total, 'sample')} in all, the log holds ${plural(rows, 'row')}: the rows count`,
    );
  }
  if (header.completed !== undefined && header.completed !== whole) {
    notes.push(
      `the header claims ${plural(header.completed, 'completed sample')}, ${plural(whole, 'row')} ended without an error: the rows count`,
    );
  }
  const claimedScores = header.metrics.length > 0;
  if (rows > 0 && claimedScores && trials.scores.size === 0)
    notes.push('the header claims metrics, but no row has a score');
  if (header.dataset !== undefined && new Set(trials.sample).size < header.dataset) {
    notes.push(`the run used ${new Set(trials.sample).size} of the ${header.dataset} samples of its data set`);
  }
  return notes;
}

function sampleNotes(header: Header, trials: Trials, edited: number): string[] {
  const notes: string[] = [];
  const marked = trials.flags.some((bits) => (bits & flag.invalid) !== 0);
  if (header.invalidated && !marked) notes.push('the header says that samples were invalidated, but none is marked');
  if (edited > 0) notes.push(`rows whose scores were edited after the run: ${edited}`);
  return notes;
}
