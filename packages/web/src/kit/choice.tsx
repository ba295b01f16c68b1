import './choice.css';
import { type ReactNode, useId } from 'react';

/** Something to be ticked. */
export function Check({
  isOn,
  onTurn,
  children,
}: {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="check">
      <input type="checkbox" checked={isOn} onChange={({ target }) => onTurn(target.checked)} />
      {children}
    </label>
  );
}

/** One of a few, all of them in sight: each a value and what it is called. */
export function Choice<Value extends string | number>({
  name,
  options,
  chosen,
  onChoose,
  isRow = false,
}: {
  readonly name: ReactNode;
  readonly options: readonly (readonly [Value, ReactNode])[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
  /** Short ones stand beside each other. */
  readonly isRow?: boolean;
}) {
  const group = useId();
  return (
    <fieldset className={isRow ? 'choice in-a-row' : 'choice'}>
      <legend className="field-name">{name}</legend>
      {options.map(([value, title]) => (
        <label key={value} className="check">
          <input type="radio" name={group} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
