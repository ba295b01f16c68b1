import './what-if.css';
import { useCallback, useMemo, useState } from 'react';
import { useRoute } from '../../app/route.js';
import { Button, Card, Empty, ViewLink } from '../../kit/index.js';
import { type Scenario, useStatedModel, useWorkspace, useWorkspaceState } from '../../workspace/index.js';
import { LeverRow } from './lever-row.js';
import { type Lever, leversOf } from './levers.js';
import { Results } from './results.js';
import { SaveDialog } from './save-dialog.js';
import { keepScenarios, keptScenarios, keyOfChange, valueOfChange, withChange } from './scenarios.js';
import { useAnswers } from './use-answers.js';

const mostShown = 40;
const groups = ['Doubts', 'Quantities', 'Thresholds', 'Exposure', 'Dependence'] as const;

/** Values of the case to be moved; the numbers of every view follow while something is tried out. */
export default function WhatIfView() {
  const workspace = useWorkspace();
  const model = useStatedModel();
  const scenario = useWorkspaceState((state) => state.scenario);
  const tried = useWorkspaceState((state) => state.tried);
  const { params } = useRoute();
  const [search, setSearch] = useState(params.leaf ?? '');
  const [saving, setSaving] = useState(false);
  const caseId = model?.case?.id ?? '';
  const [kept, setKept] = useState<readonly Scenario[]>(() => keptScenarios(caseId));
  const of = model?.case ?? null;
  const assessment = model?.assessment ?? null;
  const levers = useMemo(() => (of === null || assessment === null ? [] : leversOf(of, assessment)), [of, assessment]);
  const changes = scenario?.changes;

  const move = useCallback(
    ({ key, change }: Lever, value: number | undefined) => {
      const { scenario: before } = workspace.get();
      const next = withChange(before?.changes ?? [], key, value === undefined ? undefined : change(value));
      workspace.tryOut(next.length === 0 ? undefined : { name: before?.name ?? 'What if', changes: next });
    },
    [workspace],
  );
  const keep = (scenarios: readonly Scenario[]) => {
    setKept(scenarios);
    keepScenarios(caseId, scenarios);
  };
  const beside = useAnswers(kept.filter(({ name }) => name !== scenario?.name));
  if (of === null || assessment === null || !assessment.quantified) {
    return (
      <Empty title="There is no number to move yet">
        <p>
          Once the case can be assessed and states doubts, each of them can be moved here, and every number follows.
        </p>
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Empty>
    );
  }
  const moved = new Map((changes ?? []).map((change) => [keyOfChange(change), valueOfChange(change)]));
  const words = search.trim().toLowerCase();
  const answer = tried?.kind === 'answer' ? tried.answer : undefined;
  return (
    <div className="what-if">
      <h1>What if</h1>
      <Card
        title="What it would be worth"
        className="what-if-results"
        aside={
          <div className="row">
            <Button
              isDisabled={scenario === undefined}
              onPress={() => {
                const name = nextName(kept);
                keep([...kept, { name, changes: changes ?? [] }]);
                workspace.tryOut({ name, changes: changes ?? [] });
              }}
            >
              Keep beside
            </Button>
            <Button isDisabled={scenario === undefined} onPress={() => setSaving(true)}>
              Write into the text
            </Button>
            <Button isDisabled={scenario === undefined} onPress={() => workspace.tryOut(undefined)}>
              Throw away
            </Button>
          </div>
        }
      >
        <Results
          columns={[
            { name: 'As the text has it', outcomes: assessment.outcomes },
            ...(answer === undefined ? [] : [{ name: scenario?.name ?? 'What if', outcomes: answer.outcomes }]),
            ...beside,
          ]}
        />
        {tried?.kind === 'answer' && (
          <p className="soft number" data-milliseconds={tried.milliseconds}>
            Computed here in {tried.milliseconds < 10 ? tried.milliseconds.toFixed(1) : tried.milliseconds.toFixed(0)}{' '}
            ms
          </p>
        )}
        {tried?.kind === 'problem' && (
          <p role="alert" className="refused">
            {tried.why}
          </p>
        )}
        {kept.length > 0 && (
          <ul className="row kept" aria-label="Kept scenarios">
            {kept.map((one) => (
              <li key={one.name} className="row">
                <Button onPress={() => workspace.tryOut(one)}>Show {one.name}</Button>
                <Button
                  look="quiet"
                  aria-label={`Forget ${one.name}`}
                  onPress={() => keep(kept.filter(({ name }) => name !== one.name))}
                >
                  ✕
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <input
        className="input"
        type="search"
        aria-label="Search what can be moved"
        placeholder="Search doubts, quantities, thresholds"
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      {groups.map((group) => {
        const all = levers.filter(
          (lever) => lever.group === group && `${lever.name} ${lever.about}`.toLowerCase().includes(words),
        );
        const shown = all.filter((lever, at) => at < mostShown || moved.has(lever.key));
        return all.length === 0 ? null : (
          <Card key={group} title={group}>
            <ul className="levers">
              {shown.map((lever) => (
                <LeverRow key={lever.key} lever={lever} value={moved.get(lever.key)} onMove={move} />
              ))}
            </ul>
            {all.length > shown.length && (
              <p className="soft">and {all.length - shown.length} more that weigh less: search for them</p>
            )}
          </Card>
        );
      })}
      {saving && changes !== undefined && <SaveDialog changes={changes} onDone={() => setSaving(false)} />}
    </div>
  );
}

function nextName(kept: readonly Scenario[]): string {
  for (let at = 1; ; at++) {
    const name = `Scenario ${at}`;
    if (kept.every((one) => one.name !== name)) return name;
  }
}
