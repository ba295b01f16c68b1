import type { CaseChange, WhatIfAnswer } from '@surety/core/what-if';
import { useEffect, useState } from 'react';
import { type Scenario, useStatedModel, useWorkspace } from '../../workspace/index.js';

/** What kept scenarios are worth with the text as it stands now. */
export function useAnswers(scenarios: readonly Scenario[]) {
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [answers, setAnswers] = useState<ReadonlyMap<readonly CaseChange[], WhatIfAnswer>>(new Map());
  const key = JSON.stringify(scenarios);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for other scenarios and for another text
  useEffect(() => {
    let over = false;
    Promise.all(
      scenarios.map(async ({ changes }) => [changes, (await workspace.ask('whatIf', { changes })).result] as const),
    ).then((found) => {
      if (over) return;
      setAnswers(new Map(found.flatMap(([changes, result]) => (result.ok ? [[changes, result.value] as const] : []))));
    });
    return () => {
      over = true;
    };
  }, [workspace, serial, key]);
  return scenarios.flatMap(({ name, changes }) => {
    const found = [...answers].find(([of]) => JSON.stringify(of) === JSON.stringify(changes))?.[1];
    return found === undefined ? [] : [{ name, outcomes: found.outcomes }];
  });
}
