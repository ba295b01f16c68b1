import { type Case, type Diagnostic, lookup, type Measures } from '../case/index.js';
import type { Catalogue } from '../catalogue/index.js';
import type { Assessment } from '../doubt/index.js';
import { macrosystem } from '../macrosystem/index.js';
import { coverage } from '../rules/index.js';
import { signOffsOf } from '../signoff/index.js';
import type { ReportInput } from './input.js';

/** Sets of subsystems that are shown: those that are read. */
const mostSets = 12;

/** What is known of a case once it is assessed. */
export interface Gathered {
  readonly case: Case;
  readonly measures: Measures;
  readonly assessment: Assessment;
  readonly findings: readonly Diagnostic[];
  readonly catalogue?: Catalogue;
  /** Version of Surety that made the assessment. */
  readonly version: string;
}

/** Everything that a report of the case is made from, but for what somebody has to ask for. */
export function gatherReport({ case: of, measures, assessment, findings, catalogue, version }: Gathered): ReportInput {
  const { asOf, seed } = assessment;
  return {
    case: of,
    assessment,
    findings,
    coverage: coverage(of),
    ...(catalogue === undefined ? {} : { catalogue }),
    signOffs: signOffsOf(lookup(of)),
    ...(of.system.length === 0
      ? {}
      : { macrosystem: macrosystem(of, measures, { asOf, seed, sets: mostSets }, assessment) }),
    version,
  };
}
