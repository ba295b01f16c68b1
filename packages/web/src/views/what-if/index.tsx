import './what-if.css';
import { useMemo } from 'react';
import { useRoute } from '../../app/route.js';
import { Empty, ViewLink } from '../../kit/index.js';
import { useStatedModel } from '../../workspace/index.js';
import { InSight } from './in-sight.js';
import { LeverGroups } from './lever-groups.js';
import { leversOf } from './levers.js';
import { ResultsCard } from './results-card.js';

/** Values of the case to be moved; the numbers of every view follow while something is tried out. */
export default function WhatIfView() {
  const model = useStatedModel();
  const { params } = useRoute();
  const of = model?.case ?? null;
  const assessment = model?.assessment ?? null;
  const levers = useMemo(() => (of === null || assessment === null ? [] : leversOf(of, assessment)), [of, assessment]);
  if (model === undefined || of === null || assessment === null || !assessment.quantified) {
    return (
      <Empty title="There is no number to move yet">
        <p>
          Once the case can be assessed and states doubts, each of them can be moved here, and every number follows.
        </p>
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Empty>
    );
  }
  return (
    <div className="what-if">
      <h1>What if</h1>
      <ResultsCard caseId={of.id} stated={assessment.outcomes} serial={model.serial} />
      <LeverGroups levers={levers} firstSearch={params.leaf ?? ''} />
      <InSight />
    </div>
  );
}
