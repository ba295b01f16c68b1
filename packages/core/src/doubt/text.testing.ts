import type { Case, Measure, Measures } from '../case/index.js';
import { parse } from '../language/index.js';
import { assess } from './assess.js';
import type { Assessment, OutcomeAssessment } from './assessment.js';
import type { AssessOptions } from './prepare.js';

/** Case text with the parts that every test needs: outcome `o` at threshold 0.01, claimed by G1. */
export function textOf(argument: string, rest = '', head = 'status: draft'): string {
  const indented = argument
    .trimEnd()
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
  return `surety: 1
case: { id: test, title: Test, ${head} }
decision: { window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 1000 } }
outcomes:
  o: { text: It happens, threshold: { probability: 0.01, per: window, approved: { by: board, date: 2026-10-01 } }, claim: G1 }
argument:
${indented}
${rest}`;
}

export function caseFrom(text: string): Case {
  const parsed = parse([{ path: 'case.yaml', text }]);
  if (parsed.case !== null) return parsed.case;
  const found = parsed.diagnostics.map(
    ({ range, code, message }) => `${range.start.line}:${range.start.column} ${code} ${message}`,
  );
  throw new Error(found.join('\n'));
}

export function assessText(text: string, measures: Measures = {}, options: Partial<AssessOptions> = {}): Assessment {
  return assess(caseFrom(text), measures, { asOf: '2026-11-23', ...options });
}

export function outcomeOf(
  text: string,
  measures: Measures = {},
  options: Partial<AssessOptions> = {},
): OutcomeAssessment {
  const [outcome] = assessText(text, measures, options).outcomes;
  if (outcome === undefined) throw new Error('The case has no outcome');
  return outcome;
}

/** The codes of the reasons that block a verdict, in the order in which they are told. */
export function blockingCodes(outcome: Pick<OutcomeAssessment, 'reasons'>): readonly string[] {
  return outcome.reasons.filter((reason) => reason.blocks).map((reason) => reason.code);
}

/** A fresh measure with `events` of `trials`. */
export function counted(events: number, trials: number, more: Partial<Measure> = {}): Measure {
  const exclude = 'exclude';
  return {
    state: { kind: 'fresh' },
    digests: [`sha256:${events}-${trials}`],
    reader: 'test 1',
    models: [],
    results: [
      { policy: { errors: exclude, invalid: exclude, limits: exclude }, counts: { kind: 'binomial', events, trials } },
    ],
    notes: [],
    ...more,
  };
}
