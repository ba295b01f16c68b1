import type { WhatIfChange } from '@surety/core/authoring';
import type { CaseChange } from '@surety/core/what-if';
import { type FormEvent, useState } from 'react';
import { usePerform } from '../../author/index.js';
import { Button, Field, Modal } from '../../kit/index.js';
import { useWorkspace } from '../../workspace/index.js';

/** Writes what was tried out into the text, with the reason that it takes. */
export function SaveDialog({
  changes,
  onDone,
}: {
  readonly changes: readonly CaseChange[];
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const perform = usePerform();
  const [because, setBecause] = useState('');
  const [why, setWhy] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await perform({ kind: 'applyWhatIf', changes: changes.map(written), because });
    if (!answer.ok) return setWhy([answer.reason, answer.hint].filter((one) => one !== undefined).join('. '));
    workspace.tryOut(undefined);
    onDone();
  };
  return (
    <Modal title="Write into the text" onClose={onDone}>
      <form className="stack" onSubmit={submit}>
        <p>
          {changes.length === 1 ? 'One value' : `${changes.length} values`} will be written where the text states them
          now, in one step that can be undone.
        </p>
        <Field name="Because" hint="What makes these the right numbers. It is written beside each of them.">
          {(ids) => (
            <textarea
              {...ids}
              className="input"
              required
              value={because}
              onChange={({ target }) => setBecause(target.value)}
            />
          )}
        </Field>
        {why !== undefined && (
          <p role="alert" className="refused">
            {why}
          </p>
        )}
        <div className="row">
          <Button type="submit" look="primary">
            Write
          </Button>
          <Button onPress={onDone}>Cancel</Button>
        </div>
      </form>
    </Modal>
  );
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
