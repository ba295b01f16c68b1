import { formatProbability } from '@surety/core/case';
import { useMemo } from 'react';
import { goWith } from '../../app/route.js';
import { type SetChoice as Choice, setChoices } from './ask.js';
import { useArgument } from './use-argument.js';

/** Chooses the cut set or path set that is pointed out. */
export function SetChoice({ chosen }: { readonly chosen: string | undefined }) {
  const { model } = useArgument();
  const choices = useMemo(() => setChoices(model.assessment), [model.assessment]);
  const outcomes = [...new Set(choices.map(({ outcome }) => outcome))];
  const known = choices.some(({ name }) => name === chosen);
  return (
    <select
      className="input arg-sets"
      aria-label="Point out a cut set or path set"
      value={known ? chosen : ''}
      disabled={choices.length === 0}
      onChange={(event) => goWith({ set: event.target.value === '' ? undefined : event.target.value })}
    >
      <option value="">{choices.length === 0 ? 'No cut sets' : 'Cut sets …'}</option>
      {outcomes.map((outcome) => (
        <optgroup key={outcome} label={outcome}>
          {choices
            .filter((choice) => choice.outcome === outcome)
            .map((choice) => (
              <option key={choice.name} value={choice.name}>
                {wordsOf(choice)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}

/** Members beyond these are counted. */
const mostNamed = 4;

function wordsOf({ kind, rank, set: { elements, probability } }: Choice): string {
  const more = elements.length - mostNamed;
  const members = `${elements.slice(0, mostNamed).join(' + ')}${more > 0 ? ` and ${more} more` : ''}`;
  if (kind === 'path') return `Carries it by itself: ${members}`;
  return `${rank}. ${members}${probability === undefined ? '' : ` (${formatProbability(probability)})`}`;
}
