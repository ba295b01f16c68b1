import './overview.css';
import { domainOf } from '@surety/core/report';
import { useMemo } from 'react';
import { Empty, ViewLink } from '../../kit/index.js';
import { isComputing, useModel, useWorkspaceState } from '../../workspace/index.js';
import { Ahead } from './ahead.js';
import { Changed } from './changed.js';
import { Computing } from './computing.js';
import { Decision } from './decision.js';
import { OpenChallenges } from './open-challenges.js';
import { OutcomeCard } from './outcome-card.js';
import { Path } from './path.js';
import { Unsaved } from './unsaved.js';
import { WithoutVerdict } from './without-verdict.js';

/** The case on one screen: the decision, the verdict of each outcome, what it rests on, and what is to be done next. */
export default function Overview() {
  const model = useModel();
  const computing = useWorkspaceState(isComputing);
  const early = useWorkspaceState((state) => state.early);
  const assessment = model?.assessment ?? undefined;
  const domain = useMemo(() => domainOf(assessment?.outcomes ?? []), [assessment]);
  const shown = model?.case ?? model?.readable ?? (model === undefined ? early : undefined);
  if (shown == null) {
    return (
      <div className="overview">
        <h1>Overview</h1>
        <Empty title="This text cannot be read yet">
          <ViewLink view="text">See what is wrong with it</ViewLink>
        </Empty>
      </div>
    );
  }
  return (
    <div className="overview">
      {model?.case === null ? (
        <h1>Overview</h1>
      ) : (
        <Decision of={shown} assessment={assessment} waiting={model === undefined} />
      )}
      <Unsaved />
      {model === undefined ? (
        <Computing of={shown} />
      ) : assessment === undefined ? (
        <WithoutVerdict model={model} />
      ) : assessment.outcomes.length === 0 ? (
        <Empty title="No unacceptable outcome is named">
          <p>
            A verdict is about an outcome that must not happen: say which under <code>outcomes:</code>, with the
            probability per deployment window that would be accepted, and the goal that claims it will not occur.
          </p>
          <ViewLink view="text">Write it</ViewLink>
        </Empty>
      ) : (
        <section className="ov-outcomes" aria-label="Unacceptable outcomes" aria-busy={computing}>
          {assessment.outcomes.map((outcome) => (
            <OutcomeCard key={outcome.id} outcome={outcome} of={shown} assessment={assessment} domain={domain} />
          ))}
        </section>
      )}
      <div className="ov-rest">
        <Path />
        <div className="stack">
          <OpenChallenges />
          <Changed />
        </div>
        <Ahead />
      </div>
    </div>
  );
}
