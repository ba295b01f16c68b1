import { type Case, formatProbability } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import type { LoggedChallenge } from '@surety/core/steps';
import { useEffect, useRef } from 'react';
import { Badge, Button, type Tone, ViewLink } from '../../kit/index.js';
import type { ChallengeAction } from './challenge-dialog.js';
import { doubtWords } from './doubt-words.js';

const tones: Readonly<Record<LoggedChallenge['status'], Tone>> = { open: 'open', answered: 'good', accepted: 'bad' };

/** A challenge: what it says and against what, its answer, what it moves, and what can be done about it. */
export function OneChallenge({
  challenge,
  of,
  assessment,
  open,
  isPicked,
  onAct,
}: {
  readonly challenge: LoggedChallenge;
  readonly of: Case;
  readonly assessment: Assessment;
  /** What still blocks at its answer. */
  readonly open: readonly string[];
  readonly isPicked: boolean;
  /** Absent: nothing may be changed. */
  readonly onAct?: (action: ChallengeAction) => void;
}) {
  const { id, text, against, status, blocks, answer, strength, effects } = challenge;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPicked) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicked]);
  const target = against.kind === 'element' ? against.element : against.from;
  const blocked = assessment.outcomes.filter(({ reasons }) =>
    reasons.some(({ code, element }) => code === 'challenge-open' && element === id),
  );
  const threshold = (outcome: string) => of.outcomes.find((one) => one.id === outcome)?.threshold?.probability;
  return (
    <li ref={place} className={`card review-challenge ${isPicked ? 'picked' : ''}`} aria-label={`Challenge ${id}`}>
      <div className="row">
        <h2>
          <ViewLink view="argument" params={{ at: id }}>
            {id}
          </ViewLink>
        </h2>
        <Badge tone={tones[status]}>{status}</Badge>
        {blocks && <Badge tone="bad">blocks</Badge>}
        {status === 'answered' && open.length > 0 && <Badge tone="bad">still blocks</Badge>}
        <span className="soft">{raisedWords(challenge)}</span>
      </div>
      <p className="review-said">{text}</p>
      <p>
        Against{' '}
        <ViewLink view="argument" params={{ at: target }}>
          {against.kind === 'element' ? against.element : `the link from ${against.from} to ${against.to}`}
        </ViewLink>
        <span className="soft"> {of.elements.find((one) => one.id === target)?.text}</span>
      </p>
      {answer !== undefined && (
        <p>
          Answered by{' '}
          <ViewLink view="argument" params={{ at: answer.id }}>
            {answer.id}
          </ViewLink>{' '}
          <span className="soft">
            {answer.text}
            {answer.doubt === undefined ? '' : ` (doubt ${doubtWords(answer.doubt)})`}
          </span>
        </p>
      )}
      {status === 'answered' && open.length > 0 && (
        <p>
          Answered; still blocks: <strong>{open.join('; ')}</strong>.
        </p>
      )}
      {strength !== undefined && <p className="soft">It is right with probability {doubtWords(strength)}.</p>}
      {blocked.length > 0 && (
        <p>
          Because of it, <strong>{blocked.map((one) => one.id).join(' and ')}</strong> cannot be supported.
        </p>
      )}
      {(effects ?? []).map(({ outcome, ifRight, ifWrong }) => (
        <p key={outcome} className="soft">
          The doubt of {outcome} is {formatProbability(ifRight)} if it is right and {formatProbability(ifWrong)} if it
          is wrong
          {threshold(outcome) === undefined ? '' : `; the threshold is ${formatProbability(threshold(outcome)!)}`}.
        </p>
      ))}
      {onAct !== undefined && (
        <div className="row">
          {status !== 'answered' && (
            <Button look={status === 'open' ? 'primary' : 'quiet'} onPress={() => onAct('answer')}>
              Answer
            </Button>
          )}
          {status !== 'accepted' && <Button onPress={() => onAct('accept')}>Accept</Button>}
          <Button look="quiet" onPress={() => onAct('withdraw')}>
            Withdraw
          </Button>
        </div>
      )}
    </li>
  );
}

function raisedWords({ raisedBy, date, age }: LoggedChallenge): string {
  const days = age === undefined ? '' : age === 0 ? ' (today)' : ` (${age} ${age === 1 ? 'day' : 'days'} ago)`;
  return [
    ...(raisedBy === undefined ? [] : [`raised by ${raisedBy}`]),
    ...(date === undefined ? [] : [`on ${date}${days}`]),
  ].join(' ');
}
