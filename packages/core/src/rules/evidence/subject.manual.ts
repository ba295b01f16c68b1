import type { Measure } from '../../case/index.js';
import { example, failing, type RuleManuals } from '../example.js';

const locked: Measure = {
  state: { kind: 'locked' },
  digests: ['sha256:11'],
  reader: 'csv 1',
  models: ['lab/Coder-1'],
  results: [],
  notes: [],
};

/** A tree that was solved, with a valve of probability 0.01 in it. */
const solved: Measure = {
  state: { kind: 'fresh' },
  digests: ['sha256:12'],
  reader: 'open-psa 1',
  models: [],
  results: [{ policy: {}, counts: { kind: 'computed', probability: 0.0004, events: { valve: 0.01 } } }],
  notes: [],
};

const tree = (doubt: number) => `
argument:
  A1: { text: The filter blocks, doubt: ${doubt} }
evidence:
  plant: { source: plant.xml, reader: open-psa, top: release, map: { valve: A1 } }
`;

export const subjectManual = {
  'evidence-other-model': {
    why: 'What was measured on one version shows nothing about the next until somebody argues that it carries over. Without a transfer argument the evidence has doubt 1 and blocks the verdict.',
    passes: example(`
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "sha256:6b1f" } }
`),
    fails: failing(
      `
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "sha256:90aa" } }
`,
      ['6:78 Evidence range is about model sha256:90aa, but coder is sha256:6b1f'],
    ),
  },
  'evidence-model-unpinned': {
    why: 'A model’s name outlives its versions. Evidence that names only the family cannot be told from evidence about the version before.',
    passes: example(`
system:
  coder: { kind: model, model: { name: Coder-2, version: "2.1" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "2.1" } }
`),
    fails: failing(
      `
system:
  coder: { kind: model, model: { name: Coder-2, version: "2.1" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: Coder-2 } }
`,
      ['6:78 Evidence range is about Coder-2 without a version; expected 2.1'],
    ),
  },
  'event-not-element': {
    why: 'A basic event of a fault tree that is an element of the case fails with it. The tree was solved with its own number for the event; if the case says that the element is likelier to fail, the top event is likelier than the tree says, and nobody computed how much. So the evidence counts as failed, and blocks, until both have one number.',
    passes: example(tree(0.01), { measures: { plant: solved } }),
    fails: failing(
      tree(0.05),
      [
        '6:77 Evidence plant: the basic event valve has a probability of 0.01 in the tree, and A1, which it is, a doubt of 0.05',
      ],
      { measures: { plant: solved } },
    ),
  },
  'evidence-about-nothing': {
    why: 'Evidence that names neither a subsystem nor its model cannot be noticed when the model is replaced: it would go on supporting a system on which it was never collected.',
    passes: example(`
system:
  coder: { kind: model, model: { version: "2.1" } }
argument:
  Sn1: { text: Range evaluation, evidence: range }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "2.1" } }
`),
    fails: failing(
      `
system:
  coder: { kind: model, model: { version: "2.1" } }
argument:
  Sn1: { text: Range evaluation, evidence: range }
  Sn2: { text: Red-team report, evidence: redteam }
evidence:
  range: { source: range.csv, reader: csv }
  redteam: { source: redteam.csv, reader: csv, about: { subsystem: coder } }
`,
      [
        '9:3 Evidence range does not say which subsystem it is about',
        '10:3 Evidence redteam does not say which model of coder it is about',
      ],
    ),
  },
  'evidence-ran-another': {
    why: 'The log says which model produced it. Where that is not the model the case says the evidence is about, either the log was mixed up or the text was copied.',
    passes: example(
      `
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "sha256:6b1f" } }
`,
      { measures: { range: { ...locked, models: ['lab/coder-2'] } } },
    ),
    fails: failing(
      `
system:
  coder: { kind: model, model: { name: Coder-2, digest: "sha256:6b1f" } }
evidence:
  range: { source: range.csv, reader: csv, about: { subsystem: coder, model: "sha256:6b1f" } }
`,
      ['6:78 The source of evidence range ran lab/Coder-1, but the text says that it is about Coder-2'],
      { measures: { range: locked } },
    ),
  },
} satisfies RuleManuals;
