import './evidence.css';
import type { Case } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import { useMemo } from 'react';
import { useRoute } from '../../app/route.js';
import { Badge, Card, Empty, ViewLink } from '../../kit/index.js';
import { useModel, useWorkspaceState } from '../../workspace/index.js';
import { Attach } from './attach.js';
import { Detail } from './detail.js';
import { EvidenceTable } from './evidence-table.js';
import { evidenceRows } from './rows.js';
import { stateCounts } from './state-counts.js';

const noMeasures = {};

/** What the case was measured by: whether it can be relied on, what was counted, and the trials themselves. */
export default function EvidenceView() {
  const model = useModel();
  if (model?.case == null || model.assessment == null) {
    return (
      <Empty title="Nothing is computed while the text has errors">
        <ViewLink view="text">See what is wrong with it</ViewLink>
      </Empty>
    );
  }
  return <Shown of={model.case} assessment={model.assessment} />;
}

function Shown({ of, assessment }: { readonly of: Case; readonly assessment: Assessment }) {
  const { params } = useRoute();
  const measures = useWorkspaceState(({ evidence }) => evidence?.measures ?? noMeasures);
  const rows = useMemo(() => evidenceRows(of, assessment, measures), [of, assessment, measures]);
  const row = rows.find(({ id }) => id === params.at);
  if (row !== undefined) return <Detail row={row} rows={rows} />;
  return (
    <div className="view ev-view">
      <h1>Evidence</h1>
      {params.at !== undefined && (
        <p className="refused" role="status">
          The case has no evidence {params.at}.
        </p>
      )}
      <Reading />
      {rows.length === 0 ? (
        <Teaching />
      ) : (
        <Card
          title={`${rows.length} ${rows.length === 1 ? 'piece' : 'pieces'} as of ${assessment.asOf}`}
          aside={
            <span className="row">
              {stateCounts(rows).map(({ state, tone, count }) => (
                <Badge key={state} tone={tone}>
                  {count} {state}
                </Badge>
              ))}
            </span>
          }
        >
          <EvidenceTable rows={rows} />
        </Card>
      )}
      <Attach of={of} />
    </div>
  );
}

/** What is being read, and what could not be. */
function Reading() {
  const reading = useWorkspaceState((state) => state.reading);
  const problems = useWorkspaceState(({ evidence }) => evidence?.problems);
  return (
    <>
      {reading !== undefined && (
        <p className="bar" role="status">
          Reading {reading.evidence === '' ? 'evidence' : reading.evidence}
          {reading.of > 0 && `: ${reading.done} of ${reading.of}`}
        </p>
      )}
      {(problems ?? []).map((problem) => (
        <p key={problem} className="bar bad">
          {problem}
        </p>
      ))}
    </>
  );
}

function Teaching() {
  return (
    <Empty title="The case rests on no measured evidence yet">
      <p>
        Evidence is a log of trials (Inspect, CSV, JSON lines) that lies beside the case. The text names it, says which
        event is counted, and a solution says what rate it requires; the doubt is then computed from the counts.
      </p>
      <ol className="ev-bullets">
        <li>Drop a log below, or put the file beside the case.</li>
        <li>
          Name it under <code>evidence:</code> with its <code>source</code> and <code>measure</code>, and cite it at a
          solution with <code>evidence</code> and <code>requires</code>.
        </li>
        <li>
          <code>surety evidence show FILE</code> sums a log up, and <code>surety evidence lock</code> records its digest
          and counts, so that a change is seen.
        </li>
      </ol>
      <ViewLink view="text">Write it in the text</ViewLink>
    </Empty>
  );
}
