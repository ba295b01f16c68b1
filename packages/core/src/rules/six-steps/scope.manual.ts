import { example, failing, type RuleManuals } from '../example.js';

export const scopeManual = {
  'no-scope': {
    why: 'A safety case is about one system and one decision. Without them the top claim looks broad and is narrow, and a reviewer cannot tell which deployment it is meant to justify.',
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
    why: 'Every threshold and every doubt is a probability per deployment window. Without the window these numbers have no time in them, and nothing says when the case ends.',
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
    why: 'A case speaks for its window and no longer. After the last day it justifies nothing, even if no word of it has become untrue.',
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
    why: 'Zero failures in n trials says little about N ≫ n uses. How many tasks and instances the window holds is what turns a rate into the probability of an event. A decision to train further is exposed too: by the steps of training, and by the use that is made of the model inside while it is trained.',
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
    why: 'Every case rests on something about its setting: that weights are secure from people, that customers keep to the terms. The paper asks that such assumptions are argued, not presumed; a case that names none presumes them.',
    passes: example(`
assumptions:
  A1: { text: The weights servers resist attackers, owner: security }
`),
    fails: failing('', ['2:1 The case names no deployment assumption']),
  },
  'assumption-without-owner': {
    why: 'Deployment assumptions are argued, not presumed: somebody must answer for each of them while the system runs.',
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
    why: 'Cases go stale because nobody notices when an assumption stops being true. An indicator names in advance what would show it.',
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
    why: 'A safety performance indicator means something only together with the claim that its breach would refute.',
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
    why: 'Evidence is about one version of a model. Where the system section names none, nothing notices when the evidence is about another.',
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
} satisfies RuleManuals;
