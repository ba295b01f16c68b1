import { formatProbability } from '@surety/core/case';
import type { PosteriorDrawn } from '../../compute/evidence-questions.js';
import { DoubtPlot, Table } from '../../kit/index.js';

const told = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What is known of what was measured, after the trials; drawn, and as a table. */
export function PosteriorView({
  name,
  posterior: { mean, distribution, note, plot, beyond },
}: {
  readonly name: string;
  readonly posterior: PosteriorDrawn;
}) {
  return (
    <div className="ev-posterior">
      <h3>Posterior of what was measured</h3>
      {note !== undefined && <p className="soft">It is {note}.</p>}
      {plot !== undefined && <DoubtPlot plot={plot} beyond={beyond} />}
      {distribution === undefined ? (
        <p>It is the one value {formatProbability(mean)}.</p>
      ) : (
        <Table
          caption={`Posterior behind ${name}`}
          columns={[
            { title: 'Mean', numeric: true, cell: () => valueWords(mean) },
            ...told.map((share) => ({
              title: `${100 * share} % lie below`,
              numeric: true,
              cell: () => valueWords(distribution.values[distribution.shares.indexOf(share)]!),
            })),
          ]}
          rows={[name]}
          keyOf={(one) => one}
        />
      )}
    </div>
  );
}

/** A share as the report prints it; other values plainly. */
function valueWords(value: number): string {
  return value >= 0 && value <= 1 ? formatProbability(value) : String(Number(value.toPrecision(3)));
}
