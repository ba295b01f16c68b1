import { memo, useState } from 'react';
import { PlainButton } from '../../kit/index.js';
import { useWorkspaceState } from '../../workspace/index.js';
import { fromPlace, type Lever, steps, toPlace } from './levers.js';
import { valuesOf } from './scenario-values.js';

interface Props {
  readonly lever: Lever;
  readonly onMove: (lever: Lever, value: number | undefined) => void;
}

/** One thing that can be moved: by its slider, or by writing the number. */
export const LeverRow = memo(function LeverRow({ lever, onMove }: Props) {
  const { key, name, about, now, unit, group, onlyTried } = lever;
  // What is tried out; undefined: what the text says stands.
  const value = useWorkspaceState(({ scenario }) => valuesOf(scenario).get(key));
  const shown = value ?? now;
  const [written, setWritten] = useState<string>();
  const write = (text: string) => {
    setWritten(text);
    const number = Number(text);
    if (text.trim() !== '' && Number.isFinite(number)) onMove(lever, number);
  };
  return (
    <li className={`lever ${value === undefined ? '' : 'moved'}`}>
      <div className="lever-name">
        <strong>{name}</strong>{' '}
        {onlyTried !== undefined && <span className="only-tried">{onlyTried}: can be tried, not written</span>}{' '}
        <span className="soft">{about}</span>
      </div>
      <input
        type="range"
        min={0}
        max={steps}
        step={1}
        value={shown === undefined ? 0 : toPlace(lever, shown)}
        aria-label={`${group}: ${name}`}
        aria-valuetext={shown === undefined ? 'no single number' : `${plainly(shown)} ${unit ?? ''}`}
        onChange={({ target }) => {
          setWritten(undefined);
          onMove(lever, fromPlace(lever, Number(target.value)));
        }}
      />
      <input
        className="input lever-number"
        inputMode="decimal"
        aria-label={`${name}, as a number`}
        value={written ?? (shown === undefined ? '' : plainly(shown))}
        onChange={({ target }) => write(target.value)}
        onBlur={() => setWritten(undefined)}
      />
      <span className="soft lever-now">{now === undefined ? 'no number' : `text: ${plainly(now)}`}</span>
      <PlainButton
        look="quiet"
        disabled={value === undefined}
        aria-label={`Put ${name} back to what the text says`}
        onClick={() => {
          setWritten(undefined);
          onMove(lever, undefined);
        }}
        data-key={key}
      >
        ↺
      </PlainButton>
    </li>
  );
});

/** As it could be written into the field: what stands beside it reads alike. */
function plainly(value: number): string {
  return String(Number(value.toPrecision(4)));
}
