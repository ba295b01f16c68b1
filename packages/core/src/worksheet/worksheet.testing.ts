import fc from 'fast-check';
import { parse, type TextFile } from '../language/index.js';
import { columns, type WorksheetRow } from './index.js';

export const names = { subsystems: ['coder', 'guard'], outcomes: ['leak'], elements: ['G1', 'Sn1'] };

/** A case with this worksheet, or what else stands behind its argument. */
export const caseText = (rest: string) => `surety: 1
case: { id: tiny, title: Tiny }
outcomes: { leak: { text: A leak, claim: G1 } }
system: { coder: { kind: model }, guard: { kind: monitor } }
argument:
  G1: { text: No leak, supportedBy: [Sn1] }
  Sn1: { text: Tests }
${rest}`;

export function caseOf(text: string) {
  return caseOfFiles([{ path: 'case.yaml', text }]);
}

export function caseOfFiles(files: readonly TextFile[]) {
  const { case: of, diagnostics } = parse(files);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return of;
}

/** Text with what tables stumble over: separators, quotes, line ends, and what a spreadsheet takes for a formula. */
const awkward = fc.string({
  unit: fc.constantFrom(...'ab,;"\'\t\n\r =+-@＝＋－＠|:#{}[]&*!%é…漢😀', '\r\n', '""', "'="),
  maxLength: 12,
});
const words = awkward.filter((text) => text.trim() !== '');

export const row: fc.Arbitrary<WorksheetRow> = fc
  .record(
    {
      subsystem: fc.constantFrom(...names.subsystems),
      mode: words,
      cause: words,
      effect: words,
      outcome: fc.constantFrom(...names.outcomes),
      detection: words,
      arguedBy: fc.constantFrom(...names.elements),
    },
    { requiredKeys: ['subsystem', 'mode'], noNullPrototype: true },
  )
  // In the order of the columns, as every row has them.
  .map(
    (one) => Object.fromEntries(columns.flatMap((key) => (one[key] === undefined ? [] : [[key, one[key]]]))) as never,
  );
