import type { Diagnostic } from '@surety/core/case';
import { useState } from 'react';
import { IntentForm } from '../../author/index.js';
import { TextField } from '../../kit/index.js';
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
      <TextField name="Why it is acceptable for now" isLong isFirst value={because} onText={setBecause} />
      <TextField name="Accepted by" value={by} onText={setBy} />
      <TextField
        name="Until"
        hint="It counts again after that day."
        type="date"
        min={today}
        value={until}
        onText={setUntil}
      />
    </IntentForm>
  );
}
