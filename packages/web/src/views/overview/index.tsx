import { formatAgainst, formatDoubt, formatProbability } from '@surety/core/case';
import type { OutcomeAssessment } from '@surety/core/doubt';
import { Card, Empty, VerdictBadge, ViewLink } from '../../kit/index.js';
import { useModel } from '../../workspace/index.js';

export default function Overview() {
  const model = useModel();
  const shown = model?.case ?? model?.readable;
  if (model === undefined || shown == null) {
    return (
      <Empty title="This text cannot be read yet">
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Empty>
    );
  }
  const { decision } = shown;
  return (
    <div className="stack">
      <h1>{decision?.question ?? shown.title}</h1>
      {model.assessment?.outcomes.map((outcome) => (
        <OutcomeCard key={outcome.id} outcome={outcome} />
      ))}
    </div>
  );
}

function OutcomeCard({ outcome }: { readonly outcome: OutcomeAssessment }) {
  const { id, text, verdict, statement, number, threshold, doubt } = outcome;
  return (
    <Card title={id} aside={<VerdictBadge verdict={verdict} />}>
      <p>{text}</p>
      <p className="soft">{statement}</p>
      {number !== undefined && threshold !== undefined && (
        <p>
          <span className="number">{formatAgainst(number, threshold.probability)}</span> against a threshold of{' '}
          <span className="number">{formatProbability(threshold.probability)}</span>
          {doubt !== undefined && (
            <span className="soft"> (bound without independence: {formatDoubt(doubt.bound)})</span>
          )}
        </p>
      )}
    </Card>
  );
}
