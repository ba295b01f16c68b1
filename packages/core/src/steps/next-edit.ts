import { stringify } from 'yaml';
import type { Diagnostic, Draft, DraftValue, SourceRange } from '../case/index.js';

/** What mends a finding: where to look, and, where one can say so, what to write. */
export interface NextEdit {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  /** How to mend it, in words. */
  readonly hint?: string;
  /** Text to write, `…` standing for words that only a person knows. */
  readonly writes: readonly Write[];
}

export interface Write {
  readonly file: string;
  /** The last line of what the text goes into. */
  readonly line: number;
  /** YAML with the keys that lead to it from the top of the file, or from the nearest item of a list. */
  readonly text: string;
}

export function nextEditOf({ code, message, range, hint, draft }: Diagnostic): NextEdit {
  return {
    code,
    message,
    file: range.file,
    line: range.start.line,
    ...(hint === undefined ? {} : { hint }),
    writes: (draft ?? []).map((one) => ({ file: one.at.file, line: lastLine(one.range), text: snippet(one) })),
  };
}

/** A range that ends where a line starts ends on the line before. */
function lastLine({ start, end }: SourceRange): number {
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

function snippet({ at: { path }, key, value }: Draft): string {
  const inner: DraftValue = key === undefined ? [value] : { [key]: value };
  const named = path.slice(path.findLastIndex((step) => typeof step === 'number') + 1);
  const whole = named.reduceRight<DraftValue>((held, step) => ({ [step]: held }), inner);
  return stringify(whole, { lineWidth: 0 }).trimEnd();
}
