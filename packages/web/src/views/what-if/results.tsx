import { formatDoubt, formatProbability } from '@surety/core/case';
import type { OutcomeAssessment, Verdict } from '@surety/core/doubt';
import type { OutcomeIf } from '@surety/core/what-if';
import { Table, VerdictBadge } from '../../kit/index.js';
import { useWorkspaceState } from '../../workspace/index.js';

interface Side {
  readonly name: string;
  readonly outcomes: readonly (OutcomeAssessment | OutcomeIf)[];
}

/** Every outcome as the text has it, as it is tried out, and beside that: verdict, number, and the three doubts. */
export function Results({ stated, beside }: { readonly stated: Side['outcomes']; readonly beside: readonly Side[] }) {
  const name = useWorkspaceState(({ scenario }) => scenario?.name);
  const answer = useWorkspaceState(({ tried }) => (tried?.kind === 'answer' ? tried.answer : undefined));
  const sides: readonly Side[] = [
    { name: 'As the text has it', outcomes: stated },
    ...(answer === undefined ? [] : [{ name: name ?? 'What if', outcomes: answer.outcomes }]),
    ...beside,
  ];
  return (
    <Table
      caption="Outcomes side by side"
      columns={[
        { title: 'Outcome', isHead: true, cell: (id) => id },
        ...sides.map(({ name: title, outcomes }) => ({
          title,
          cell: (id: string) => <Cell outcome={outcomes.find((one) => one.id === id)} />,
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
