import { PlainButton, ViewLink } from '../kit/index.js';
import { useWorkspace, useWorkspaceState, whyNotTried } from '../workspace/index.js';
import type { ViewName } from './route.js';

/**
 * Says that the numbers of a view are not those of the case, while something is tried out. What if says so itself, and a
 * bar that comes there would move what is dragged.
 */
export function WhatIfBar({ view }: { readonly view: ViewName }) {
  const workspace = useWorkspace();
  const name = useWorkspaceState(({ scenario }) => scenario?.name);
  const count = useWorkspaceState(({ scenario }) => scenario?.changes.length);
  const why = useWorkspaceState(whyNotTried);
  if (count === undefined || view === 'what-if') return null;
  return (
    <div className="bar what-if-bar" role="status">
      <strong>{name}:</strong>
      <span>
        {count === 1 ? 'one value is' : `${count} values are`} tried out
        {why === undefined
          ? '. Verdicts and doubts here are what the case would be worth; cut sets and importance are still those of the text.'
          : `, but ${why}: verdicts and doubts here are not those of it.`}
      </span>
      <ViewLink view="what-if">Change it</ViewLink>
      <PlainButton onClick={() => workspace.tryOut(undefined)}>Throw away</PlainButton>
    </div>
  );
}
