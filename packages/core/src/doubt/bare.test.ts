import { expect, test } from 'vitest';
import { parse } from '../language/index.js';
import { assess } from './assess.js';

const options = { asOf: '2026-11-23', seed: 1 };
const assessed = (text: string) => assess(parse([{ path: 'a.gsn.yaml', text }]).case!, {}, options);

test('a bare argument is assessed for each of its top goals', () => {
  const { outcomes, quantified } = assessed(
    'G1: { text: a, supportedBy: G2 }\nG2: { undeveloped: true }\nG3: { supportedBy: [Sn1, G2] }\nSn1: {}\nCG1: { challenges: G2 }\n',
  );
  expect(quantified).toBe(false);
  expect(
    outcomes.map(({ id, claim, text, statement, cutSets }) => [id, claim, text, statement, cutSets?.count]),
  ).toEqual([
    ['G1', 'G1', 'a', 'not quantified; the structure is not complete', '2'],
    ['G3', 'G3', '(no text)', 'not quantified; the structure is not complete', '3'],
  ]);
  expect(outcomes[0]!.reasons.map(({ text, blocks }) => [blocks, text])).toEqual([
    [false, 'No doubt is stated anywhere: the case is checked and drawn, not computed'],
    [true, 'G2 is undeveloped: (no text)'],
    [true, 'Challenge CG1 is open: (no text)'],
    [false, 'Nobody assessed the step from its support to G1'],
  ]);
});

test('a complete one says so', () => {
  const [outcome] = assessed('G1: { text: a, supportedBy: Sn1 }\nSn1: {}\n').outcomes;
  expect(outcome).toMatchObject({ verdict: 'not quantified', statement: 'not quantified; the structure is complete' });
  expect(outcome?.wouldChange).toEqual([]);
});

test('with numbers there is a doubt, and no threshold to hold it against', () => {
  const [outcome] = assessed('G1: { text: a, supportedBy: Sn1 }\nSn1: { doubt: 0.01 }\n').outcomes;
  expect(outcome).toMatchObject({ verdict: 'not supported', doubt: { declared: { mean: 0.01 } } });
  expect(outcome?.reasons.map(({ code }) => code)).toContain('no-threshold');
});
