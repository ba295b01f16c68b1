import { formatDoubt, formatProbability } from '@surety/core/case';
import type { OutcomeAssessment, Verdict } from '@surety/core/doubt';
import type { OutcomeIf } from '@surety/core/what-if';
import { Table, VerdictBadge } from '../../kit/index.js';
import { answered, useWorkspaceState, whyNotTried } from '../../workspace/index.js';

export interface Column {
  readonly name: string;
  /** Absent where there are none of the text as it stands: not yet, or not at all. */
  readonly outcomes?: readonly (OutcomeAssessment | OutcomeIf)[];
  /** Why there are none. */
  readonly why?: string;
}

/** Every outcome as the text has it, as it is tried out, and beside that: verdict, number, and the three doubts. */
export function Results({
  stated,
  beside,
}: {
  readonly stated: readonly OutcomeAssessment[];
  readonly beside: readonly Column[];
}) {
  const name = useWorkspaceState(({ scenario }) => scenario?.name);
  const answer = useWorkspaceState(answered)?.answer;
  const why = useWorkspaceState(whyNotTried);
  const isOld = answer !== undefined && why !== undefined;
  const columns: readonly Column[] = [
    { name: 'As the text has it', outcomes: stated },
    ...(name === undefined ? [] : [{ name, ...(answer === undefined ? { why } : { outcomes: answer.outcomes }) }]),
    ...beside,
  ];
  return (
    <Table
      caption="Outcomes side by side"
      columns={[
        { title: 'Outcome', isHead: true, cell: (id) => id },
        ...columns.map(({ name: title, outcomes, why: whyNone }, at) => ({
          title,
          cell: (id: string) =>
            outcomes === undefined ? (
              <span className="soft">{whyNone}</span>
            ) : (
              <div className={at === 1 && isOld ? 'is-old' : undefined}>
                <Cell outcome={outcomes.find((one) => one.id === id)} />
              </div>
            ),
        })),
      ]}
      rows={stated.map(({ id }) => id)}
      keyOf={(id) => id}
    />
  );
}

function Cell({ outcome }: { readonly outcome: OutcomeAssessment | OutcomeIf | undefined }) {
  if (outcome === undefined) return <span className="soft">none</span>;
  const { verdict, number, threshold, doubt } = outcome;
  const limit = typeof threshold === 'number' ? threshold : threshold?.probability;
  return (
    <div className="result">
      <VerdictBadge verdict={verdict as Verdict} />
      {number !== undefined && (
        <span className="number">
          <strong>{formatProbability(number)}</strong>
          {limit !== undefined && <span className="soft">, threshold {formatProbability(limit)}</span>}
        </span>
      )}
      {doubt !== undefined && (
        <span className="soft number">
          {formatDoubt(doubt.independent)} independent, {formatDoubt(doubt.bound)} bound
        </span>
      )}
    </div>
  );
}
