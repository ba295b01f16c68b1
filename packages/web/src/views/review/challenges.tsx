import { lookup } from '@surety/core/case';
import type { LoggedChallenge } from '@surety/core/steps';
import { useMemo, useRef, useState } from 'react';
import { useRoute } from '../../app/route.js';
import { ChallengeForm } from '../../author/index.js';
import { Answered, Button, Empty } from '../../kit/index.js';
import { useAnswer, useWorkspaceState } from '../../workspace/index.js';
import { type ChallengeAction, ChallengeDialog } from './challenge-dialog.js';
import { inPlace } from './in-place.js';
import { OneChallenge } from './one-challenge.js';
import type { PartProps } from './part-props.js';
import { stillBlocks } from './still-blocks.js';

interface Acting {
  readonly action: ChallengeAction;
  readonly challenge: LoggedChallenge;
}

/** What was said against the case, what became of it, and what it does to the verdict. */
export function Challenges({ of, assessment }: PartProps) {
  const asked = useAnswer('challenges', null);
  const { params } = useRoute();
  const readOnly = useWorkspaceState(({ text }) => text?.readOnly === true);
  const [isRaising, setRaising] = useState(false);
  const [acting, setActing] = useState<Acting>();
  const look = useMemo(() => lookup(of), [of]);
  // What was answered stays where it was looked at; whoever comes back later finds it behind the open ones.
  const shown = useRef<readonly string[]>([]);
  const ordered = (all: readonly LoggedChallenge[]) => {
    shown.current = inPlace(
      shown.current,
      all.map(({ id }) => id),
    );
    return shown.current.map((id) => all.find((one) => one.id === id)!);
  };
  return (
    <>
      <div className="row">
        <p className="soft review-lead">
          An open challenge that blocks keeps every outcome that it bears on from being supported. Answer it with a
          claim of its own, or accept that it is right.
        </p>
        <Button look="primary" isDisabled={readOnly} onPress={() => setRaising(true)}>
          Raise a challenge
        </Button>
      </div>
      <Answered asked={asked} height={320} label="Looking for challenges">
        {(all) =>
          all.length === 0 ? (
            <Empty title="Nobody has challenged the case yet">
              <p>
                A case that was never attacked has not been tried. Raise a challenge against any element, or against the
                link between two: say why it may be wrong, and what would have to be shown for you to take it back.
              </p>
            </Empty>
          ) : (
            <>
              <p role="status">{countWords(all)}</p>
              <ul className="stack">
                {ordered(all).map((challenge) => (
                  <OneChallenge
                    key={challenge.id}
                    challenge={challenge}
                    of={of}
                    assessment={assessment}
                    open={challenge.answer === undefined ? [] : stillBlocks(look, assessment, challenge.answer.id)}
                    isPicked={challenge.id === params.at}
                    {...(readOnly ? {} : { onAct: (action) => setActing({ action, challenge }) })}
                  />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
      {isRaising && <ChallengeForm of={of} onClose={() => setRaising(false)} />}
      {acting !== undefined && <ChallengeDialog of={of} {...acting} onClose={() => setActing(undefined)} />}
    </>
  );
}

function countWords(all: readonly LoggedChallenge[]): string {
  const count = (status: LoggedChallenge['status']) => all.filter((one) => one.status === status).length;
  return `${all.length} in all: ${count('open')} open, ${count('accepted')} accepted, ${count('answered')} answered.`;
}
