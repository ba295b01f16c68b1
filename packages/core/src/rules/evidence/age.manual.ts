import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

const lockedLater: Measure = {
  state: { kind: 'locked', lockedAt: '2026-12-01' },
  digests: ['sha256:11'],
  reader: 'csv 1',
  models: [],
  results: [{ policy: {}, counts: { kind: 'binomial', events: 0, trials: 60 } }],
  notes: [],
};

export const ageManual = {
  'evidence-stale': {
    why: 'Its collectors said until when the evidence may be relied on. Past that day it has doubt 1 and blocks the verdict.',
    passes: example(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10, expires: 2027-03-01 }
`,
      { asOf: '2027-02-28' },
    ),
    fails: failing(
      `
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10, expires: 2027-03-01 }
`,
      ['6:76 Evidence range expired on 2027-03-01, and the case is checked as of 2027-03-01'],
      { asOf: '2027-03-01' },
    ),
  },
  'expires-in-window': {
    why: 'The claim is about the whole window. From the day on which the evidence expires the case stands without it, while the system still runs.',
    passes: example(
      `
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, expires: 2027-03-01 }
`,
      { asOf: '2026-12-01' },
    ),
    fails: failing(
      `
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, expires: 2027-02-28 }
`,
      ['7:53 Evidence range expires on 2027-02-28, inside the window that ends on 2027-02-28'],
      { asOf: '2026-12-01' },
    ),
  },
  'evidence-dates': {
    why: 'Evidence cannot have been collected, nor its result locked, after the day of the assessment, nor expire before it was collected. One of the dates is wrong, and with it what the case says about staleness.',
    passes: example(
      `
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10, expires: 2027-03-01 }
`,
      { asOf: '2026-11-10' },
    ),
    fails: failing(
      `
evidence:
  range: { source: range.csv, reader: csv, collected: 2026-11-10, expires: 2027-03-01 }
  redteam: { source: redteam.csv, reader: csv, collected: 2026-11-01, expires: 2026-10-01 }
  drills: { source: drills.csv, reader: csv }
`,
      [
        '4:55 Evidence range was collected on 2026-11-10, after the day of the check, 2026-11-09',
        '5:59 Evidence redteam was collected on 2026-11-01 and expired on 2026-10-01 already',
        '6:3 Evidence drills was locked on 2026-12-01, after the day of the check, 2026-11-09',
      ],
      { asOf: '2026-11-09', measures: { drills: lockedLater } },
    ),
  },
  'evidence-provenance': {
    why: 'Who collected evidence, when, and until when it may be used is what lets a reader judge it and lets a tool notice that it has gone stale.',
    passes: example(`
evidence:
  range: { source: range.csv, reader: csv, by: range-team, collected: 2026-11-10, expires: 2027-03-01 }
`),
    fails: failing(
      `
evidence:
  range: { source: range.csv, reader: csv, by: range-team }
`,
      ['4:3 Evidence range does not state `collected` and `expires`'],
    ),
  },
  'evidence-unused': {
    why: 'Evidence that was collected and is not part of the argument is either forgotten or was left out. A reviewer wants to know which.',
    passes: example(`
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv }
`),
    fails: failing(
      `
evidence:
  range: { source: range.csv, reader: csv }
`,
      ['4:3 No element and no quantity cites evidence range'],
    ),
  },
} satisfies RuleManuals;
