import { TextField } from '../kit/index.js';
import { type Opinion, opinionText } from './opinion.js';
import { DayField, WhoField } from './who-and-when.js';

/** The number of a doubt, by whom, when and why. */
export function DoubtFields({
  name,
  hint,
  opinion,
  onChange,
  first = false,
}: {
  readonly name: string;
  readonly hint?: string;
  readonly opinion: Opinion;
  readonly onChange: (opinion: Opinion) => void;
  /** Where a dialog is opened to write this. */
  readonly first?: boolean;
}) {
  const set = (more: Partial<Opinion>) => onChange({ ...opinion, ...more });
  const isWrong = opinion.elicited.trim() !== '' && opinionText(opinion) === undefined;
  return (
    <>
      <TextField
        name={name}
        hint={isWrong ? 'A number from 0 to 1, for example 0.05.' : hint}
        inputMode="decimal"
        isWrong={isWrong}
        isFirst={first}
        value={opinion.elicited}
        onText={(elicited) => set({ elicited })}
      />
      {opinion.elicited.trim() !== '' && (
        <>
          <TextField
            name="Because"
            hint="The reasoning that a reviewer can disagree with."
            isLong
            value={opinion.because}
            onText={(because) => set({ because })}
          />
          <div className="row by-and-date">
            <WhoField value={opinion.by} onChange={(by) => set({ by })} />
            <DayField value={opinion.date} onChange={(date) => set({ date })} />
          </div>
        </>
      )}
    </>
  );
}
