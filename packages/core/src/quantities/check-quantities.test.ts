import { describe, expect, test } from 'vitest';
import type { Case, Decision } from '../case/index.js';
import { checkQuantities } from './check-quantities.js';
import { beta, between, caseOf, evidence, goal, type QuantityText, stated } from './quantities.testing.js';

type Found = readonly [code: string, message: string, place: string, hint?: string];

/** Code, message, what the place covers, and the hint of each finding. */
function findings(of: Case): readonly Found[] {
  return checkQuantities(of).map(({ code, message, at, within, hint, severity }) => {
    expect(severity).toBe('error');
    const quantity = of.quantities.find(
      ({ definition }) => definition.kind === 'expression' && definition.origin.path.join('.') === at.path.join('.'),
    );
    const text = quantity?.definition.kind === 'expression' ? quantity.definition.text : undefined;
    const place =
      within === undefined
        ? at.path.join('.')
        : `${text?.slice(0, within.from)}«${text?.slice(within.from, within.to)}»`;
    return hint === undefined ? [code, message, place] : [code, message, place, hint];
  });
}

const origin = { file: 'case.yaml', path: ['decision'] };
const decision: Decision = {
  options: [],
  exposure: { tasks: 100_000, instances: 500 },
  window: { from: '2026-12-01', to: '2027-02-28', origin },
  origin,
};

test('the example of the format has no findings', () => {
  const of = caseOf(
    {
      attempts: between(5, 200, 'attempts per window'),
      p_miss: evidence('watchdog-redteam', 'probability per attempt'),
      p_collude: beta(0.5, 399.5, 'probability per attempt'),
      uncaught: '1 - (1 - p_miss)^attempts',
      colludes: '1 - (1 - p_collude)^attempts',
    },
    {
      elements: [
        goal('Sn2', { doubt: stated({ kind: 'quantity', name: 'uncaught' }) }),
        goal('Sn3', { doubt: stated({ kind: 'quantity', name: 'colludes' }) }),
      ],
    },
  );
  expect(findings(of)).toEqual([]);
});

describe('quantities', () => {
  test.each<[string, Record<string, QuantityText>, readonly Found[]]>([
    [
      'a slip in an expression',
      { p: 0.1, x: '1 - (1 - p' },
      [['expression-syntax', 'This `(` is not closed', '1 - «(»']],
    ],
    [
      'an unknown function',
      { x: '1 + logg(2)' },
      [['expression-syntax', 'There is no function `logg`; did you mean `log`?', '1 + «logg»']],
    ],
    [
      'an unknown name, each time',
      { attempts: 1, x: 'attemps + 2 * attemps' },
      [
        ['unknown-quantity', 'There is no quantity `attemps`', '«attemps»', 'Did you mean `attempts`?'],
        ['unknown-quantity', 'There is no quantity `attemps`', 'attemps + 2 * «attemps»', 'Did you mean `attempts`?'],
      ],
    ],
    [
      'a name with a hyphen',
      { 'pq-miss': 0.1, miss: 1, x: '2 * pq-miss' },
      [
        [
          'unknown-quantity',
          'There is no quantity `pq`',
          '2 * «pq»',
          '`pq-miss` reads as a difference here: rename it with `_` in place of `-`.',
        ],
      ],
    ],
    [
      'a built-in quantity that the case does not state',
      { x: 'exposure.tasks / window.days' },
      [
        [
          'unknown-quantity',
          'The case does not state what `exposure.tasks` is taken from',
          '«exposure.tasks»',
          'State `decision.exposure.tasks`.',
        ],
        [
          'unknown-quantity',
          'The case does not state what `window.days` is taken from',
          'exposure.tasks / «window.days»',
          'State `decision.window: { from, to }`.',
        ],
      ],
    ],
    [
      'a cycle',
      { a: '1 + b', b: '2 * c', c: 'b - a', d: 'a + 1' },
      [['quantity-cycle', 'The quantity `b` is made of itself: b → c → b', '2 * «c»']],
    ],
    ['a quantity of itself', { a: 'a + 1' }, [['quantity-cycle', 'The quantity `a` is made of itself: a → a', '«a»']]],
    [
      'two cycles',
      { a: 'b', b: 'a', c: 'd', d: 'c' },
      [
        ['quantity-cycle', 'The quantity `a` is made of itself: a → b → a', '«b»'],
        ['quantity-cycle', 'The quantity `c` is made of itself: c → d → c', '«d»'],
      ],
    ],
    [
      'units that differ',
      { n: between(1, 2, 'attempts per window'), p: beta(1, 2, 'probability per task'), x: '1 - (1 - p)^n' },
      [
        [
          'unit-mismatch',
          'A number of task (per something) is needed here, and this is attempts per window',
          '1 - (1 - p)^«n»',
        ],
      ],
    ],
    [
      'a quantity whose unit is not stated',
      { n: between(1, 2, 'questions per window'), p: evidence('log'), x: '1 - (1 - p)^n' },
      [
        [
          'unit-mismatch',
          'A probability per question is needed here, and this is a plain number',
          '1 - (1 - «p»',
          'If that is what `p` is, state it there: `unit: probability per question`.',
        ],
      ],
    ],
    [
      'a part that is no single quantity, or one that has a unit',
      {
        n: between(1, 2, 'questions per window'),
        p: beta(1, 2),
        q: evidence('log', 'tasks'),
        x: '1 - (1 - p * 2)^n',
        y: 'atLeastOne(q, n)',
      },
      [
        ['unit-mismatch', 'A probability per question is needed here, and this is a plain number', '1 - (1 - «p * 2»'],
        ['unit-mismatch', 'A probability per question is needed here, and this is tasks', 'atLeastOne(«q»'],
      ],
    ],
    [
      'a unit that is not that of the expression',
      { n: between(1, 2, 'tasks per window'), m: { expression: '0.02 * n', unit: 'attempts per window' }, x: 'm * 2' },
      [
        [
          'unit-mismatch',
          '`m` is stated to be attempts per window, and its expression is tasks per window',
          '«0.02 * n»',
        ],
      ],
    ],
    [
      'a fault is reported once',
      { n: between(1, 2, 'attempts per window'), m: 'n + 1', x: 'm * 2', y: 'x + n' },
      [['unit-mismatch', 'The units differ: attempts per window, and a plain number', '«n + 1»']],
    ],
    [
      'a unit that is none',
      { n: between(1, 2, 'attempts/window'), x: '1 - (1 - 0.1)^n' },
      [
        [
          'unit-syntax',
          'A unit is written like `attempts per window`, and `attempts/window` was found; write `attempts per window`',
          'quantities.n.unit',
        ],
      ],
    ],
    [
      'names that are taken',
      { 'exposure.tasks': 5, min: 1, true: 2 },
      [
        [
          'reserved-quantity-name',
          '`exposure.tasks` is the name of a quantity that is there by itself, and no quantity may have it',
          'quantities.exposure.tasks',
          'Choose another name.',
        ],
        [
          'reserved-quantity-name',
          '`min` is the name of a function, and no quantity may have it',
          'quantities.min',
          'Choose another name.',
        ],
        [
          'reserved-quantity-name',
          '`true` is the name of a value, and no quantity may have it',
          'quantities.true',
          'Choose another name.',
        ],
      ],
    ],
  ])('%s', (_, quantities, expected) => {
    expect(findings(caseOf(quantities))).toEqual(expected);
  });

  test('plain numbers may be given a unit', () => {
    const of = caseOf({ a: 5, n: { expression: '2 * a', unit: 'attempts per window' }, x: 'n * 2' });
    expect(findings(of)).toEqual([]);
  });

  test('built-in quantities have units', () => {
    const of = caseOf(
      {
        p: beta(1, 1000, 'probability per task'),
        x: '1 - (1 - p)^exposure.tasks',
        daily: { expression: 'exposure.tasks / window.days', unit: 'tasks per day' },
        perCopy: between(1, 2, 'tries per copy per window'),
        all: { expression: 'perCopy * system.coder-2.copies', unit: 'tries per window' },
        level: 'log(system.coder-2.capability)',
        wrong: 'exposure.instances + exposure.tasks',
      },
      {
        decision,
        system: [
          {
            id: 'coder-2',
            kind: 'model',
            copies: 500,
            capability: 6,
            access: { read: [], write: [] },
            watches: [],
            origin,
          },
        ],
      },
    );
    expect(findings(of)).toEqual([
      ['unit-mismatch', 'The units differ: instances, and tasks per window', '«exposure.instances + exposure.tasks»'],
    ]);
  });
});

describe('doubts', () => {
  const quantities: Record<string, QuantityText> = {
    n: between(5, 200, 'attempts per window'),
    p: beta(1, 10, 'probability per attempt'),
    plain: beta(1, 10),
    w: beta(1, 10, 'probability per window'),
  };
  const named = (name: string) => stated({ kind: 'quantity', name });

  test('those with a wrong unit or name, wherever they stand', () => {
    const of = caseOf(quantities, {
      elements: [
        goal('G1', { doubt: named('plain') }),
        goal('G2', { doubt: named('w'), inference: named('n') }),
        goal('G3', { doubt: stated({ kind: 'number', value: 0.1 }, { kind: 'quantity', name: 'p' }) }),
        goal('G4', { doubt: named('plan') }),
        goal('D1', {
          challenge: {
            target: { kind: 'element', element: 'G1', origin },
            status: 'open',
            strength: named('p'),
            blocking: true,
          },
        }),
      ],
    });
    const hint = 'Convert it: `1 - (1 - p)^n` with p per X and n = X per window is a probability per window.';
    expect(findings(of)).toEqual([
      [
        'doubt-unit',
        'The doubt of the inference of G2 is a probability per window, and `n` is attempts per window',
        'argument.G1.doubt.0',
        hint,
      ],
      [
        'doubt-unit',
        'The doubt of G3 is a probability per window, and `p` is probability per attempt',
        'argument.G1.doubt.1',
        hint,
      ],
      ['unknown-quantity', 'There is no quantity `plan`', 'argument.G1.doubt.0', 'Did you mean `plain`?'],
      [
        'doubt-unit',
        'The strength of D1 is a probability per window, and `p` is probability per attempt',
        'argument.G1.doubt.0',
        hint,
      ],
    ]);
    expect(checkQuantities(of)[0]?.related).toEqual([
      { message: '`n` is defined here', at: { file: 'case.yaml', path: ['quantities', 'n'] } },
    ]);
  });
});

test('a chain of 20,000 quantities is checked without recursion and in linear time', () => {
  const chain = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, i) => [`q${i}`, i === 19_999 ? 1 : `q${i + 1} * 1`]),
  );
  const started = performance.now();
  expect(checkQuantities(caseOf(chain))).toEqual([]);
  expect(performance.now() - started).toBeLessThan(10_000);
});
