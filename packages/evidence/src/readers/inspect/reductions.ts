import { each, isObject, type JsonValue, object, type Shape, scalar, take } from '../../json/index.js';
import type { Limits } from '../../limits.js';
import type { Problem } from '../../problem.js';
import { type TrialsBuilder, trialsBuilder } from '../../trials/index.js';
import type { ClaimedReduction } from '../reader.js';
import { valueCells } from './scores.js';

/** Reads what a log claims of each sample after its epochs were made one. */
export interface Reductions {
  /** Of the list that stands in `reductions.json`, or under `reductions`. */
  readonly shape: Shape;
  found(): readonly ClaimedReduction[];
  /** Entries that name no sample, as in the oldest logs, or with a number too large to be exact: they are not read. */
  unnamed(): number;
}

export function reductionsReader(limits: Limits, file: string): Reductions {
  const found: ClaimedReduction[] = [];
  let unnamed = 0;
  let rows: TrialsBuilder = trialsBuilder(limits);
  // The scorer's name may come after its samples, so columns are named at the end.
  const sample = (item: JsonValue, line: number): Problem | undefined => {
    if (!isObject(item)) return undefined;
    const { sample_id: id, value } = item;
    if (typeof id !== 'string' && !(typeof id === 'number' && Number.isSafeInteger(id))) {
      unnamed += 1;
      return undefined;
    }
    const row = { sample: String(id), epoch: 1, flags: 0, fields: [], scores: valueCells('', value) };
    return rows.add(row, { file, line });
  };
  const reduction = (item: JsonValue): Problem | undefined => {
    const trials = rows.finish();
    rows = trialsBuilder(limits);
    if (!isObject(item) || typeof item.scorer !== 'string') return undefined;
    const { scorer, reducer } = item;
    found.push({
      scorer,
      ...(typeof reducer === 'string' ? { reducer } : {}),
      samples: trials.sample,
      scores: new Map([...trials.scores].map(([name, column]) => [`${scorer}${name}`, column])),
    });
    return undefined;
  };
  const samples = each(object({ sample_id: scalar, value: take }), sample);
  return {
    shape: each(object({ scorer: scalar, reducer: scalar, samples }), reduction),
    found: () => found,
    unnamed: () => unnamed,
  };
}

export function reductionNotes(reductions: Reductions): string[] {
  const unnamed = reductions.unnamed();
  return unnamed === 0 ? [] : [`reduced scores whose sample cannot be told, and are not read: ${unnamed}`];
}
