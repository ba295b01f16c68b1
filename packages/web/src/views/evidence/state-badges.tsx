import type { EvidenceAssessment } from '@surety/core/doubt';
import { toneOfState } from '@surety/core/report';
import { Badge } from '../../kit/index.js';
import { byHurt } from './state-counts.js';

/** Every state that applies, each once; with `words` also what the assessment says of those that are not plainly fresh. */
export function StateBadges({
  assessed,
  words = false,
}: {
  readonly assessed: EvidenceAssessment | undefined;
  readonly words?: boolean;
}) {
  const states = assessed?.states ?? [];
  const names = [...new Set(states.map(({ state }) => state))].sort(byHurt);
  if (names.length === 0) return <Badge tone="plain">not assessed</Badge>;
  return (
    <div className="ev-states">
      <div className="row">
        {names.map((state) => (
          <Badge key={state} tone={toneOfState[state]}>
            {state}
          </Badge>
        ))}
      </div>
      {words &&
        states.map(({ state, text }) => (
          <p key={text} className={state === 'fresh' ? 'soft' : ''}>
            {text}.
          </p>
        ))}
    </div>
  );
}
