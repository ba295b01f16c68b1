import { type Case, type ElementId, formatProbability, type RiskCase } from '@surety/core/case';
import type { Assessment, OutcomeAssessment, RiskCaseAssessment } from '@surety/core/doubt';
import { Badge, Card, Empty, VerdictBadge, ViewLink } from '../../kit/index.js';
import { Arguments } from './arguments.js';
import { doubtWords } from './doubt-words.js';
import type { PartProps } from './part-props.js';

/** The two sides of each outcome beside each other: that it will not occur, and that it will. */
export function Trial({ of, assessment }: PartProps) {
  if (assessment.outcomes.length === 0) {
    return (
      <Empty title="There is no outcome to argue about">
        <p>
          Name what must not happen under <code>outcomes:</code>.
        </p>
        <ViewLink view="text">Write it</ViewLink>
      </Empty>
    );
  }
  return (
    <>
      <p className="soft review-lead">
        A risk case argues that an outcome will occur. If it is right, the outcome is at least as likely as its lower
        bound, whatever fails together; above the number of the verdict, or above the threshold, the two contradict each
        other.
      </p>
      {assessment.outcomes.map((outcome) => (
        <Sides key={outcome.id} of={of} assessment={assessment} outcome={outcome} />
      ))}
    </>
  );
}

function Sides({
  of,
  assessment,
  outcome,
}: {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly outcome: OutcomeAssessment;
}) {
  const { id, text, claim, doubt, verdict, threshold } = outcome;
  const other = of.riskCases.find((one) => one.outcome === id);
  const assessed = assessment.riskCases.find((one) => one.outcome === id);
  return (
    <Card title={`${id}: ${text}`} aside={<VerdictBadge verdict={verdict} />}>
      {other !== undefined && assessed !== undefined && (
        <Contradiction assessed={assessed} threshold={threshold?.probability} />
      )}
      <div className="review-sides">
        <section aria-label={`Safety case of ${id}`}>
          <h3>Safety case: it will not occur</h3>
          {doubt !== undefined && (
            <p>
              Declared doubt <strong className="number">{doubtWords(doubt.declared)}</strong>, at most{' '}
              <span className="number">{doubtWords(doubt.bound)}</span> whatever fails together
              {threshold !== undefined && `; the threshold is ${formatProbability(threshold.probability)}`}.
            </p>
          )}
          <Side of={of} assessment={assessment} claim={claim} />
        </section>
        <section aria-label={`Risk case of ${id}`}>
          <h3>Risk case: it will occur</h3>
          <RiskSide of={of} assessment={assessment} other={other} assessed={assessed} />
        </section>
      </div>
    </Card>
  );
}

function RiskSide({
  of,
  assessment,
  other,
  assessed,
}: {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly other: RiskCase | undefined;
  readonly assessed: RiskCaseAssessment | undefined;
}) {
  if (other === undefined) {
    return (
      <p className="soft">
        Nobody argues the other side. Let somebody who wants the outcome to be likely write it, under{' '}
        <code>riskCases:</code>.
      </p>
    );
  }
  return (
    <>
      {assessed !== undefined && (
        <p>
          If it is right, the chance is at least{' '}
          <strong className="number">{formatProbability(assessed.lowerBound)}</strong>; the doubt of the argument is at
          most <span className="number">{doubtWords(assessed.bound)}</span>.
        </p>
      )}
      <Side of={of} assessment={assessment} claim={other.claim} />
    </>
  );
}

function Side({
  of,
  assessment,
  claim,
}: {
  readonly of: Case;
  readonly assessment: Assessment;
  readonly claim: ElementId | undefined;
}) {
  const element = of.elements.find(({ id }) => id === claim);
  if (element === undefined) return <p className="soft">There is no claim.</p>;
  return <Arguments of={of} assessment={assessment} root={element} />;
}

function Contradiction({
  assessed: { contradiction, contradictsIndependence },
  threshold,
}: {
  readonly assessed: RiskCaseAssessment;
  readonly threshold: number | undefined;
}) {
  const limit = threshold === undefined ? '' : ` (threshold ${formatProbability(threshold)})`;
  if (contradiction === 'none') {
    return (
      <p>
        <Badge tone="good">no contradiction</Badge> between the two{limit}.
      </p>
    );
  }
  const what = contradiction === 'threshold' ? 'the threshold' : 'the number of the verdict';
  return (
    <p>
      <Badge tone="bad">contradiction</Badge> The risk case contradicts {what}
      {limit}.
      {contradictsIndependence &&
        ' It lies below the dependence-free bound: the declared independence is what it contradicts.'}
    </p>
  );
}
