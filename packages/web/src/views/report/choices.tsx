import type { Audience } from '@surety/core/report';
import { useId } from 'react';

/** What a reader may not see, as it is chosen. */
export interface Withholding {
  /** Something is withheld: then what the text marks as confidential always is. */
  readonly marked: boolean;
  readonly levels: readonly Level[];
  /** Ids with commas between; `G4+` for G4 and all that it rests on. */
  readonly names: string;
}

const levels = ['people', 'sources', 'quantities'] as const;
type Level = (typeof levels)[number];

const words: Readonly<Record<Level, string>> = { people: 'People', sources: 'Sources', quantities: 'Quantities' };

const readers: readonly (readonly [Audience | undefined, string])[] = [
  [undefined, 'All, with a switch'],
  ['decision-maker', 'Decision maker'],
  ['assessor', 'Assessor'],
  ['regulator', 'Regulator'],
];

/** The names that `surety report --redact` would be given; null where nothing is withheld. */
export function withheldNames({ marked, levels: chosen, names }: Withholding): readonly string[] | null {
  if (!marked) return null;
  const ids = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return [...chosen, ...ids];
}

export function Choices({
  audience,
  onAudience,
  withholding,
  onWithholding,
  outlook,
  onOutlook,
}: {
  readonly audience: Audience | undefined;
  readonly onAudience: (audience: Audience | undefined) => void;
  readonly withholding: Withholding;
  readonly onWithholding: (withholding: Withholding) => void;
  readonly outlook: boolean;
  readonly onOutlook: (outlook: boolean) => void;
}) {
  const id = useId();
  const { marked, levels: chosen, names } = withholding;
  return (
    <div className="report-choices">
      <fieldset>
        <legend>Reader</legend>
        {readers.map(([name, title]) => (
          <label key={title}>
            <input type="radio" name={`${id}reader`} checked={audience === name} onChange={() => onAudience(name)} />
            {title}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Withhold</legend>
        <label>
          <input
            type="checkbox"
            checked={marked}
            onChange={({ target }) => onWithholding({ ...withholding, marked: target.checked })}
          />
          What the text marks as confidential
        </label>
        {levels.map((level) => (
          <label key={level}>
            <input
              type="checkbox"
              disabled={!marked}
              checked={chosen.includes(level)}
              onChange={({ target }) =>
                onWithholding({
                  ...withholding,
                  levels: levels.filter((one) => (one === level ? target.checked : chosen.includes(one))),
                })
              }
            />
            {words[level]}
          </label>
        ))}
        <label>
          Also
          <input
            type="text"
            className="input"
            disabled={!marked}
            placeholder="ids, or G4+ with all below"
            defaultValue={names}
            onBlur={({ target }) => onWithholding({ ...withholding, names: target.value })}
            onKeyDown={({ key, currentTarget }) =>
              key === 'Enter' && onWithholding({ ...withholding, names: currentTarget.value })
            }
          />
        </label>
      </fieldset>
      <fieldset>
        <legend>Outlook</legend>
        <label>
          <input type="checkbox" checked={outlook} onChange={({ target }) => onOutlook(target.checked)} />
          How far the verdicts carry, and what would change them (takes longer)
        </label>
      </fieldset>
    </div>
  );
}
