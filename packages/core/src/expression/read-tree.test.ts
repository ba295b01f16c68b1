import type { SyntaxNode } from '@lezer/common';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parser } from './grammar.generated.testing.js';
import { readTree, type Tree } from './read-tree.js';
import { tokensOf } from './tokens-of.js';

/** The tree that a parser made from the grammar finds, in the form of ours; or where its first error stands. */
function byGrammar(text: string): ReturnType<typeof readTree> {
  const tree = parser.parse(text);
  let error: number | undefined;
  tree.iterate({
    enter: ({ type, from }) => {
      if (type.isError && (error === undefined || from < error)) error = from;
    },
  });
  return error === undefined ? { tree: treeOf(tree.topNode.firstChild!, text) } : { error };
}

const kinds: Readonly<Record<string, Tree['kind']>> = {
  Number: 'number',
  String: 'text',
  True: 'boolean',
  False: 'boolean',
  Name: 'name',
  Negation: 'negate',
  Call: 'call',
  Parenthesised: 'parenthesised',
};

function treeOf(node: SyntaxNode, text: string): Tree {
  const { from, to } = node;
  const kind = kinds[node.name] ?? 'operation';
  const inner: SyntaxNode[] = [];
  for (let one = node.firstChild; one !== null; one = one.nextSibling) inner.push(one);
  const of = (one: SyntaxNode) => treeOf(one, text);
  const said = (one: SyntaxNode) => text.slice(one.from, one.to);
  switch (kind) {
    case 'negate':
      return { kind, text: '-', children: [of(inner[1]!)], from, to };
    case 'parenthesised':
      return { kind, text: '', children: [of(inner[1]!)], from, to };
    case 'operation':
      return { kind, text: said(inner[1]!), children: [of(inner[0]!), of(inner[2]!)], from, to };
    case 'call': {
      const values: SyntaxNode[] = [];
      for (let one = inner[1]!.firstChild; one !== null; one = one.nextSibling)
        if (!'(,)'.includes(one.name)) values.push(one);
      return { kind, text: said(inner[0]!), children: [of(inner[0]!), ...values.map(of)], from, to };
    }
    default:
      return { kind, text: text.slice(from, to), children: [], from, to };
  }
}

const pieces = [
  ...[
    '1',
    '2.5',
    '.5',
    '5.',
    '1e-3',
    '3E+2',
    'a',
    'p_miss',
    'true',
    'false',
    'max',
    'größe',
    'system',
    'exposure.tasks',
  ],
  ...[
    'system.coder-2.copies',
    'system.a.b-c',
    'system.2x',
    '"C"',
    "'d e'",
    '(',
    ')',
    '(',
    ')',
    ',',
    '+',
    '-',
    '*',
    '/',
  ],
  ...['^', '<', '<=', '>', '>=', '==', '!=', '=', '×', '−', '!', '"', "'", '.', '_1', '中', '\u{1f600}', ';'],
];
const soup = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', '\n\t')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

const { whole } = fc.letrec<{ whole: string; value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', 'a', 'true', '"t"', 'system.coder-2.copies'),
    tie('whole').map((inner) => `(${inner})`),
    fc.array(tie('whole'), { maxLength: 3 }).map((given) => `max(${given.join(', ')})`),
  ),
  whole: fc
    .tuple(
      tie('value'),
      fc.array(
        fc.tuple(fc.constantFrom('+', ' - ', '*', '/', '^', ' < ', '=='), fc.constantFrom('', '-', '--'), tie('value')),
        {
          maxLength: 4,
        },
      ),
    )
    .map(([first, rest]) => first + rest.flat().join('')),
}));

function blamed(text: string, error: number): number {
  return tokensOf(text).findIndex(({ to }) => to > error);
}

describe('an expression is read as the grammar has it', () => {
  it('to the same tree where it is whole, most of them with all operators', () => {
    let wholes = 0;
    fc.assert(
      fc.property(whole, (text) => {
        const theirs = byGrammar(text);
        if ('tree' in theirs) wholes += 1;
        expect(readTree(text)).toEqual('tree' in theirs ? theirs : { error: expect.any(Number) });
      }),
      { numRuns: 1500, seed: 1 },
    );
    expect(wholes).toBeGreaterThan(300);
  });

  it('and is refused where it is none', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const theirs = byGrammar(text);
        const ours = readTree(text);
        expect('tree' in ours, text).toBe('tree' in theirs);
        if ('tree' in theirs) expect(ours).toEqual(theirs);
        // The word, number or sign that is to blame; where one begins in the space before it does not matter.
        else if ('error' in ours) expect(blamed(text, ours.error), text).toBe(blamed(text, theirs.error));
      }),
      { numRuns: 5000, seed: 2 },
    );
  });
});
