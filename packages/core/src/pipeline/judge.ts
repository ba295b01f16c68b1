import type { Case, Diagnostic, IsoDate, Measures, SignatureCheck } from '../case/index.js';
import { type ChainLink, citePrevious } from '../chain/index.js';
import { type Assessment, assess } from '../doubt/index.js';
import type { Parsed } from '../language/index.js';
import { diagnose, isFatal } from '../rules/index.js';
import { mergedFindings } from './merged-findings.js';
import { withChecks } from './with-checks.js';

export interface JudgeInput {
  readonly asOf: IsoDate;
  readonly seed: number;
  readonly measures: Measures;
  /** Of each sign-off, in their order; see `withChecks`. */
  readonly signatures?: readonly (SignatureCheck | null)[];
  /** The generations before the case, where it stands in a chain. */
  readonly previous?: readonly ChainLink[];
}

export interface Judged {
  /** With what was found of its signatures and what its chain gives it; null exactly where its text has an error. */
  readonly case: Case | null;
  /** Of the text and of the rules, by file and then by place. */
  readonly findings: readonly Diagnostic[];
  /** The findings in whose presence the argument has no meaning; then, and where the text has an error, nothing is assessed. */
  readonly fatal: readonly Diagnostic[];
  readonly assessment: Assessment | null;
}

/** What a text is worth with what was measured for it. Where it has errors: what else is found in what could be read of it. */
export function judge(parsed: Parsed, { asOf, seed, measures, signatures, previous }: JudgeInput): Judged {
  const { catalogue, ranges } = parsed;
  if (parsed.case === null) {
    const { readable } = parsed;
    if (readable === null) return { case: null, findings: parsed.diagnostics, fatal: [], assessment: null };
    const found = diagnose(readable.case, ranges, { asOf, measures, catalogue, gaps: readable.gaps });
    return { case: null, findings: mergedFindings(parsed.diagnostics, found), fatal: [], assessment: null };
  }
  const checked = withChecks(parsed.case, signatures ?? []);
  const of = previous === undefined ? checked : citePrevious(checked, measures, previous, { asOf });
  const findings = mergedFindings(parsed.diagnostics, diagnose(of, ranges, { asOf, measures, catalogue }));
  const fatal = findings.filter(({ code }) => isFatal(code));
  const assessment = fatal.length > 0 ? null : assess(of, measures, { asOf, seed });
  return { case: of, findings, fatal, assessment };
}
