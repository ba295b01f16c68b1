import './risk.css';
import type { OutcomeAssessment } from '@surety/core/doubt';
import { type ComponentType, type ReactNode, useId } from 'react';
import { goWith, useRoute } from '../../app/route.js';
import { Empty, Parts, partNamed, VerdictBadge, ViewLink } from '../../kit/index.js';
import { useModel } from '../../workspace/index.js';
import { AdvicePart } from './advice.js';
import { ChainPart } from './chain.js';
import { CoveragePart } from './coverage.js';
import { CutSetsPart } from './cut-sets.js';
import { ExceedancePart } from './exceedance.js';
import { firstOutcome } from './first-outcome.js';
import { HorizonPart } from './horizon.js';
import { ImportancePart } from './importance.js';
import { MacrosystemPart } from './macrosystem.js';
import type { PartProps } from './part-props.js';
import { type PartName, parts, perOutcome } from './parts.js';
import { PathSetPart } from './path-set.js';
import { ProtocolsPart } from './protocols.js';
import { TornadoPart } from './tornado.js';

const components: Readonly<Record<PartName, ComponentType<PartProps>>> = {
  'cut-sets': CutSetsPart,
  'path-set': PathSetPart,
  importance: ImportancePart,
  tornado: TornadoPart,
  exceedance: ExceedancePart,
  horizon: HorizonPart,
  advice: AdvicePart,
  coverage: CoveragePart,
  macrosystem: MacrosystemPart,
  protocols: ProtocolsPart,
  chain: ChainPart,
};

/** What must go wrong, how likely that is, and what it turns on. */
export default function Risk() {
  const model = useModel();
  const { params } = useRoute();
  const part = partNamed(parts, params.part) ?? parts[0].name;
  const assessment = model?.assessment;
  if (model?.case == null || assessment == null) {
    return (
      <Nothing title="Nothing is computed while the text has errors">
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Nothing>
    );
  }
  const outcome = assessment.outcomes.find(({ id }) => id === params.outcome) ?? firstOutcome(assessment.outcomes);
  if (outcome === undefined) {
    return (
      <Nothing title="No unacceptable outcome is named">
        <p>
          Risk is about an outcome that must not happen. Name one under <code>outcomes:</code>.
        </p>
        <ViewLink view="text">Write it</ViewLink>
      </Nothing>
    );
  }
  const Part = components[part];
  return (
    <div className="view">
      <h1>Risk</h1>
      <Parts view="risk" label="Parts of the risk" parts={parts} current={part} params={params} />
      {perOutcome.has(part) && <OutcomeChoice outcomes={assessment.outcomes} chosen={outcome} />}
      <Part key={part} of={model.case} assessment={assessment} outcome={outcome} />
    </div>
  );
}

function Nothing({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="view">
      <h1>Risk</h1>
      <Empty title={title}>{children}</Empty>
    </div>
  );
}

function OutcomeChoice({
  outcomes,
  chosen,
}: {
  readonly outcomes: readonly OutcomeAssessment[];
  readonly chosen: OutcomeAssessment;
}) {
  const id = useId();
  return (
    <div className="row">
      <label htmlFor={id}>Outcome</label>
      <select id={id} className="input" value={chosen.id} onChange={({ target }) => goWith({ outcome: target.value })}>
        {outcomes.map((outcome) => (
          <option key={outcome.id}>{outcome.id}</option>
        ))}
      </select>
      <VerdictBadge verdict={chosen.verdict} />
      <span className="soft">{chosen.text}</span>
    </div>
  );
}
