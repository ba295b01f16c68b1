import { canonicalDigest } from '@surety/core/canonical';
import { expect } from 'vitest';
import { type Column, flag, type Trials } from '../../trials/index.js';
import type { Log, LogHead } from '../reader.js';
import { byRow, flat, type OracleLog, type OracleRow } from './oracle.testing.js';

/** A row in the oracle's words, with what the reader leaves out of both left out. */
function rowsOf(trials: Trials, model: string) {
  const at = (column: Column | undefined, row: number) => column?.[row] ?? null;
  const cells = (columns: ReadonlyMap<string, Column>, row: number) =>
    Object.fromEntries([...columns].flatMap(([name, column]) => flat(name, column[row] ?? null)));
  return byRow(
    trials.sample.map((sample, row) => ({
      sample,
      epoch: trials.epoch[row]!,
      uuid: at(trials.uuid, row),
      scores: cells(trials.scores, row),
      metadata: cells(trials.fields, row),
      flags: trials.flags[row]!,
      retries: at(trials.retries, row) ?? 0,
      limit: at(trials.limit, row),
      stop: at(trials.stop, row),
      model: at(trials.model, row) ?? model,
      completed: at(trials.time, row),
      group: at(trials.group, row),
    })),
  );
}

const longestText = 1024;

function expectedRow(row: OracleRow, model: string) {
  const { uuid, error, retries, limit, stop, completed } = row;
  const refusal = stop === 'content_filter' || Object.values(row.scores).some(({ reason }) => reason === 'refusal');
  const partial = error !== null && /^Cancelled(Error)?\(/.test(error);
  const kept = Object.entries(row.metadata).filter(
    ([, value]) => typeof value !== 'object' && !(typeof value === 'string' && value.length > longestText),
  );
  return {
    sample: row.sample,
    epoch: row.epoch,
    uuid,
    scores: Object.fromEntries(Object.entries(row.scores).flatMap(([name, { value }]) => flat(name, value))),
    metadata: Object.fromEntries(kept.flatMap(([name, value]) => flat(name, value))),
    flags:
      (error === null ? 0 : flag.error) |
      (limit === null ? 0 : flag.limit) |
      (row.invalid ? flag.invalid : 0) |
      (refusal ? flag.refused : 0) |
      (partial ? flag.partial : 0),
    retries,
    limit,
    stop,
    // The provider may be left off.
    model: row.model === null || row.model === model.slice(model.indexOf('/') + 1) ? model : row.model,
    completed,
    group: row.metadata.group ?? null,
  };
}

/** The header says what the API says of it. */
export function expectHead(head: LogHead, log: OracleLog): void {
  const { status, task, models, run, model, epochs, claimed } = head;
  expect({ status, task, models }).toEqual({ status: log.status, task: log.task, models: [log.model] });
  expect(run).toEqual({
    id: log.runId,
    task: log.taskId,
    // Older logs do not state it, and the API makes one up.
    ...(run?.log === undefined ? {} : { log: log.evalId }),
    created: log.created,
    ...(log.started === null ? {} : { started: log.started }),
    ...(log.completed === null ? {} : { completed: log.completed }),
    taskVersion: log.taskVersion,
    tags: log.tags,
    ...(log.revision === null ? {} : { revision: { ...log.revision, type: undefined } }),
    packages: log.packages,
  });
  const { model_args, model_base_url, model_generate_config, config } = log.settings;
  const settings = { args: model_args, baseUrl: model_base_url, configs: [model_generate_config, config] };
  expect(model).toMatchObject({ name: log.model, settings: `sha256:${canonicalDigest(settings)}` });
  expect(model?.roles.map(({ role, name }) => [role, name])).toEqual(
    Object.entries(log.roles).flatMap(([role, names]) => names.map((name) => [role, name])),
  );
  expect(epochs).toEqual(log.epochs === null ? undefined : { count: log.epochs, reducers: log.reducers ?? [] });
  // Where a log does not count its samples the API says 0.
  expect([claimed.total, claimed.completed]).toEqual(
    log.total === 0 ? [undefined, undefined] : [log.total ?? undefined, log.completedSamples ?? undefined],
  );
  expect(claimed.dataset).toBe(log.dataset.samples ?? undefined);
  const named = ({ name, scorer, reducer }: OracleLog['scores'][number]) => ({
    scorer: name,
    ...(scorer === name ? {} : { of: scorer }),
    ...(reducer === null ? {} : { reducer }),
  });
  // Names that are whole numbers come first in an object of JavaScript.
  const inOrder = (metrics: LogHead['claimed']['metrics']) =>
    [...metrics].sort((a, b) => (JSON.stringify({ ...a, value: 0 }) < JSON.stringify({ ...b, value: 0 }) ? -1 : 1));
  expect(inOrder(claimed.metrics)).toEqual(
    inOrder(
      log.scores.flatMap((score) =>
        score.metrics.map(({ name, group, value }) => ({
          ...named(score),
          name,
          ...(group === null ? {} : { group }),
          value,
        })),
      ),
    ),
  );
  expect(claimed.scored).toEqual(
    log.scores.map((score) => ({
      ...named(score),
      ...(score.scored === null ? {} : { scored: score.scored }),
      ...(score.unscored === null ? {} : { unscored: score.unscored }),
    })),
  );
}

/** The number 2^53 + 1, which JSON's numbers cannot hold; the name of its member tells the row, nothing the reduction. */
const tooLarge = '9007199254740993';

/** The reduced scores are those that the API gives. */
export function expectReductions({ claimed }: Log, log: OracleLog): void {
  const found = (claimed.reductions ?? []).map(({ scorer, reducer, samples, scores }) => ({
    scorer,
    reducer: reducer ?? null,
    samples: samples.map((sample, row) => ({
      sample,
      value: Object.fromEntries([...scores].flatMap(([name, column]) => flat(name, column[row] ?? null))),
    })),
  }));
  expect(found).toEqual(
    log.reductions.map(({ scorer, reducer, samples }) => ({
      scorer,
      reducer,
      samples: samples
        .filter(({ sample }) => sample !== tooLarge)
        .map(({ sample, value }) => ({ sample, value: Object.fromEntries(flat(scorer, value)) })),
    })),
  );
}

/** Every field of every row is what the API says of it. */
export function expectRows({ trials }: Log, log: OracleLog): void {
  expect(rowsOf(trials, log.model)).toEqual(log.rows.map((row) => expectedRow(row, log.model)));
}
