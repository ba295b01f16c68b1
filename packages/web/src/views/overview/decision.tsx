import type { Case } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import { besidesOf, overallOf } from '@surety/core/report';
import type { ReactNode } from 'react';
import { signs, ViewLink } from '../../kit/index.js';
import { isComputing, useWorkspaceState, waitingWords } from '../../workspace/index.js';

/** What is to be decided, and the answer of the case to it, first of all. */
export function Decision({
  of,
  assessment,
  waiting,
}: {
  readonly of: Case;
  readonly assessment: Assessment | undefined;
  /** It is on its way: its place is held. */
  readonly waiting: boolean;
}): ReactNode {
  const { decision, title, status, owner } = of;
  const facts: readonly ReactNode[] = [
    `Status: ${status}`,
    ...(owner === undefined ? [] : [`Owner: ${owner}`]),
    ...(decision?.window === undefined ? [] : [`Deployment window: ${decision.window.from} to ${decision.window.to}`]),
    ...(assessment === undefined ? [] : [`Assessed as of ${assessment.asOf}`]),
  ];
  return (
    <header className="ov-decision">
      <p className="soft ov-facts">
        {facts.map((fact, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the facts have a fixed order
          <span key={at}>{fact}</span>
        ))}
      </p>
      <h1>
        <ViewLink view="text" params={{ section: 'decision' }} className="quiet-link">
          {decision?.question ?? title}
        </ViewLink>
      </h1>
      {assessment !== undefined ? <Answer assessment={assessment} /> : waiting && <Waiting />}
    </header>
  );
}

/** As high as the answer will be. */
function Waiting() {
  const words = useWorkspaceState(waitingWords);
  return (
    <div className="ov-waiting">
      <p role="status" className="soft">
        {words} …
      </p>
    </div>
  );
}

function Answer({ assessment }: { readonly assessment: Assessment }) {
  const { tone, headline, text } = overallOf(assessment);
  const besides = besidesOf(assessment);
  const computing = useWorkspaceState(isComputing);
  return (
    <div className={`ov-answer ${tone}`} aria-busy={computing}>
      <div className="ov-headline">
        <strong>
          <span aria-hidden="true">{signs[tone]} </span>
          {headline}
        </strong>
        <span className="when-computing">computing</span>
      </div>
      <p>{text}</p>
      {besides.length > 0 && <p className="ov-besides">{besides.join(' ')}</p>}
    </div>
  );
}
