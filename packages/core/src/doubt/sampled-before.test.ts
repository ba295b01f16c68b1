import { describe, expect, it } from 'vitest';
import type { Case, Measures } from '../case/index.js';
import { prepareCase } from './assess.js';
import { caseFrom, counted, textOf } from './text.testing.js';

const options = { asOf: '2026-11-23' };
const text = textOf(
  `G1: { text: Safe, supportedBy: [Sn1, Sn2, Sn3], inference: 0 }
Sn1: { text: From trials, doubt: fromTrials }
Sn2: { text: From tasks, doubt: fromTasks }
Sn3: { text: From neither, doubt: guess }`,
  `evidence: { trials: { source: a.csv, reader: csv, measure: { kind: rate, success: x >= 1 } } }
quantities:
  rate: { evidence: trials, unit: probability }
  guess: { between: [1e-3, 2e-2], unit: probability }
  q: { between: [1e-6, 1e-5], unit: probability per task }
  fromTrials: "rate * 0.5"
  fromTasks: "min(1, atLeastOne(q, exposure.tasks))"
`,
);
const measures = { trials: counted(1, 200) };

function columns(of: Case, measured: Measures, before?: ReturnType<typeof prepared>) {
  const { argument, leaves } = prepared(of, measured, before);
  return ['Sn1', 'Sn2', 'Sn3'].map((id) => leaves[argument.leafByName.get(id)!]!.column);
}

function prepared(of: Case, measured: Measures, before?: ReturnType<typeof prepareCase>['prepared']) {
  return prepareCase(of, measured, options, before).prepared;
}

describe('a case that is prepared after another', () => {
  const of = caseFrom(text);
  const first = prepared(of, measures);
  const exposed = (tasks: number): Case => ({
    ...of,
    decision: { ...of.decision!, exposure: { ...of.decision!.exposure, tasks } },
  });
  const blocked = { trials: counted(1, 200, { state: { kind: 'missing', detail: 'gone' } }) };
  it.each<[string, Case, Measures, readonly boolean[]]>([
    ['that is the same', of, measures, [true, true, true]],
    ['with other elements', { ...of, elements: of.elements.slice() }, measures, [true, true, true]],
    ['with more trials', of, { trials: counted(1, 400) }, [false, true, true]],
    ['whose evidence does not count', of, blocked, [false, true, true]],
    ['with other exposure', exposed(10), measures, [true, false, true]],
    ['with other quantities', { ...of, quantities: of.quantities.slice() }, measures, [true, true, true]],
  ])('has the numbers that it has by itself: one %s', (_, other, measured, same) => {
    const alone = columns(other, measured);
    expect(columns(other, measured, first)).toEqual(alone);
    const standing = columns(of, measures);
    expect(alone.map((column, at) => String(column) === String(standing[at]))).toEqual(same);
  });

  it('does not draw again what is the same', () => {
    const again = columns({ ...of, elements: of.elements.slice() }, measures, first);
    const standing = columns(of, measures, first);
    expect(again.every((column, at) => typeof column !== 'number' && column === standing[at])).toBe(true);
  });
});
