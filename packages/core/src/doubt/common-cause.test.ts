import { describe, expect, it } from 'vitest';
import { outcomeOf, textOf } from './text.testing.js';

describe('common cause (semantics section 9, reference 3.8)', () => {
  const watchdogs = (dependence: string, k: number, p: number, rest = '') =>
    textOf(
      `G1: { text: None, supportedBy: [S1] }
S1:
  text: Every watchdog must fail
  combine: any
  ${dependence}
  supportedBy: [${Array.from({ length: k }, (_, i) => `Sn${i + 1}`).join(', ')}]
${Array.from({ length: k }, (_, i) => `Sn${i + 1}: { text: Watchdog, doubt: ${p} }`).join('\n')}`,
      rest,
    );
  const independent = 'dependence: { independent: true, because: separate teams }';
  const group = (k: number) =>
    `dependence: [ { name: g, members: [${Array.from({ length: k }, (_, i) => `Sn${i + 1}`).join(', ')}], beta: 0.1, because: same base model } ]`;

  it.each([
    [3, 0.01, 0.00100073046],
    [2, 0.01, 0.001081081],
    [3, 0.05, 0.005092043],
  ])('%i legs of %d in a group of beta 0.1: %d', (k, p, expected) => {
    const outcome = outcomeOf(watchdogs(independent, k, p, group(k)));
    const { declared, independent: alone } = outcome.doubt ?? {};
    expect(declared).toEqual({ mean: expect.closeTo(expected, 9) });
    expect((alone as { mean: number }).mean).toBeCloseTo(p ** k, 15);
    expect(outcome.groups).toMatchObject([{ name: 'g', inForce: true, automatic: false }]);
  });

  it.each([
    [3, 0.01, 0.0010009],
    [2, 0.01, 0.00109],
    [3, 0.05, 0.0051125],
  ])('%i legs of %d with leg beta 0.1: %d', (k, p, expected) => {
    const outcome = outcomeOf(watchdogs('dependence: { beta: 0.1, because: one red team }', k, p));
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(expected, 12) });
    expect(outcome.legs).toEqual([{ element: 'S1', legs: ['Sn1'], dependence: 'beta', beta: 0.1 }]);
  });

  it('gives no credit where nothing is declared, and all of it where independence is', () => {
    expect(outcomeOf(watchdogs('', 3, 0.01)).doubt?.declared).toEqual({ mean: 0.01 });
    const { declared, independent: alone, bound } = outcomeOf(watchdogs(independent, 3, 0.01)).doubt ?? {};
    expect((declared as { mean: number }).mean).toBeCloseTo(1e-6, 18);
    expect((alone as { mean: number }).mean).toBeCloseTo(1e-6, 18);
    expect(bound).toEqual({ mean: 0.01 });
  });

  it('gives a group no credit that would lower the doubt, and names it', () => {
    const outcome = outcomeOf(
      textOf(
        'G1: { text: None, supportedBy: [Sn1, Sn2] }\nSn1: { text: A, doubt: 0.1 }\nSn2: { text: B, doubt: 0.1 }',
        group(2),
      ),
    );
    expect(outcome.doubt?.declared).toEqual({ mean: expect.closeTo(0.19, 12) });
    expect(outcome.groups).toMatchObject([{ name: 'g', inForce: false }]);
    expect(outcome.notes.map((note) => note.code)).toContain('group-no-credit');
  });
});
