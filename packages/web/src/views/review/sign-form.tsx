import type { Case, ElementId } from '@surety/core/case';
import { useId, useMemo, useState } from 'react';
import { ElementPicker, IntentForm } from '../../author/index.js';
import { Choice, Field, TextField } from '../../kit/index.js';
import { useAnswer, useWorkspaceState } from '../../workspace/index.js';

const signed = [
  ['case', 'the whole case'],
  ['claim', 'a claim with everything that it rests on'],
] as const;

/** Signs the case, or an element with all that it rests on, as it is shown: refused where it became another one meanwhile. */
export function SignForm({
  of,
  element: given,
  onClose,
}: {
  readonly of: Case;
  readonly element: ElementId | undefined;
  readonly onClose: () => void;
}) {
  const known = useWorkspaceState(({ text }) => text?.who);
  const today = useWorkspaceState(({ text }) => text?.today);
  const roles = useId();
  const [what, setWhat] = useState<'case' | 'claim'>(given === undefined ? 'case' : 'claim');
  const isWhole = what === 'case';
  const [element, setElement] = useState(given);
  const [role, setRole] = useState(of.review.required[0] ?? '');
  const [who, setWho] = useState(known ?? '');
  const [statement, setStatement] = useState('');
  const claims = useMemo(() => of.elements.filter(({ type }) => type === 'goal' || type === 'strategy'), [of]);
  const about = isWhole ? undefined : element;
  const hash = useAnswer('contentHash', about === undefined ? {} : { element: about });
  const shown = hash.state === 'ready' && (isWhole || about !== undefined) ? hash.value : undefined;
  return (
    <IntentForm
      title="Sign off"
      submit="Sign"
      onClose={onClose}
      intent={
        shown === undefined || role.trim() === '' || who.trim() === ''
          ? undefined
          : {
              kind: 'signOff',
              role: role.trim(),
              who: who.trim(),
              of: shown,
              ...(today === undefined ? {} : { date: today }),
              ...(about === undefined ? {} : { element: about }),
              ...(statement.trim() === '' ? {} : { statement: statement.trim() }),
            }
      }
    >
      <Choice name="What you sign" options={signed} chosen={what} onChoose={setWhat} />
      {!isWhole && <ElementPicker name="The claim" elements={claims} picked={element} onPick={setElement} />}
      <Field name="Role" hint={of.review.required.length === 0 ? 'For example: independent assessor' : undefined}>
        {(ids) => (
          <>
            <input
              {...ids}
              className="input"
              list={roles}
              value={role}
              onChange={(event) => setRole(event.target.value)}
            />
            <datalist id={roles}>
              {of.review.required.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </>
        )}
      </Field>
      <TextField name="Who" value={who} onText={setWho} />
      <TextField
        name="Statement (optional)"
        hint="What you looked at, and under which conditions you sign."
        value={statement}
        onText={setStatement}
      />
      <p className="soft">
        {today !== undefined && `Dated ${today}. `}Content hash:{' '}
        <code className="review-hash">{shown ?? 'none yet'}</code>
      </p>
    </IntentForm>
  );
}
