import type { History } from '@surety/server/api';
import { type FormEvent, useState } from 'react';
import { Button, Field } from '../../kit/index.js';
import { now, type SideName } from './use-side.js';

const other = '…';

/** Chooses one of the two states: here, one of the last commits, or whatever name is written. */
export function SidePicker({
  name,
  value,
  history,
  onPick,
}: {
  readonly name: string;
  readonly value: SideName;
  readonly history: History | undefined;
  readonly onPick: (name: SideName) => void;
}) {
  const [writing, setWriting] = useState<string>();
  const commits = history?.commits ?? [];
  const known = value === now || value === 'HEAD' || commits.some(({ hash }) => hash === value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (writing === undefined || writing.trim() === '') return;
    onPick(writing.trim());
    setWriting(undefined);
  };
  return (
    <div className="side">
      <Field name={`${name} state`}>
        {(ids) => (
          <select
            {...ids}
            className="input"
            value={writing === undefined ? value : other}
            onChange={({ target }) => {
              setWriting(target.value === other ? '' : undefined);
              if (target.value !== other) onPick(target.value);
            }}
          >
            <option value={now}>As it is here</option>
            <option value="HEAD">The last commit</option>
            {!known && <option value={value}>{value}</option>}
            {commits.map(({ hash, date, subject, author }) => (
              <option key={hash} value={hash}>
                {date.slice(0, 10)} {subject} ({author})
              </option>
            ))}
            <option value={other}>Another revision or folder {other}</option>
          </select>
        )}
      </Field>
      {writing !== undefined && (
        <form className="row" onSubmit={submit}>
          <input
            className="input"
            aria-label={`Name of the ${name.toLowerCase()} state`}
            placeholder="main, HEAD~3, v1.2, ./other-case"
            value={writing}
            onChange={({ target }) => setWriting(target.value)}
          />
          <Button type="submit">Take</Button>
        </form>
      )}
    </div>
  );
}
