import fc from 'fast-check';

const styles = [
  (n: number) => `  G${n}: { text: Claim ${n}, supportedBy: [G${n + 1}] }\n`,
  (n: number) => `  G${n}: # behind\n    text: Claim ${n}\n    supportedBy:\n      - G${n + 1}\n      # below\n`,
  (n: number) => `  # above\n  G${n}:\n    text: |\n      Claim\n      ${n}\n\n`,
  (n: number) => `\n  G${n}:\n    text: >-\n      Claim ${n}\n\n# at the margin\n`,
  (n: number) => `  G${n}:\n    supportedBy: G${n + 1}\n    text: "Claim ${n}"\n    # inside\n\n`,
];

/** Texts with a section that is long enough for a window on it, in the styles that people write. */
export const longTexts: fc.Arbitrary<string> = fc
  .record({
    drawn: fc.array(fc.nat(styles.length - 1), { minLength: 45, maxLength: 60 }),
    eol: fc.constantFrom('\n', '\r\n'),
    bom: fc.boolean(),
    rest: fc.constantFrom('', 'evidence:\n  runs: { source: a.csv }\n', '# the end'),
  })
  .map(({ drawn, eol, bom, rest }) => {
    const body = drawn.map((style, n) => styles[style]!(n)).join('');
    return `${bom ? '\uFEFF' : ''}${`surety: 1\ncase: { id: a, title: A }\nargument:\n${body}${rest}`.replaceAll('\n', eol)}`;
  });
