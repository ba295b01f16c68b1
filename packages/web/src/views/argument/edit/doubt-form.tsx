import { type Element, formatProbability, type Opinion, type StatedDoubt } from '@surety/core/case';
import { DoubtFields, opinionText, useFirstOpinion } from '../../../author/index.js';
import { doubtOf } from './actions.js';
import { IntentForm } from './intent-form.js';

const names = {
  doubt: { name: 'Doubt', hint: 'Probability that it fails, from 0 to 1.' },
  inference: {
    name: 'Doubt of the step of inference',
    hint: 'Probability that it fails although everything that it rests on holds, from 0 to 1.',
  },
  strength: { name: 'Strength', hint: 'Probability that the challenge is right, from 0 to 1.' },
} as const;

/** States the doubt of a leaf or of a step, or the strength of a challenge, in the place of what is stated now. */
export function DoubtForm({ element, onClose }: { readonly element: Element; readonly onClose: () => void }) {
  const of = doubtOf(element);
  const strength = element.challenge?.strength;
  const stated = of === 'strength' ? (strength === 1 ? undefined : strength) : element[of];
  const [opinion, setOpinion] = useFirstOpinion(numberOf(stated));
  const doubt = opinionText(opinion);
  const isWhole = doubt?.because !== undefined;
  return (
    <IntentForm
      title={`Set the ${of === 'inference' ? 'doubt of the step to' : of === 'strength' ? 'strength of' : 'doubt of'} ${element.id}`}
      submit="Set"
      onClose={onClose}
      intent={isWhole ? { kind: 'setDoubt', element: element.id, of, doubt } : undefined}
    >
      <p>{element.text}</p>
      {stated === undefined ? (
        <p className="soft">
          {of === 'strength' ? 'No strength is stated, so that it counts as 1.' : 'No doubt is stated here yet.'}
        </p>
      ) : (
        <div>
          <p className="soft">What is stated now goes from the text; the history keeps it:</p>
          {stated.opinions.map((one) => (
            <p key={one.origin.path.join('/')} className="soft">
              {opinionWords(one)}
            </p>
          ))}
        </div>
      )}
      <DoubtFields {...names[of]} opinion={opinion} onChange={setOpinion} first />
    </IntentForm>
  );
}

/** The one number that is stated; empty where it is none. */
function numberOf(stated: StatedDoubt | undefined): string {
  const [one, ...others] = stated?.opinions ?? [];
  return one?.value.kind === 'number' && others.length === 0 ? `${one.value.value}` : '';
}

function opinionWords({ value, by, date, because }: Opinion): string {
  const worth =
    value.kind === 'number'
      ? formatProbability(value.value)
      : value.kind === 'quantity'
        ? `the quantity ${value.name}`
        : 'a distribution';
  const who = [...(by === undefined ? [] : [`by ${by}`]), ...(date === undefined ? [] : [`on ${date}`])].join(' ');
  return `${worth}${who === '' ? '' : `, ${who}`}${because === undefined ? '' : `: “${because}”`}`;
}
