import type { CountingPolicy, FlawKind, MeasureSpec } from '@surety/core/case';
import type { Log } from '../readers/reader.js';
import type { Cell, Column } from '../trials/trials.js';

const origin = { file: 'case.yaml', path: [] };

const policies: Readonly<Record<FlawKind, CountingPolicy>> = {
  errors: 'worst',
  invalid: 'worst',
  limits: 'worst',
  refusals: 'worst',
  partial: 'worst',
};

export function rate(
  success: string,
  more: Partial<MeasureSpec & { kind: 'rate' }> = {},
): MeasureSpec & { kind: 'rate' } {
  return {
    kind: 'rate',
    success,
    groupBy: 'sample',
    ...policies,
    origin,
    ...more,
  };
}

export function detection(
  more: Partial<MeasureSpec & { kind: 'detection' }> = {},
): MeasureSpec & { kind: 'detection' } {
  return {
    kind: 'detection',
    score: 'suspicion',
    attack: 'attack',
    auditFraction: 0.1,
    groupBy: 'sample',
    ...policies,
    origin,
    ...more,
  };
}

export function difference(
  more: Partial<MeasureSpec & { kind: 'difference' }> = {},
): MeasureSpec & { kind: 'difference' } {
  return {
    kind: 'difference',
    success: 'passed',
    arm: 'arm',
    treated: 'model',
    control: 'search',
    paired: false,
    groupBy: 'sample',
    ...policies,
    origin,
    ...more,
  };
}

/** `[sample, epoch, flags]` for each row, and columns. */
export function logOf(
  rows: readonly (readonly [sample: string, epoch: number, flags: number])[],
  columns: {
    readonly scores?: Readonly<Record<string, Column>>;
    readonly fields?: Readonly<Record<string, Column>>;
    readonly task?: string;
  },
): Log {
  return {
    reader: 'test 1',
    ...(columns.task === undefined ? {} : { task: columns.task }),
    models: [],
    status: 'success',
    notes: [],
    claimed: { metrics: [] },
    trials: {
      rows: rows.length,
      sample: rows.map(([sample]) => sample),
      epoch: rows.map(([, epoch]) => epoch),
      flags: Uint8Array.from(rows, ([, , flags]) => flags),
      scores: new Map(Object.entries(columns.scores ?? {})),
      fields: new Map(Object.entries(columns.fields ?? {})),
    },
  };
}

/** Rows that are samples of their own. */
export function samples(flags: readonly number[]): [string, number, number][] {
  return flags.map((each, at) => [`s${at}`, 1, each]);
}

export type { Cell };
