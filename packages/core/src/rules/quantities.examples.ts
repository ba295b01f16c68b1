import { example, failing, type RuleExamples } from './example.js';

export const quantitiesExamples = {
  'expression-syntax': {
    passes: example(`
quantities:
  uncaught: 1 - (1 - 0.01)^100
`),
    fails: failing(
      `
quantities:
  uncaught: 1 - (1 - 0.01^100
`,
      ['4:17 This `(` is not closed'],
    ),
  },
  'unknown-quantity': {
    passes: example(`
argument:
  G1: { text: An attempt is caught, doubt: uncaught }
quantities:
  p_miss: { between: [0.001, 0.01], because: Red-team exercise }
  uncaught: 1 - (1 - p_miss)^100
`),
    fails: failing(
      `
argument:
  G1: { text: An attempt is caught, doubt: uncaugth }
quantities:
  p_miss: { between: [0.001, 0.01], because: Red-team exercise }
  uncaught: 1 - (1 - p_mis)^100
`,
      ['4:44 There is no quantity `uncaugth`', '7:22 There is no quantity `p_mis`'],
    ),
  },
  'quantity-cycle': {
    passes: example(`
quantities:
  p: 0.01
  q: 1 - p
`),
    fails: failing(
      `
quantities:
  p: 1 - q
  q: 1 - p
`,
      ['4:10 The quantity `p` is made of itself: p → q → p'],
    ),
  },
  'unit-syntax': {
    passes: example(`
quantities:
  attempts: { between: [5, 200], unit: attempts per window }
`),
    fails: failing(
      `
quantities:
  attempts: { between: [5, 200], unit: attempts per }
`,
      ['4:40 A unit is written like `attempts per window`, and `attempts per` was found'],
    ),
  },
  'unit-mismatch': {
    passes: example(`
quantities:
  p_miss: { between: [0.001, 0.01], unit: probability per attempt }
  attempts: { between: [5, 200], unit: attempts per window }
  uncaught: 1 - (1 - p_miss)^attempts
`),
    fails: failing(
      `
quantities:
  p_miss: { between: [0.001, 0.01], unit: probability per attempt }
  attempts: { between: [5, 200], unit: attempts per window }
  uncaught: p_miss + attempts
`,
      ['6:13 The units differ: probability per attempt, and attempts per window'],
    ),
  },
  'doubt-unit': {
    passes: example(`
argument:
  G1: { text: An attempt is caught, doubt: uncaught }
quantities:
  uncaught: { between: [0.001, 0.01], unit: probability per window }
`),
    fails: failing(
      `
argument:
  G1: { text: An attempt is caught, doubt: p_miss }
quantities:
  p_miss: { between: [0.001, 0.01], unit: probability per attempt }
`,
      ['4:44 The doubt of G1 is a probability per window, and `p_miss` is probability per attempt'],
    ),
  },
  'reserved-quantity-name': {
    passes: example(`
quantities:
  largest: 0.01
`),
    fails: failing(
      `
quantities:
  max: 0.01
`,
      ['4:3 `max` is the name of a function, and no quantity may have it'],
    ),
  },
} satisfies RuleExamples;
