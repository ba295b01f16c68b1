import type { Case, Element, ElementId } from '@surety/core/case';
import { useMemo, useState } from 'react';
import { Check, Field, TextField } from '../kit/index.js';
import { useWorkspaceState } from '../workspace/index.js';
import { ElementPicker } from './element-picker.js';
import { IntentForm } from './intent-form.js';
import type { Perform } from './perform.js';

/** Why an element, or one of its links, may be wrong. Without an element it is picked first. */
export function ChallengeForm({
  element: given,
  of,
  perform,
  onClose,
}: {
  readonly onClose: () => void;
  readonly perform?: Perform;
} & ({ readonly element: Element; readonly of?: undefined } | { readonly element?: undefined; readonly of: Case })) {
  const who = useWorkspaceState(({ text }) => text?.who);
  const today = useWorkspaceState(({ text }) => text?.today);
  const [picked, setPicked] = useState<ElementId>();
  const choice = useMemo(() => of?.elements.filter(({ type }) => type !== 'challenge') ?? [], [of]);
  const element = given ?? choice.find(({ id }) => id === picked);
  const links = element === undefined ? [] : [...element.supportedBy, ...element.inContextOf].map(({ to }) => to);
  const [against, setAgainst] = useState('');
  const [text, setText] = useState('');
  const [isBlocking, setBlocking] = useState(true);
  return (
    <IntentForm
      title={given === undefined ? 'Raise a challenge' : `Challenge ${given.id}`}
      submit="Raise the challenge"
      onClose={onClose}
      {...(perform === undefined ? {} : { perform })}
      intent={
        text.trim() === '' || element === undefined
          ? undefined
          : {
              kind: 'challenge',
              against: links.includes(against) ? { from: element.id, to: against } : element.id,
              text: text.trim(),
              ...(who === undefined ? {} : { raisedBy: who }),
              ...(today === undefined ? {} : { date: today }),
              ...(isBlocking ? {} : { blocking: false }),
            }
      }
    >
      {given === undefined && (
        <ElementPicker
          name="Against which element"
          hint="Type its id or words of its text. One of its links can be chosen after that."
          elements={choice}
          picked={picked}
          onPick={setPicked}
        />
      )}
      {element !== undefined && links.length > 0 && (
        <Field name="Against">
          {(ids) => (
            <select {...ids} className="input" value={against} onChange={({ target: { value } }) => setAgainst(value)}>
              <option value="">{element.id} itself</option>
              {links.map((to) => (
                <option key={to} value={to}>
                  the link from {element.id} to {to}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <TextField
        name="Why it may be wrong"
        hint="Say what would have to be shown for you to take it back."
        isLong
        isFirst={given !== undefined}
        value={text}
        onText={setText}
      />
      <Check isOn={isBlocking} onTurn={setBlocking}>
        <span>It blocks the verdict while it is open</span>
      </Check>
    </IntentForm>
  );
}
