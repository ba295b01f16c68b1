import type { WhatIfResult } from '@surety/core/what-if';
import { useEffect, useState } from 'react';
import { reason } from '../../reason.js';
import { type Scenario, useStatedModel, useWorkspace } from '../../workspace/index.js';
import type { Column } from './results.js';

interface Found {
  readonly serial: number | undefined;
  /** By the changes, as JSON; words where the question itself failed. */
  readonly answers: ReadonlyMap<string, WhatIfResult | string>;
}

/** What kept scenarios are worth with the text as it stands now, or why that cannot be told. */
export function useAnswers(scenarios: readonly Scenario[]): readonly Column[] {
  const workspace = useWorkspace();
  const serial = useStatedModel()?.serial;
  const [found, setFound] = useState<Found>({ serial: undefined, answers: new Map() });
  const key = JSON.stringify(scenarios.map(({ changes }) => changes));
  useEffect(() => {
    let over = false;
    const asked = (JSON.parse(key) as Scenario['changes'][]).map(async (changes) => {
      const answer = workspace.ask('whatIf', { changes });
      return [JSON.stringify(changes), await answer.then(({ result }) => result, reason)] as const;
    });
    void Promise.all(asked).then((answers) => over || setFound({ serial, answers: new Map(answers) }));
    return () => {
      over = true;
    };
  }, [workspace, serial, key]);
  return scenarios.map(({ name, changes }) => {
    const answer = found.serial === serial ? found.answers.get(JSON.stringify(changes)) : undefined;
    if (answer === undefined) return { name, why: 'it is not computed yet' };
    if (typeof answer === 'string') return { name, why: answer };
    return answer.ok ? { name, outcomes: answer.value.outcomes } : { name, why: answer.problem.message };
  });
}
