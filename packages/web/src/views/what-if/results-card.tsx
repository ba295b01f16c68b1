import type { OutcomeAssessment } from '@surety/core/doubt';
import { useState } from 'react';
import { Button, Card } from '../../kit/index.js';
import { type Scenario, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { Results } from './results.js';
import { SaveDialog } from './save-dialog.js';
import { keepScenarios, keptScenarios } from './scenarios.js';
import { Told } from './told.js';
import { useAnswers } from './use-answers.js';

/** What the case is worth as the text has it, as it is tried out, and in the scenarios that were kept; and what to do with them. */
export function ResultsCard({
  caseId,
  stated,
  serial,
}: {
  readonly caseId: string;
  readonly stated: readonly OutcomeAssessment[];
  readonly serial: number;
}) {
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ scenario }) => scenario?.name);
  const [saving, setSaving] = useState(false);
  const [kept, setKept] = useState<readonly Scenario[]>(() => keptScenarios(caseId));
  const keep = (scenarios: readonly Scenario[]) => {
    setKept(scenarios);
    keepScenarios(caseId, scenarios);
  };
  const beside = useAnswers(kept.filter((one) => one.name !== name));
  const { scenario } = workspace.get();
  return (
    <Card
      title="What it would be worth"
      className="what-if-results"
      aside={
        <div className="row">
          <Button
            isDisabled={name === undefined}
            onPress={() => {
              const { changes = [] } = workspace.get().scenario ?? {};
              const made = { name: nextName(kept), changes };
              keep([...kept, made]);
              workspace.tryOut(made);
            }}
          >
            Keep beside
          </Button>
          <Button isDisabled={name === undefined} onPress={() => setSaving(true)}>
            Write into the text
          </Button>
          <Button isDisabled={name === undefined} onPress={() => workspace.tryOut(undefined)}>
            Throw away
          </Button>
        </div>
      }
    >
      <Results stated={stated} beside={beside} />
      <Told serial={serial} />
      {kept.length > 0 && (
        <ul className="row kept" aria-label="Kept scenarios">
          {kept.map((one) => (
            <li key={one.name} className="row">
              <Button onPress={() => workspace.tryOut(one)}>Show {one.name}</Button>
              <Button
                look="quiet"
                aria-label={`Forget ${one.name}`}
                onPress={() => keep(kept.filter((other) => other.name !== one.name))}
              >
                ✕
              </Button>
            </li>
          ))}
        </ul>
      )}
      {saving && scenario !== undefined && <SaveDialog changes={scenario.changes} onDone={() => setSaving(false)} />}
    </Card>
  );
}

function nextName(kept: readonly Scenario[]): string {
  for (let at = 1; ; at++) {
    const name = `Scenario ${at}`;
    if (kept.every((one) => one.name !== name)) return name;
  }
}
