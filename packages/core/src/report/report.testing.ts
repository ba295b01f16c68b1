import { lookup, type Measures } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { parse } from '../language/index.js';
import { macrosystem } from '../macrosystem/index.js';
import { coverage, diagnose } from '../rules/index.js';
import { signOffsOf } from '../signoff/index.js';
import type { ReportInput } from './index.js';

/** The input of a report about this text, as of 2026-11-23. */
export function inputFor(text: string, measures: Measures = {}): ReportInput {
  const parsed = parse([{ path: 'case.yaml', text }]);
  const { case: of, ranges, diagnostics } = parsed;
  if (of === null) throw new Error(diagnostics.map((one) => `${one.range.start.line}: ${one.message}`).join('\n'));
  const options = { asOf: '2026-11-23', seed: 1 };
  const { asOf } = options;
  const assessment = assess(of, measures, options);
  return {
    case: of,
    assessment,
    findings: diagnose(of, ranges, { asOf, measures }),
    coverage: coverage(of),
    signOffs: signOffsOf(lookup(of)),
    ...(of.system.length === 0 ? {} : { macrosystem: macrosystem(of, measures, options, assessment) }),
    version: 'test',
  };
}

/** A small case that has something in every section. */
export const everySection = `surety: 1
case: { id: small, title: A helper for tickets, status: in review, owner: support, budget: { probability: 0.05, per: window } }
decision:
  kind: internal deployment
  question: Let the helper draft answers?
  options: [yes, no]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 2000, instances: 1 }
outcomes:
  leak:
    text: A record leaks
    severity: severe
    threshold: { probability: 0.02, per: window, criterion: p95, approved: { by: board, date: 2026-11-02 } }
    claim: G1
  loss: { text: A record is lost, threshold: { probability: 0.01, per: window }, claim: G9 }
  harm: { text: Nobody argues this one, threshold: { probability: 0.001, per: window } }
system:
  helper: { kind: model, text: Drafts answers, capability: 3, model: { name: Helper, version: "3" } }
  desk: { kind: humans, count: 3, watches: helper }
assumptions:
  A1: { text: One record per session, owner: platform, indicator: mixed, doubt: { elicited: { between: [1e-4, 1e-3] }, by: Ada, date: 2026-11-16, because: Enforced } }
argument:
  G1:
    text: No record leaks in the window
    subsystem: helper
    outcome: leak
    supportedBy: [S1, G5]
    inContextOf: [A1, { id: C1, text: What a record is }]
    inference: { elicited: 1e-4, by: Ada, date: 2026-11-16, because: Restates }
  S1:
    text: Either way is enough
    combine: any
    dependence: { beta: 0.1, because: One team built both }
    supportedBy: [Sn1, Sn2]
    inference: { elicited: 0, by: Ada, date: 2026-11-16, because: Either suffices }
  Sn1: { text: Isolation tests, evidence: tests, requires: { rate: "<= 0.05", margin: 2 } }
  Sn2: { text: Proof of the rule, doubt: p_proof, holdsUntil: { capability: 4 } }
  G5: { text: The desk reads every draft, category: control, supportedBy: [Sn3], assumes: { helper: untrustworthy } }
  Sn3: { text: Reading drills, doubt: [{ elicited: 1e-3, by: Ben, date: 2026-11-17, because: Drilled }, { elicited: 4e-3, by: Cem, date: 2026-11-17, because: Tired }] }
  D1: { type: challenge, challenges: Sn2, text: The proof is of a model, status: answered, strength: { elicited: 0.2, by: Dee, date: 2026-11-18, because: Models differ }, raisedBy: Dee, date: 2026-11-18, answeredBy: G6 }
  G6: { text: The model was tested against the rule, doubt: { elicited: 0.05, by: Ben, date: 2026-11-18, because: Once } }
  D2: { type: challenge, challenges: G5 -> Sn3, text: Drills were announced, status: open, raisedBy: Dee, date: 2026-11-19 }
  G9: { text: No record is lost, outcome: loss, supportedBy: [A1, Sn9] }
  Sn9: { text: Backups are tried, undeveloped: true }
riskCases:
  leak: { claim: R1, argument: { R1: { text: A record leaks, doubt: { elicited: 0.999, by: Dee, date: 2026-11-19, because: Rare } } } }
quantities:
  p_proof: { between: [1e-3, 1e-2], because: By the size of the rule }
evidence:
  tests:
    source: logs/tests.csv
    reader: csv
    by: red-team
    about: { subsystem: helper, model: Helper }
    collected: 2026-11-01
    expires: 2027-01-31
    measure: { kind: rate, success: leaked >= 1 }
interactions:
  - { kind: collusion, outcome: leak, dismissed: There is one model }
dismissed:
  - { subsystem: desk, outcome: leak, because: Reads only }
fmea:
  - { subsystem: helper, mode: Mixes sessions, cause: A cache, effect: A leak, outcome: leak, detection: Reading, arguedBy: G5 }
dependence:
  - { name: same rule, members: [Sn1, Sn2], beta: 0.1, because: Both lean on the rule }
indicators:
  mixed: { tests: A1, source: mixed sessions, breach: "> 0", every: 1d }
waivers:
  - { rule: undeveloped, at: Sn9, because: Not before March, by: support, until: 2027-03-01 }
review:
  required: [author, assessor]
  signoffs: [{ role: author, who: Ada, date: 2026-11-20, of: "sha256:0000", statement: Read in full }]
`;

export const everyMeasure: Measures = {
  tests: {
    state: { kind: 'fresh' },
    digests: ['sha256:1f0e3dc4b691dff528f342c72bb54132ed3f18c9595a325f6ee3cdcdd6f29043'],
    reader: 'csv 1',
    models: ['Helper'],
    results: [
      {
        policy: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' },
        counts: { kind: 'binomial', events: 1, trials: 300 },
      },
    ],
    notes: ['1 row was empty'],
  },
};

/** The same argument without a single doubt. */
export const notQuantified = `surety: 1
case: { id: plain, title: A helper for tickets, status: draft, budget: { probability: 0.05, per: window } }
decision: { question: Let the helper draft answers? }
outcomes:
  leak: { text: A record leaks, threshold: { probability: 0.0125, per: window }, claim: G1 }
argument:
  G1: { text: No record leaks in the window, supportedBy: [S1] }
  S1: { text: Either way is enough, combine: any, dependence: { beta: 0.15, because: One team }, supportedBy: [G2, G3] }
  G2: { text: Sessions are apart, undeveloped: true }
  G3: { text: The desk reads every draft, undeveloped: true }
riskCases:
  leak: { claim: R1, argument: { R1: { text: A record leaks, undeveloped: true } } }
`;
