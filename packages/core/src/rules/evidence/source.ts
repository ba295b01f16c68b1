import type { Measure } from '../../case/index.js';
import { example, type Found, failing, type RuleContext, rule } from '../rule.js';
import { inside } from '../words.js';

const read: Measure = {
  state: { kind: 'fresh' },
  digests: ['sha256:11'],
  reader: 'csv 1',
  models: [],
  results: [],
  notes: [],
};

const cited = `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv }
`;

export const evidenceMissing = rule({
  code: 'evidence-missing',
  title: 'Evidence that is not there',
  severity: 'error',
  why: 'Neither the source nor an entry of the lock file is here: nobody can say what the evidence shows. It has doubt 1 and blocks the verdict.',
  check: (context) =>
    inState(context, ({ id }, state) =>
      state.kind === 'missing' ? `Evidence ${id} is missing: ${state.detail}` : undefined,
    ),
  passes: example(cited, { measures: { range: read } }),
  fails: failing(cited, ['6:20 Evidence range is missing: no file range.csv and no lock entry'], {
    measures: { range: { ...read, state: { kind: 'missing', detail: 'no file range.csv and no lock entry' } } },
  }),
});

export const evidenceAltered = rule({
  code: 'evidence-altered',
  title: 'Evidence that was altered',
  severity: 'error',
  why: 'The source is not the one that was locked. Whether the change was honest cannot be seen from here, so the evidence has doubt 1 and blocks the verdict until it is locked anew.',
  check: (context) =>
    inState(context, ({ id }, state) =>
      state.kind === 'altered'
        ? `Evidence ${id} was altered: locked as ${state.expected}, found ${state.found}`
        : undefined,
    ),
  passes: example(cited, { measures: { range: read } }),
  fails: failing(cited, ['6:20 Evidence range was altered: locked as sha256:11, found sha256:22'], {
    measures: { range: { ...read, state: { kind: 'altered', expected: 'sha256:11', found: 'sha256:22' } } },
  }),
});

const policy = `
policy: { absentEvidence: block }
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv }
`;

export const evidenceAbsent = rule({
  code: 'evidence-absent',
  title: 'Evidence that policy wants here',
  severity: 'error',
  why: 'The lock file holds the result, but this organisation accepts only evidence that was read here and now (`policy.absentEvidence: block`).',
  check: (context) =>
    context.case.policy.absentEvidence === 'locked'
      ? []
      : inState(context, ({ id }, state) =>
          state.kind === 'locked'
            ? `Evidence ${id} is not here; its result comes from the lock file, which the policy refuses`
            : undefined,
        ),
  passes: example(policy, { measures: { range: read } }),
  fails: failing(
    policy,
    ['7:20 Evidence range is not here; its result comes from the lock file, which the policy refuses'],
    { measures: { range: { ...read, state: { kind: 'locked' } } } },
  ),
});

/** A finding for each cited piece of evidence whose source is in a state that `say` has words for. */
function inState(
  { case: of, facts, measures }: RuleContext,
  say: (evidence: { readonly id: string }, state: Measure['state']) => string | undefined,
): Found[] {
  if (measures === undefined) return [];
  return of.evidence.flatMap((evidence): Found[] => {
    const measure = Object.hasOwn(measures, evidence.id) ? measures[evidence.id] : undefined;
    if (measure === undefined || !facts.citedEvidence().has(evidence.id)) return [];
    const message = say(evidence, measure.state);
    return message === undefined ? [] : [{ message, at: evidence.sources[0]?.origin ?? evidence.origin }];
  });
}

export const auditFraction = rule({
  code: 'audit-fraction',
  title: 'Audit budget of the evaluation that differs from the deployed one',
  severity: 'error',
  why: 'A monitor’s detection rate holds at the audit budget at which it was measured. With another fraction of the traffic audited in deployment, the number is about a different control measure.',
  check: ({ case: of, lookup }) => {
    const stated = of.system.filter((subsystem) => subsystem.auditFraction !== undefined);
    return of.evidence.flatMap(({ id, measure, about }): Found[] => {
      if (measure?.kind !== 'detection' || stated.length === 0) return [];
      const own = about?.subsystem === undefined ? undefined : lookup.subsystem(about.subsystem);
      const deployed = own?.auditFraction === undefined ? stated : [own];
      if (deployed.some((subsystem) => subsystem.auditFraction === measure.auditFraction)) return [];
      const fractions = deployed.map((subsystem) => `${subsystem.id} audits ${subsystem.auditFraction}`).join(', ');
      return [
        {
          message: `Evidence ${id} was measured at an audit fraction of ${measure.auditFraction}, but ${fractions}`,
          at: inside(measure.origin, 'auditFraction'),
        },
      ];
    });
  },
  passes: example(`
system:
  auditors: { kind: humans, audit: { fraction: 0.02 } }
evidence:
  redteam:
    source: redteam.csv
    reader: csv
    measure: { kind: detection, score: suspicion, attack: is_attack, auditFraction: 0.02 }
`),
  fails: failing(
    `
system:
  auditors: { kind: humans, audit: { fraction: 0.01 } }
evidence:
  redteam:
    source: redteam.csv
    reader: csv
    measure: { kind: detection, score: suspicion, attack: is_attack, auditFraction: 0.02 }
`,
    ['9:85 Evidence redteam was measured at an audit fraction of 0.02, but auditors audits 0.01'],
  ),
});
