import type { WhatIfChange } from '@surety/core/authoring';
import { formatNumber } from '@surety/core/case';
import type { CaseChange } from '@surety/core/what-if';
import { useMemo } from 'react';
import { DayField, IntentForm, useFirstOpinion, usePerform, WhoField } from '../../author/index.js';
import { TextField } from '../../kit/index.js';
import { useWorkspace } from '../../workspace/index.js';
import { useWritable, type Weighed } from './use-writable.js';

/** Writes what was tried out into the text, as far as the text states it, with the reason that it takes. */
export function SaveDialog({
  changes,
  onDone,
}: {
  readonly changes: readonly CaseChange[];
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const perform = usePerform();
  const [{ by, date, because }, setOpinion] = useFirstOpinion();
  const wanted = useMemo(() => changes.map(written), [changes]);
  const weighed = useWritable(wanted);
  const fit = weighed?.filter(({ why }) => why === undefined) ?? [];
  const unfit = weighed?.filter(({ why }) => why !== undefined) ?? [];
  return (
    <IntentForm
      title="Write into the text"
      submit="Write"
      onClose={onDone}
      perform={async (intent) => {
        const answer = await perform(intent);
        if (answer.ok) workspace.tryOut(undefined);
        return answer;
      }}
      intent={
        fit.length === 0 || because.trim() === ''
          ? undefined
          : {
              kind: 'applyWhatIf',
              changes: fit.map(({ change }) => change),
              because: because.trim(),
              ...(by.trim() === '' ? {} : { by: by.trim() }),
              ...(date === '' ? {} : { date }),
            }
      }
    >
      {weighed === undefined && (
        <p className="soft" role="status">
          Looking which of them the text states …
        </p>
      )}
      {fit.length > 0 && (
        <Listed
          title={`${fit.length === 1 ? 'One value' : `${fit.length} values`} will be written where the text states ${fit.length === 1 ? 'it' : 'them'} now, in one step that can be undone:`}
          of={fit}
        />
      )}
      {unfit.length > 0 && (
        <Listed
          title={
            fit.length === 0 ? 'Nothing of this can be written:' : 'The rest cannot be written, and is thrown away:'
          }
          of={unfit}
        />
      )}
      {(weighed === undefined || fit.length > 0) && (
        <>
          <TextField
            name="Because"
            hint="What makes these the right numbers. It is written beside each of them."
            isLong
            value={because}
            onText={(why) => setOpinion((before) => ({ ...before, because: why }))}
          />
          <div className="row by-and-date">
            <WhoField value={by} onChange={(who) => setOpinion((before) => ({ ...before, by: who }))} />
            <DayField value={date} onChange={(day) => setOpinion((before) => ({ ...before, date: day }))} />
          </div>
        </>
      )}
    </IntentForm>
  );
}

function Listed({ title, of }: { readonly title: string; readonly of: readonly Weighed[] }) {
  return (
    <div>
      <p>{title}</p>
      <ul className="written-list">
        {of.map(({ change, why }) => (
          <li key={nameOf(change)}>
            <strong>{nameOf(change)}</strong> {typeof change.value === 'number' && formatNumber(change.value)}
            {why !== undefined && <span className="soft">: {why}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function nameOf(change: WhatIfChange): string {
  switch (change.kind) {
    case 'doubt':
      return change.leaf;
    case 'quantity':
      return change.name;
    case 'beta':
      return `beta of ${change.at}`;
    case 'exposure':
      return `exposure.${change.axis}`;
    case 'threshold':
      return `threshold of ${change.outcome}`;
  }
}

function written(change: CaseChange): WhatIfChange {
  switch (change.kind) {
    case 'doubt':
      return { kind: 'doubt', leaf: change.leaf, value: change.doubt };
    case 'quantity':
      return { kind: 'quantity', name: change.name, value: change.value };
    case 'axis':
      return { kind: 'exposure', axis: change.over.axis === 'tasks' ? 'tasks' : 'instances', value: change.value };
    case 'group':
      return { kind: 'beta', at: change.name, value: change.beta };
    case 'legs':
      return {
        kind: 'beta',
        at: change.element,
        value: change.dependence.kind === 'beta' ? change.dependence.beta : 0,
      };
    case 'threshold':
      return { kind: 'threshold', outcome: change.outcome, value: change.probability };
  }
}
