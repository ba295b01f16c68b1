import type { Computer } from '../compute/computer.js';
import type { Model } from '../compute/questions.js';
import { reason } from '../reason.js';
import type { Scenario, Tried, WorkspaceState } from './state.js';
import type { Store } from './store.js';

/** Asks what the scenario would be worth; while one is asked, only the last of those that come is kept. */
export function tryingOf(store: Store<WorkspaceState>, computer: Computer): () => void {
  let isTrying = false;

  async function tryAll(): Promise<void> {
    isTrying = true;
    try {
      for (;;) {
        const { scenario, model, tried } = store.get();
        if (scenario === undefined || model === undefined || model.case === null) return;
        if (tried?.scenario === scenario && tried.of === model) return;
        const result = await ask(scenario, model);
        // What was thrown away meanwhile is not shown any more.
        store.set((before) => (before.scenario === undefined ? before : { ...before, tried: result }));
      }
    } finally {
      isTrying = false;
    }
  }

  async function ask(scenario: Scenario, of: Model): Promise<Tried> {
    try {
      const { result, milliseconds } = await computer.ask('whatIf', { changes: scenario.changes });
      if (!result.ok) return { kind: 'problem', scenario, of, why: result.problem.message };
      return { kind: 'answer', scenario, of, answer: result.value, milliseconds };
    } catch (error) {
      return { kind: 'problem', scenario, of, why: reason(error) };
    }
  }

  return () => {
    if (!isTrying) void tryAll();
  };
}
