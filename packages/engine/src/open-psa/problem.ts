import type { XmlPlace, XmlProblem } from '../xml/index.js';

/** A place in one of the files of a model; `file` is absent where the reader knows of one file only. */
export interface ModelPlace extends XmlPlace {
  readonly file?: string;
}

export type ModelProblemCode =
  | 'xml'
  | 'limit'
  | 'unknown-element'
  | 'missing-attribute'
  | 'bad-value'
  | 'bad-number-of-parts'
  | 'duplicate'
  | 'undefined'
  | 'cycle'
  | 'not-supported'
  | 'no-probability'
  | 'domain';

/** A mistake in a model, or something in it that is not supported, with its place in the text. */
export interface ModelProblem extends XmlProblem, ModelPlace {
  readonly code: ModelProblemCode;
  /** The defined name that a mistyped one most likely means. */
  readonly nearest?: string;
}

export type ModelResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ModelProblem };

/** A problem at a place. */
export function problemAt(
  code: ModelProblemCode,
  { line, column, file }: ModelPlace,
  message: string,
  expected?: string,
  nearest?: string,
): ModelProblem {
  return {
    kind: code === 'limit' ? 'limit' : 'syntax',
    code,
    ...(file === undefined ? {} : { file }),
    line,
    column,
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(nearest === undefined ? {} : { nearest }),
  };
}
