import { example, failing, type RuleExamples } from '../example.js';

export const patternReferencesExamples = {
  'unknown-pattern': {
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
} satisfies RuleExamples;
