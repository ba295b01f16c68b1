import type { Diagnostic } from '@surety/core/case';
import { useState } from 'react';
import { IntentForm } from '../../author/index.js';
import { Field } from '../../kit/index.js';
import { useWorkspaceState } from '../../workspace/index.js';

/** Accepts a finding until a day, with the reason. */
export function WaiveForm({ finding, onClose }: { readonly finding: Diagnostic; readonly onClose: () => void }) {
  const { code, element, message } = finding;
  const known = useWorkspaceState(({ text }) => text?.who);
  const today = useWorkspaceState(({ text }) => text?.today);
  const [because, setBecause] = useState('');
  const [by, setBy] = useState(known ?? '');
  const [until, setUntil] = useState('');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  return (
    <IntentForm
      title={`Waive ${code}${element === undefined ? '' : ` at ${element}`}`}
      submit="Waive"
      onClose={onClose}
      intent={
        because.trim() === '' || by.trim() === '' || !isDay
          ? undefined
          : {
              kind: 'waive',
              rule: code,
              ...(element === undefined ? {} : { at: element }),
              because: because.trim(),
              by: by.trim(),
              until,
            }
      }
    >
      <p className="review-said">{message}</p>
      {element === undefined && (
        <p>The finding is at no element, so that the waiver would hold for this rule everywhere in the case.</p>
      )}
      <Field name="Why it is acceptable for now">
        {(ids) => (
          <textarea
            {...ids}
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write here
            autoFocus
            value={because}
            onChange={(event) => setBecause(event.target.value)}
          />
        )}
      </Field>
      <Field name="Accepted by">
        {(ids) => <input {...ids} className="input" value={by} onChange={(event) => setBy(event.target.value)} />}
      </Field>
      <Field name="Until" hint="It counts again after that day.">
        {(ids) => (
          <input
            {...ids}
            type="date"
            className="input"
            min={today}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
      </Field>
    </IntentForm>
  );
}
