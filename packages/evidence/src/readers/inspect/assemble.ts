import type { Limits } from '../../limits.js';
import type { Problem } from '../../problem.js';
import { type Cell, type Column, type Trials, trialsBuilder } from '../../trials/index.js';
import type { Claimed, ClaimedReduction, Log, LogHead } from '../reader.js';
import type { Header } from './header.js';
import { headNotes, rowNotes, type SampleTally } from './notes.js';
import type { SampleRow } from './sample.js';
import { unnamedScorer } from './scores.js';

/** Collects the samples of one log and joins them with its header. */
export interface Assembly {
  add(sample: SampleRow, place: { readonly file: string; readonly line?: number }): Problem | undefined;
  finish(reader: string, header: Header, more: More): Log;
}

export interface More {
  /** About the file itself. */
  readonly notes: readonly string[];
  readonly reductions?: readonly ClaimedReduction[];
}

/** Metadata names that are listed as unread are few enough to be kept. */
const mostUnread = 1000;

export function assembly(limits: Limits): Assembly {
  const builder = trialsBuilder(limits);
  const tally: SampleTally = { edited: 0, twoLayouts: 0, fallback: 0, unread: new Set() };
  const texts = new Map<Cell, Cell>();
  /** Few different texts stand in many rows: each is kept once. */
  const once = (value: Cell) => {
    const known = texts.get(value);
    if (known !== undefined || value === undefined) return known;
    if (texts.size < 1000) texts.set(value, value);
    return value;
  };
  return {
    add({ row, ...sample }, place) {
      if (sample.edited) tally.edited += 1;
      if (sample.twoLayouts) tally.twoLayouts += 1;
      if (sample.fallback) tally.fallback += 1;
      for (const name of sample.unread) if (tally.unread.size < mostUnread) tally.unread.add(name);
      return builder.add({ ...row, model: once(row.model), limit: once(row.limit), stop: once(row.stop) }, place);
    },
    finish(reader, header, { notes, reductions }) {
      const trials = withOtherModels(withScorerName(builder.finish(), header.scored[0]?.scorer), header.model?.name);
      const head = headOf(reader, header, notes);
      const claimed = { ...head.claimed, ...(reductions === undefined ? {} : { reductions }) };
      return { ...head, claimed, trials, notes: [...head.notes, ...rowNotes(header, trials, tally)] };
    },
  };
}

/** What a log says besides its samples; `notes` are about the file itself. */
export function headOf(reader: string, header: Header, notes: readonly string[]): LogHead {
  const { task, model, epochs, total, completed, dataset, metrics, scored } = header;
  const claimed: Claimed = {
    ...(total === undefined ? {} : { total }),
    ...(completed === undefined ? {} : { completed }),
    ...(dataset === undefined ? {} : { dataset }),
    metrics,
    scored,
  };
  return {
    reader,
    claimed,
    ...(task === undefined ? {} : { task }),
    models: model === undefined ? [] : [model.name],
    status: header.status,
    run: header.run,
    ...(model === undefined ? {} : { model }),
    ...(epochs === undefined ? {} : { epochs }),
    notes: [...notes, ...headNotes(header)],
  };
}

/** Gives scores of version 1 the name that only the header has; a log may hold both layouts. */
function withScorerName(trials: Trials, name = 'score'): Trials {
  if (![...trials.scores.keys()].some((scorer) => scorer.startsWith(unnamedScorer))) return trials;
  const renamed = new Map<string, Column>();
  for (const [scorer, column] of trials.scores) {
    const key = scorer.startsWith(unnamedScorer) ? `${name}${scorer.slice(unnamedScorer.length)}` : scorer;
    const other = renamed.get(key);
    renamed.set(key, other === undefined ? column : other.map((value, row) => value ?? column[row]));
  }
  return { ...trials, scores: renamed };
}

/** Leaves of the models that answered those that are not the run's own, with or without its provider. */
function withOtherModels({ model, ...trials }: Trials, name: string | undefined): Trials {
  if (model === undefined || name === undefined) return model === undefined ? trials : { ...trials, model };
  const own = new Set<Cell>([name, name.slice(name.indexOf('/') + 1)]);
  const others = model.map((each) => (own.has(each) ? undefined : each));
  return others.some((each) => each !== undefined) ? { ...trials, model: others } : trials;
}
