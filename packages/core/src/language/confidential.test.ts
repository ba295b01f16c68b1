import { describe, expect, it } from 'vitest';
import { parse } from './index.js';

function read(argument: string) {
  const text = `surety: 1\ncase: { id: a, title: A, status: draft }\n${argument}`;
  return parse([{ path: 'case.yaml', text }]);
}

describe('what is confidential', () => {
  it('is an element, in three forms', () => {
    const { case: of } = read(`argument:
  G1: { text: a, undeveloped: true, confidential: true }
  G2: { text: b, undeveloped: true, confidential: Names a vendor }
  G3: { text: c, undeveloped: true, confidential: { because: Under embargo, subtree: true } }
  G4: { text: d, undeveloped: true }
`);
    expect(of?.elements.map(({ confidential }) => confidential)).toEqual([
      { subtree: false },
      { because: 'Names a vendor', subtree: false },
      { because: 'Under embargo', subtree: true },
      undefined,
    ]);
  });

  it('is evidence, or a quantity', () => {
    const { case: of } = read(`evidence:
  log: { source: a.csv, reader: csv, confidential: Holds exploits }
quantities:
  p: { between: [0.1, 0.2], confidential: true }
`);
    expect(of?.evidence[0]?.confidential).toEqual({ because: 'Holds exploits', subtree: false });
    expect(of?.quantities[0]?.confidential).toEqual({ subtree: false });
  });

  it.each(['false', '""', '{ subtree: 1 }', '{ why: b }'])('is not %s', (value) => {
    const { case: of, diagnostics } = read(`argument:\n  G1: { text: a, undeveloped: true, confidential: ${value} }\n`);
    expect(of).toBeNull();
    expect(diagnostics[0]?.range.start.line).toBe(4);
  });
});
