import { TextField } from '../kit/index.js';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function WhoField({ value, onChange }: Props) {
  return <TextField name="By" value={value} onText={onChange} />;
}

export function DayField({ value, onChange }: Props) {
  return <TextField name="Date" type="date" value={value} onText={onChange} />;
}
