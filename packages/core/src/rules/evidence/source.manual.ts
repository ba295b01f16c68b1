import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

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

const unmeasurable = `
argument:
  Sn1: { text: Range evaluation, evidence: range, supportedBy: [Sn2, Sn3] }
  Sn2: { text: Another, evidence: gone }
  Sn3: { text: And one more, evidence: torn }
evidence:
  gone: { source: gone.csv, measure: { kind: rate, success: leaked >= 1 } }
  range: { source: range.csv, reader: csv, measure: { kind: rate, success: leeked >= 1 } }
  torn: { source: torn.csv, measure: { kind: rate, success: leaked >= 1 } }
`;

/** No result, in words of the evidence package. */
const missing = (detail: string) => ({ state: { kind: 'missing', detail } }) as const;

const policy = `
policy: { absentEvidence: block }
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv }
`;

export const sourceManual = {
  'evidence-missing': {
    why: 'Neither the source nor an entry of the lock file is here, or the source is here and nothing can be counted in it: nobody can say what the evidence shows. It has doubt 1 and blocks the verdict.',
    passes: example(cited, { measures: { range: read } }),
    fails: failing(
      unmeasurable,
      [
        '8:19 Evidence gone is missing: no file gone.csv and no lock entry',
        '9:76 Evidence range gives no result: range.csv: the source has no field “leeked”',
        '10:19 Evidence torn gives no result: torn.csv:2: the quote is not closed',
      ],
      {
        measures: {
          gone: { ...read, ...missing('no file gone.csv and no lock entry'), digests: [], reader: '' },
          range: { ...read, ...missing('range.csv: the source has no field “leeked”') },
          torn: { ...read, ...missing('torn.csv:2: the quote is not closed'), reader: '' },
        },
      },
    ),
  },
  'evidence-altered': {
    why: 'The source is not the one that was locked, or its entry in the lock file is not the one that was written. Whether the change was honest cannot be seen from here, so the evidence has doubt 1 and blocks the verdict until it is locked anew.',
    passes: example(cited, { measures: { range: read } }),
    fails: failing(cited, ['6:20 Evidence range was altered: the lock file holds sha256:11, the source is sha256:22'], {
      measures: { range: { ...read, state: { kind: 'altered', expected: 'sha256:11', found: 'sha256:22' } } },
    }),
  },
  'evidence-absent': {
    why: 'The lock file holds the result, but this organisation accepts only evidence that was read here and now (`policy.absentEvidence: block`).',
    passes: example(policy, { measures: { range: read } }),
    fails: failing(
      policy,
      ['7:20 Evidence range is not here; its result comes from the lock file, which the policy refuses'],
      { measures: { range: { ...read, state: { kind: 'locked' } } } },
    ),
  },
  'audit-fraction': {
    why: 'A monitor’s detection rate holds at the audit budget at which it was measured. With another fraction of the traffic audited in deployment, the number is about a different control measure.',
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
  },
} satisfies RuleManuals;
