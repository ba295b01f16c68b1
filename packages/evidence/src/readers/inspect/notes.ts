import { plural } from '../../text/index.js';
import { flag, type Trials } from '../../trials/index.js';
import type { ClaimedScore } from '../reader.js';
import type { Header } from './header.js';

/** What was met in samples that a reader of the counts should know. */
export interface SampleTally {
  edited: number;
  twoLayouts: number;
  fallback: number;
  readonly unread: Set<string>;
}

/** What the header alone gives reason to say. */
export function headNotes(header: Header): string[] {
  const notes = statusNotes(header);
  if (header.configUpdates > 0)
    notes.push(`the configuration was changed while the run was under way: ${times(header.configUpdates)}`);
  if (header.logUpdates > 0)
    notes.push(`tags or metadata of the log were changed after the run: ${times(header.logUpdates)}`);
  if (header.early !== undefined && header.early > 0)
    notes.push(`early stopping left out ${plural(header.early, 'row')}: which ones depends on the scores before them`);
  return notes;
}

/** What header and rows together give reason to say. */
export function rowNotes(header: Header, trials: Trials, tally: SampleTally): string[] {
  return [...countNotes(header, trials), ...scoredNotes(header, trials), ...sampleNotes(header, trials, tally)];
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

/** Reducers of which a sample gets a score if and only if one of its epochs has one. */
const transparent = /^(?:mean|median|mode|max|at_least_\d+|pass_at_\d+)$/;

/**
 * The header says how many samples each scorer gave a score; where the rows say otherwise (a score was edited and the
 * results were not computed again, rows were lost), so does a note. Values of a dictionary are left out, since Inspect
 * counts a null in it as a score.
 */
function scoredNotes(header: Header, trials: Trials): string[] {
  const seen = new Set<string>();
  return header.scored.flatMap((claim: ClaimedScore): string[] => {
    const column = claim.of === undefined ? trials.scores.get(claim.scorer) : undefined;
    const clear = claim.reducer === undefined || transparent.test(claim.reducer);
    if (column === undefined || claim.scored === undefined || !clear || seen.has(claim.scorer)) return [];
    seen.add(claim.scorer);
    const scored = new Set(trials.sample.filter((_, row) => column[row] !== undefined)).size;
    if (scored === claim.scored) return [];
    return [
      `the header claims that ${claim.scorer} scored ${plural(claim.scored, 'sample')}, ${plural(scored, 'sample')} of the rows have its score: the rows count`,
    ];
  });
}

function sampleNotes(header: Header, trials: Trials, tally: SampleTally): string[] {
  const notes: string[] = [];
  const marked = trials.flags.some((bits) => (bits & flag.invalid) !== 0);
  if (header.invalidated && !marked) notes.push('the header says that samples were invalidated, but none is marked');
  if (!header.invalidated && marked) notes.push('samples are marked as invalid, but the header does not say so');
  if (tally.edited > 0) notes.push(`rows whose scores were edited after the run: ${tally.edited}`);
  if (tally.twoLayouts > 0)
    notes.push(`rows with \`scores\` and the older \`score\`, of which \`scores\` is read: ${tally.twoLayouts}`);
  if (tally.fallback > 0)
    notes.push(`rows in which a request was answered by another model than the one asked: ${tally.fallback}`);
  if (tally.unread.size > 0) {
    const names = [...tally.unread].sort();
    const more = names.length > 5 ? `, and ${names.length - 5} more` : '';
    notes.push(`metadata that is a list or an object is not read: ${names.slice(0, 5).join(', ')}${more}`);
  }
  return notes;
}

function times(count: number): string {
  return plural(count, 'time');
}
