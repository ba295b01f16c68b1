import { describe, expect, it } from 'vitest';
import { lookup } from '../case/index.js';
import { parse } from '../language/index.js';
import { signOffsOf } from './sign-offs.js';
import { subtreeHash } from './subtree-hash.js';

/** A case of two modules, each with the review of its own elements. */
const files = (signoff: string) => ({
  'case.yaml': 'surety: 1\ncase: { id: x, title: X }\n',
  'a.yaml': `module: { name: a }
argument:
  G1: { text: Top, supportedBy: [G1@b] }
review:
  required: [author]
  signoffs: [{ role: author, who: anna, of: x, element: ${signoff} }]
`,
  'b.yaml': 'module: { name: b }\nargument:\n  G1: { text: Below, public: true, undeveloped: true }\n',
});

const read = (texts: Readonly<Record<string, string>>) => {
  const { case: of, diagnostics } = parse(Object.entries(texts).map(([path, text]) => ({ path, text })));
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return of;
};

describe('the element of a sign-off', () => {
  it('is named as any reference of its module is', () => {
    const signed = (name: string) => read(files(name)).review.signoffs[0]?.element;
    expect([signed('G1'), signed('G1@b'), signed('G9')]).toEqual(['G1@a', 'G1@b', 'G9@a']);
    expect(signOffsOf(lookup(read(files('G9')))).given).toMatchObject([{ state: 'gone' }]);
  });
});

describe('a required sign-off', () => {
  it('of a case without outcomes is of the whole case', () => {
    const index = lookup(read(files('G1')));
    const { given, required } = signOffsOf(index);
    expect(given).toMatchObject([{ state: 'stale', now: subtreeHash(index, 'G1@a'), ownWork: [] }]);
    expect(required).toEqual([{ role: 'author', index: 0, state: 'missing', by: [] }]);
  });
});
