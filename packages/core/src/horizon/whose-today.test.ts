import { expect, it } from 'vitest';
import { parse } from '../language/index.js';
import { currentValues, whoseToday } from './index.js';

it('names whose value is which on the axis of capability, and nobody on the others', () => {
  const text = `surety: 1
case: { id: c, title: C }
decision: { kind: internal deployment, exposure: { tasks: 100 } }
system:
  coder: { kind: model, capability: 6 }
  reader: { kind: model, capability: 3 }
  guard: { kind: model, capability: 3 }
  gate: { kind: tool }
argument: { G1: { text: Top, doubt: 0.1 } }
`;
  const of = parse([{ path: 'case.yaml', text }]).case!;
  const whose = whoseToday(of, { axis: 'capability' });
  expect([...whose.keys()].toSorted((a, b) => a - b)).toEqual(currentValues(of, { axis: 'capability' }));
  expect(whose.get(3)).toEqual(['reader', 'guard']);
  expect(whose.get(6)).toEqual(['coder']);
  expect([...whoseToday(of, { axis: 'capability', subsystem: 'guard' })]).toEqual([[3, ['guard']]]);
  expect(whoseToday(of, { axis: 'tasks' }).size).toBe(0);
});
