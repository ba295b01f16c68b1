import { example, failing, type RuleExamples } from '../example.js';

export const scopeExamples = {
  'no-scope': {
    passes: example(`
decision: { kind: internal deployment, question: Deploy Coder-2? }
system:
  coder: { kind: model }
`),
    fails: failing(
      `
system:
  coder: { kind: model }
`,
      ['2:1 The case does not say which decision it serves'],
    ),
  },
  'no-window': {
    passes: example(`
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
`),
    fails: failing(
      `
decision: { kind: continue }
`,
      ['3:1 The decision states no deployment window'],
    ),
  },
  'window-over': {
    passes: example(
      `
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
`,
      { asOf: '2027-02-28' },
    ),
    fails: failing(
      `
decision: { kind: continue, window: { from: 2026-12-01, to: 2027-02-28 } }
`,
      ['3:61 The deployment window ended on 2027-02-28, before 2027-03-01'],
      { asOf: '2027-03-01' },
    ),
  },
  'no-exposure': {
    passes: example(`
decision: { kind: continue, exposure: { tasks: 100000 } }
`),
    fails: failing(
      `
decision: { kind: train, exposure: { tasks: 100000 } }
`,
      ['3:1 The decision is to train further, and states neither training steps nor internal use'],
    ),
  },
  'no-assumptions': {
    passes: example(`
assumptions:
  A1: { text: The weights servers resist attackers, owner: security }
`),
    fails: failing('', ['2:1 The case names no deployment assumption']),
  },
  'assumption-without-owner': {
    passes: example(`
assumptions:
  A1: { text: The weights servers resist attackers, owner: security }
`),
    fails: failing(
      `
assumptions:
  A1: { text: The weights servers resist attackers }
`,
      ['4:3 Assumption A1 has no owner'],
    ),
  },
  'indicator-missing': {
    passes: example(`
assumptions:
  A1: { text: The weights servers resist attackers, owner: security }
indicators:
  alerts: { tests: A1, source: { prometheus: intrusion_alerts }, breach: "> 0", every: 1h }
`),
    fails: failing(
      `
assumptions:
  A1: { text: The weights servers resist attackers, owner: security }
`,
      ['4:3 No indicator watches A1'],
    ),
  },
  'indicator-tests-nothing': {
    passes: example(`
assumptions:
  A1: { text: The weights servers resist attackers }
indicators:
  alerts: { tests: A1, source: { prometheus: intrusion_alerts }, breach: "> 0", every: 1h }
`),
    fails: failing(
      `
indicators:
  alerts: { source: { prometheus: intrusion_alerts }, breach: "> 0", every: 1h }
`,
      ['4:3 Indicator alerts tests no element'],
    ),
  },
  'model-without-version': {
    passes: example(`
system:
  coder: { kind: model, model: { name: Coder-2, version: "2.1" } }
`),
    fails: failing(
      `
system:
  coder: { kind: model, model: { name: Coder-2 } }
`,
      ['4:3 Subsystem coder is a model and states neither digest nor version'],
    ),
  },
} satisfies RuleExamples;
