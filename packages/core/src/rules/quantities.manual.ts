import { example, failing, type RuleManuals } from './example.js';

export const quantitiesManual = {
  'expression-syntax': {
    why: 'A quantity whose expression has no meaning has no value, and neither has any doubt that is made of it.',
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
    why: 'A doubt that is made of something which nobody stated has no value, most often for one mistyped letter.',
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
    why: 'Quantities are worked out from what they are made of. One that is made of itself, through whatever steps, has no value.',
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
    why: 'Units are a count per a base, as `attempts per window`. One that cannot be read cannot be checked, and unchecked units are how a rate per task ends up as a probability per window.',
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
    why: 'A probability per attempt is not a probability per window. The conversion by the number of attempts is where safety cases go wrong by orders of magnitude, so it is explicit and checked.',
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
    why: 'A leaf’s doubt is for the whole deployment window and all copies. A probability per attempt in its place leaves out how many attempts there are.',
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
    why: 'A quantity called like a function or like a quantity that is there by itself makes every expression that uses the name ambiguous.',
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
} satisfies RuleManuals;
