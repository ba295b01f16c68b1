import type { Case, Diagnostic, Ranges } from '../case/index.js';
import { parse } from '../language/index.js';
import { diagnose, type Example, type RuleCode } from './index.js';

/** The day on which examples are checked that do not say when. */
export const someDay = '2026-11-23';

/** Reads an example; throws where its text is not a case, as a broken example is a bug. */
export function read({ text, files }: Example): { readonly of: Case; readonly ranges: Ranges } {
  const more = Object.entries(files ?? {}).map(([path, content]) => ({ path, text: content }));
  const { case: of, ranges, diagnostics } = parse([{ path: 'case.yaml', text }, ...more]);
  if (of === null) throw new Error(diagnostics.map((one) => `${one.range.start.line}: ${one.message}`).join('\n'));
  return { of, ranges };
}

/** What the rules find in a text, with its places. */
export function diagnosticsIn(example: Example): readonly Diagnostic<RuleCode>[] {
  const { of, ranges } = read(example);
  const measures = example.measures === undefined ? {} : { measures: example.measures };
  return diagnose(of, ranges, { asOf: example.asOf ?? someDay, ...measures });
}

/** What one rule finds in a text, as `line:column message`, in the order of the text. */
export function findingsIn(example: Example, code: string): readonly string[] {
  return diagnosticsIn(example)
    .filter((diagnostic) => diagnostic.code === code)
    .map(({ range, message }) => `${range.start.line}:${range.start.column} ${message}`);
}
