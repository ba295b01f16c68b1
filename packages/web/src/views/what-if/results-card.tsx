import type { OutcomeAssessment } from '@surety/core/doubt';
import { useState } from 'react';
import { Button, Card } from '../../kit/index.js';
import { type Scenario, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { NameDialog } from './name-dialog.js';
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
  const [naming, setNaming] = useState<Scenario | 'new'>();
  const [kept, setKept] = useState<readonly Scenario[]>(() => keptScenarios(caseId));
  const keep = (scenarios: readonly Scenario[]) => {
    setKept(scenarios);
    keepScenarios(caseId, scenarios);
  };
  const beside = useAnswers(kept.filter((one) => one.name !== name));
  const { scenario } = workspace.get();
  const keepAs = (name: string) => {
    const { changes = [] } = workspace.get().scenario ?? {};
    const made = { name, changes };
    keep([...kept, made]);
    workspace.tryOut(made);
  };
  const rename = (old: Scenario, name: string) => {
    keep(kept.map((one) => (one === old ? { ...one, name } : one)));
    const shown = workspace.get().scenario;
    if (shown?.name === old.name) workspace.tryOut({ ...shown, name });
  };
  return (
    <Card
      title="What it would be worth"
      className="what-if-results"
      aside={
        <div className="row">
          <Button isDisabled={name === undefined} onPress={() => setNaming('new')}>
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
      <p className="soft">
        While something is tried out, verdicts and doubts of every view are those of it; cut sets and importance stay
        those of the text.
      </p>
      {kept.length > 0 && (
        <ul className="row kept" aria-label="Kept scenarios">
          {kept.map((one) => (
            <li key={one.name} className="row">
              <Button onPress={() => workspace.tryOut(one)}>Show {one.name}</Button>
              <Button look="quiet" aria-label={`Rename ${one.name}`} onPress={() => setNaming(one)}>
                Rename
              </Button>
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
      {naming !== undefined && (
        <NameDialog
          title={naming === 'new' ? 'Keep beside' : `Rename ${naming.name}`}
          submit={naming === 'new' ? 'Keep' : 'Rename'}
          first={naming === 'new' ? nextName(kept) : naming.name}
          taken={kept.filter((one) => one !== naming).map((one) => one.name)}
          onName={(name) => (naming === 'new' ? keepAs(name) : rename(naming, name))}
          onClose={() => setNaming(undefined)}
        />
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
