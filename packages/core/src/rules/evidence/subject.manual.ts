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
