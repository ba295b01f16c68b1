import { expect, it } from 'vitest';
import type { Computer } from '../compute/computer.js';
import type { Model } from '../compute/questions.js';
import { atFirst, type Scenario, type WorkspaceState } from './state.js';
import { createStore } from './store.js';
import { tryingOf } from './trying.js';

it('asks again about a text in which what was refused may be right', async () => {
  const scenario: Scenario = { name: 'Half', changes: [{ kind: 'doubt', leaf: 'G2', doubt: 0.1 }] };
  const model = (serial: number) => ({ serial, case: {} }) as Model;
  const store = createStore<WorkspaceState>({ ...atFirst, model: model(1), scenario });
  const answers = [
    { ok: false, problem: { message: 'there is no leaf “G2”' } },
    { ok: true, value: {} },
  ];
  const computer = { ask: async () => ({ result: answers.shift(), milliseconds: 1 }) } as unknown as Computer;
  const tryScenario = tryingOf(store, computer);
  tryScenario();
  await expect.poll(() => store.get().tried?.kind).toBe('problem');
  tryScenario();
  expect(answers).toHaveLength(1);
  store.set((before) => ({ ...before, model: model(2) }));
  tryScenario();
  await expect.poll(() => store.get().tried?.kind).toBe('answer');
  expect(store.get().tried?.of.serial).toBe(2);
});
