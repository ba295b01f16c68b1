import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtures } from '../../shared-data.testing.js';

/** JSON has no NaN: the oracle writes `{"float": "nan"}`, which is read back here. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** What Inspect's own API reports of one log; see `scripts/inspect_fixtures/oracle.py`. */
export interface OracleLog {
  readonly version: number;
  readonly status: string;
  readonly error: string | null;
  readonly invalidated: boolean;
  readonly task: string;
  readonly taskId: string;
  readonly taskVersion: number | string;
  readonly runId: string;
  readonly evalId: string;
  readonly created: string;
  readonly started: string | null;
  readonly completed: string | null;
  readonly tags: readonly string[];
  readonly revision: { readonly origin: string; readonly commit: string; readonly dirty?: boolean } | null;
  readonly packages: Readonly<Record<string, string>>;
  readonly model: string;
  readonly settings: {
    readonly model_args: Plain;
    readonly model_base_url: string | null;
    readonly model_generate_config: Plain;
    readonly config: Plain;
  };
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly dataset: { readonly name: string; readonly samples: number | null };
  readonly epochs: number | null;
  readonly reducers: readonly string[] | null;
  readonly total: number | null;
  readonly completedSamples: number | null;
  readonly early: number | null;
  readonly configUpdates: number;
  readonly scores: readonly {
    readonly name: string;
    readonly scorer: string;
    readonly reducer: string | null;
    readonly scored: number | null;
    readonly unscored: number | null;
    readonly metrics: readonly { readonly name: string; readonly group: string | null; readonly value: number }[];
  }[];
  /** What the API's header-only mode says otherwise. */
  readonly headerOnly: Readonly<Record<string, Plain>>;
  readonly reductions: readonly {
    readonly scorer: string;
    readonly reducer: string | null;
    readonly samples: readonly { readonly sample: string; readonly value: Plain }[];
  }[];
  readonly rows: readonly OracleRow[];
}

export interface OracleRow {
  readonly sample: string;
  readonly epoch: number;
  readonly uuid: string | null;
  readonly scores: Readonly<
    Record<
      string,
      {
        readonly value: Plain;
        readonly answer: string | null;
        readonly reason: string | null;
        readonly edits: number;
      }
    >
  >;
  readonly error: string | null;
  readonly retries: number;
  readonly limit: string | null;
  readonly invalid: boolean;
  readonly stop: string | null;
  readonly model: string | null;
  readonly completed: string | null;
  readonly metadata: Readonly<Record<string, Plain>>;
}

export const folder = join(fixtures, 'inspect');

export interface Oracle {
  readonly madeBy: { readonly inspect_ai: string; readonly python: string };
  readonly files: Readonly<Record<string, OracleLog>>;
}

export function oracleIn(file: string): Oracle {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'), (_key, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === 'float'
      ? Number((value as { float: string }).float.replace('inf', 'Infinity'))
      : value,
  ) as Oracle;
}

/** Values by column as the reader names them; NaN and null are no value. */
export function flat(name: string, value: Plain): [string, number | string | boolean][] {
  if (value === null || Number.isNaN(value)) return [];
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([key, item]) => flat(`${name}.${key}`, item as Plain))
    : [[name, value]];
}

/** In the order of the oracle. */
export function byRow<T extends { readonly sample: string; readonly epoch: number }>(rows: readonly T[]): T[] {
  const points = (text: string) => [...text].map((each) => each.codePointAt(0)!.toString(16).padStart(6, '0')).join('');
  const key = ({ sample, epoch }: T) => `${points(sample)} ${String(epoch).padStart(9, '0')}`;
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
