import { example, failing, type RuleManuals } from '../example.js';

export const patternReferencesManual = {
  'unknown-pattern': {
    why: 'An element that instantiates a pattern promises an argument of a known form. Without the pattern nobody can see what is still to be argued below it.',
    passes: example(`
argument:
  G1: { text: Coder-2 is contained, uses: { pattern: P1, with: { system: Coder-2 } } }
patterns:
  P1: { parameters: { system: text }, argument: { G1: { text: "{system} is contained" } } }
`),
    fails: failing(
      `
argument:
  G1: { text: Coder-2 is contained, uses: { pattern: P2, with: { system: Coder-2 } } }
patterns:
  P1: { parameters: { system: text }, argument: { G1: { text: "{system} is contained" } } }
`,
      ['4:54 Goal G1 uses the pattern P2, which does not exist; expected P1'],
    ),
  },
} satisfies RuleManuals;
