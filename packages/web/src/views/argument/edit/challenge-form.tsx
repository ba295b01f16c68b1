import type { Element } from '@surety/core/case';
import { useState } from 'react';
import { Field } from '../../../kit/index.js';
import { useWorkspaceState } from '../../../workspace/index.js';
import { IntentForm } from './intent-form.js';

/** Why an element, or one of its links, may be wrong. */
export function ChallengeForm({ element, onClose }: { readonly element: Element; readonly onClose: () => void }) {
  const who = useWorkspaceState(({ text }) => text?.who);
  const today = useWorkspaceState(({ text }) => text?.today);
  const links = [...element.supportedBy, ...element.inContextOf].map(({ to }) => to);
  const [against, setAgainst] = useState('');
  const [text, setText] = useState('');
  const [isBlocking, setBlocking] = useState(true);
  const target = against === '' ? element.id : { from: element.id, to: against };
  return (
    <IntentForm
      title={`Challenge ${element.id}`}
      submit="Raise the challenge"
      onClose={onClose}
      intent={
        text.trim() === ''
          ? undefined
          : {
              kind: 'challenge',
              against: target,
              text: text.trim(),
              ...(who === undefined ? {} : { raisedBy: who }),
              ...(today === undefined ? {} : { date: today }),
              ...(isBlocking ? {} : { blocking: false }),
            }
      }
    >
      {links.length > 0 && (
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
      <Field name="Why it may be wrong" hint="Say what would have to be shown for you to take it back.">
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <label className="arg-check">
        <input type="checkbox" checked={isBlocking} onChange={(event) => setBlocking(event.target.checked)} />
        <span>It blocks the verdict while it is open</span>
      </label>
    </IntentForm>
  );
}
