import type { BadText } from './bad-text.testing.js';

/** Files that a text names and may not, or that are not there, and texts of another version. */
export const badFiles: readonly BadText[] = [
  {
    fault: 'a newer version',
    text: `surety: <|2|>
`,
    found: [
      {
        code: 'unsupported-version',
        message: 'Expected version 1 of the format, found `2`.',
        hint: 'Write `surety: 1`; a newer version needs a newer Surety.',
      },
    ],
  },
  {
    fault: 'a source outside the root',
    text: `evidence:
  e: { source: <|../../x|> }
`,
    found: [
      {
        code: 'file-outside-root',
        message: "The path '../../x' leads out of the root of the case.",
        hint: 'Name a file inside the root, relative to this file.',
      },
    ],
  },
  {
    fault: 'an absolute source',
    text: `evidence:
  e: { source: <|/etc/passwd|> }
`,
    found: [
      {
        code: 'file-outside-root',
        message: "The path '/etc/passwd' is absolute; expected one relative to this file.",
        hint: 'Name a file inside the root, relative to this file.',
      },
    ],
  },
  {
    fault: 'a file that is not there',
    text: `module: { name: m, uses: [<|other.yaml|>] }
argument:
  G1: { text: a }
`,
    found: [
      {
        code: 'file-missing',
        message: "The file 'other.yaml' is not there.",
        hint: 'The path is relative to the file that names it.',
      },
    ],
  },
  {
    fault: 'a policy outside the root',
    text: `policy: { extends: <|../../policy.yaml|> }
`,
    found: [
      {
        code: 'file-outside-root',
        message: "The path '../../policy.yaml' leads out of the root of the case.",
        hint: 'Name a file inside the root, relative to this file.',
      },
    ],
  },
  {
    fault: 'a source with backslashes',
    text: `evidence:
  e: { source: <|"C:\\\\logs\\\\x.eval"|> }
`,
    found: [
      {
        code: 'file-outside-root',
        message: "The path 'C:\\logs\\x.eval' is written with `\\`; expected `/`.",
        hint: 'Name a file inside the root, relative to this file.',
      },
    ],
  },
];
