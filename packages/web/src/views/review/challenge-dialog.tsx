import type { Intent } from '@surety/core/authoring';
import type { Case, ElementId } from '@surety/core/case';
import type { LoggedChallenge } from '@surety/core/steps';
import { useMemo, useState } from 'react';
import { DoubtFields, ElementPicker, IntentForm, opinionText, useFirstOpinion } from '../../author/index.js';
import { Choice, TextField } from '../../kit/index.js';

export type ChallengeAction = 'answer' | 'accept' | 'withdraw';

/** What becomes of a challenge. */
export function ChallengeDialog({
  of,
  action,
  challenge,
  onClose,
}: {
  readonly of: Case;
  readonly action: ChallengeAction;
  readonly challenge: LoggedChallenge;
  readonly onClose: () => void;
}) {
  const { id } = challenge;
  switch (action) {
    case 'answer':
      return <AnswerForm of={of} challenge={challenge} onClose={onClose} />;
    case 'accept':
      return <AcceptForm challenge={challenge} onClose={onClose} />;
    case 'withdraw':
      return (
        <IntentForm
          title={`Withdraw ${id}`}
          submit="Withdraw"
          intent={{ kind: 'withdraw', challenge: id }}
          onClose={onClose}
        >
          <Said challenge={challenge} />
          <p>
            It goes from the text, with what speaks for it alone. It is for whoever raised it to take it back; the
            history keeps it.
          </p>
        </IntentForm>
      );
  }
}

function Said({ challenge: { text, raisedBy } }: { readonly challenge: LoggedChallenge }) {
  return (
    <p className="review-said">
      {text}
      {raisedBy !== undefined && <span className="soft"> ({raisedBy})</span>}
    </p>
  );
}

const answers = [
  ['new', 'a new claim, to be supported after that'],
  ['there', 'a claim that is there'],
] as const;

function AnswerForm({
  of,
  challenge,
  onClose,
}: {
  readonly of: Case;
  readonly challenge: LoggedChallenge;
  readonly onClose: () => void;
}) {
  const [by, setBy] = useState<'new' | 'there'>('new');
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<ElementId>();
  const goals = useMemo(() => of.elements.filter(({ type }) => type === 'goal'), [of]);
  const [id, setId] = useState('');
  const [opinion, setOpinion] = useFirstOpinion();
  const doubt = opinionText(opinion);
  const isWhole = text.trim() !== '' && (doubt !== undefined || opinion.elicited.trim() === '');
  const anew = {
    text: text.trim(),
    ...(id.trim() === '' ? {} : { id: id.trim() }),
    ...(doubt === undefined ? {} : { doubt }),
  };
  const claim = by === 'there' ? picked : isWhole ? anew : undefined;
  const intent: Intent | undefined =
    claim === undefined ? undefined : { kind: 'answer', challenge: challenge.id, by: claim };
  return (
    <IntentForm title={`Answer ${challenge.id}`} submit="Answer" intent={intent} onClose={onClose}>
      <Said challenge={challenge} />
      <Choice name="Answered by" options={answers} chosen={by} onChoose={setBy} />
      {by === 'new' ? (
        <>
          <TextField name="The claim that would meet it" isLong value={text} onText={setText} />
          <DoubtFields
            name="Doubt of the answer (optional)"
            hint="Probability that the claim is false. Left empty, the claim is undeveloped and keeps blocking until something supports it."
            opinion={opinion}
            onChange={setOpinion}
          />
          <TextField
            name="Id (optional)"
            hint="Left empty, it is the next free one in the manner of the case."
            value={id}
            onText={setId}
          />
        </>
      ) : (
        <ElementPicker name="The claim" elements={goals} picked={picked} onPick={setPicked} />
      )}
    </IntentForm>
  );
}

function AcceptForm({ challenge, onClose }: { readonly challenge: LoggedChallenge; readonly onClose: () => void }) {
  const [because, setBecause] = useState('');
  return (
    <IntentForm
      title={`Accept ${challenge.id}`}
      submit="Accept the challenge"
      intent={because.trim() === '' ? undefined : { kind: 'accept', challenge: challenge.id, because: because.trim() }}
      onClose={onClose}
    >
      <Said challenge={challenge} />
      <p>What it challenges counts as failed from then on, for every outcome that rests on it.</p>
      <TextField name="Because" isLong isFirst value={because} onText={setBecause} />
    </IntentForm>
  );
}
