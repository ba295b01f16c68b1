import type { EvidenceId, Origin } from '@surety/core/case';

/** Everything that can be wrong with a source, a measure over it, a lock file or a folder of case files. */
export type ProblemCode =
  // reaching a source
  | 'no-source'
  | 'source-missing'
  | 'source-not-a-file'
  | 'source-not-a-folder'
  | 'source-unreadable'
  | 'source-too-large'
  | 'source-changed'
  | 'reading-broke-off'
  | 'source-outside-root'
  | 'not-pooled'
  | 'pooled-twice'
  // reading it
  | 'unknown-reader'
  | 'unknown-format'
  | 'ambiguous-format'
  | 'bad-reader'
  | 'zip-damaged'
  | 'zip-unsafe-member'
  | 'zip-unsupported'
  | 'zip-too-large'
  | 'json-syntax'
  | 'json-too-deep'
  | 'json-too-large'
  | 'json-duplicate-key'
  | 'text-encoding'
  | 'text-too-long'
  | 'csv-syntax'
  | 'xml-syntax'
  | 'xml-unsafe'
  | 'parquet-damaged'
  | 'parquet-unsupported'
  | 'parquet-too-large'
  | 'log-shape'
  | 'log-version'
  | 'field-value'
  | 'duplicate-row'
  | 'too-many-rows'
  | 'too-many-columns'
  // measuring
  | 'no-rows'
  | 'trial-not-found'
  | 'no-scorer'
  | 'several-scorers'
  | 'unknown-scorer'
  | 'unknown-field'
  | 'bad-expression'
  | 'no-attack-rows'
  | 'no-benign-rows'
  | 'no-arm-rows'
  | 'measure-options'
  | 'no-floor'
  | 'repeats-apart'
  | 'too-few-repeats'
  | 'no-exposure'
  | 'flawed-queries'
  | 'no-tail'
  | 'not-a-fault-tree'
  | 'fault-tree'
  | 'map-without-tree'
  // the lock file
  | 'lock-syntax'
  | 'lock-version'
  // case files on disk
  | 'file-missing'
  | 'file-unreadable'
  | 'file-too-large'
  | 'too-many-files'
  | 'outside-root'
  | 'folder-link'
  | 'write-failed'
  | 'cache-inside-case';

/** A mistake that a user can cause, as a value: never a stack trace. */
export interface Problem {
  readonly code: ProblemCode;
  /** One sentence without the final full stop: what was found and, where it helps, what to do. */
  readonly message: string;
  /** The file as the caller named it; a member of an archive stands after `!`, as in `run.eval!header.json`. */
  readonly file?: string;
  /** One-based line of the text. */
  readonly line?: number;
  /** One-based column, counted in bytes; of XML, in characters. */
  readonly column?: number;
  /** What a right input would have had here. */
  readonly expected?: string;
  readonly evidence?: EvidenceId;
  /** Where the case states what is at fault. */
  readonly origin?: Origin;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failed(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}

/** `file:line:column: message (expected …)`, with as much of the place as is known. */
export function describe(problem: Problem): string {
  const place = [problem.file, problem.line, problem.line === undefined ? undefined : problem.column];
  const where = place.filter((part) => part !== undefined).join(':');
  const expected = problem.expected === undefined ? '' : ` (expected ${problem.expected})`;
  return `${where}${where === '' ? '' : ': '}${problem.message}${expected}`;
}
