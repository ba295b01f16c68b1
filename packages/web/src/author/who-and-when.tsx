import { Field } from '../kit/index.js';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WhoField({ value, onChange }: Props) {
  return (
    <Field name="By">
      {(ids) => <input {...ids} className="input" value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

export function DayField({ value, onChange }: Props) {
  return (
    <Field name="Date">
      {(ids) => (
        <input {...ids} type="date" className="input" value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}
