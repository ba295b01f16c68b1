import { formatProbability } from '@surety/core/case';
import { VerdictBadge } from '../../kit/index.js';
import { answered, useWorkspaceState, whyNotTried } from '../../workspace/index.js';

/**
 * The results in short, at the foot of a narrow window: there the table is out of sight while a value is moved. For the
 * eye alone, since it says nothing that the table does not.
 */
export function InSight() {
  const isTrying = useWorkspaceState(({ scenario }) => scenario !== undefined);
  const answer = useWorkspaceState(answered)?.answer;
  const isOld = useWorkspaceState(whyNotTried) !== undefined;
  if (!isTrying || answer === undefined) return null;
  return (
    <ul className={`in-sight ${isOld ? 'is-old' : ''}`} aria-hidden="true">
      {answer.outcomes.map(({ id, verdict, number }) => (
        <li key={id} className="result">
          <span className="in-sight-name">{id}</span>
          {number !== undefined && <strong className="number">{formatProbability(number)}</strong>}
          <VerdictBadge verdict={verdict} />
        </li>
      ))}
    </ul>
  );
}
