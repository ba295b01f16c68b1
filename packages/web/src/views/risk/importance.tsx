import { formatProbability } from '@surety/core/case';
import type { Importance } from '@surety/core/doubt';
import { formatFactor, formatShare } from '@surety/core/report';
import { useMemo } from 'react';
import { Card, type Column, Empty, Table } from '../../kit/index.js';
import { textOfLeaf } from '../../trace/index.js';
import { LeafLink } from './leaf-link.js';
import type { PartProps } from './part-props.js';

/** How much the doubt of the claim turns on each leaf. */
export function ImportancePart({ of, assessment, outcome }: PartProps) {
  const { importance } = outcome;
  const most = Math.max(...importance.map(({ fussellVesely }) => fussellVesely));
  const columns = useMemo(
    (): readonly Column<Importance>[] => [
      {
        title: 'Leaf',
        by: ({ leaf }) => leaf,
        cell: ({ leaf }) => (
          <>
            <LeafLink leaf={leaf} assessment={assessment} />
            <div className="soft">{textOfLeaf(of, assessment, leaf)}</div>
          </>
        ),
      },
      {
        title: 'Fussell–Vesely',
        meaning: 'Share of the doubt that would go if the leaf held for certain',
        by: ({ fussellVesely }) => fussellVesely,
        numeric: true,
        cell: ({ fussellVesely }) => (
          <span className="risk-bar">
            <span className="risk-bar-fill" style={{ width: `${(100 * fussellVesely) / (most || 1)}%` }} />
            <span>{formatShare(fussellVesely)}</span>
          </span>
        ),
      },
      {
        title: 'Birnbaum',
        meaning: 'Doubt of the claim if the leaf fails, less that if it holds',
        by: ({ birnbaum }) => birnbaum,
        numeric: true,
        cell: ({ birnbaum }) => formatProbability(birnbaum),
      },
      {
        title: 'RAW',
        meaning: 'Risk achievement worth: the factor by which the doubt rises if the leaf fails',
        by: ({ riskAchievementWorth }) => riskAchievementWorth ?? Number.POSITIVE_INFINITY,
        numeric: true,
        cell: ({ riskAchievementWorth }) => formatFactor(riskAchievementWorth),
      },
      {
        title: 'RRW',
        meaning: 'Risk reduction worth: the factor by which the doubt falls if the leaf holds',
        by: ({ riskReductionWorth }) => riskReductionWorth ?? Number.POSITIVE_INFINITY,
        numeric: true,
        cell: ({ riskReductionWorth }) => formatFactor(riskReductionWorth),
      },
    ],
    [of, assessment, most],
  );
  if (importance.length === 0) {
    return (
      <Empty title="No leaf carries a number">
        <p>
          Importance says which leaf the doubt turns on. State a doubt, or let evidence speak with <code>requires</code>
          .
        </p>
      </Empty>
    );
  }
  return (
    <Card title="Importance of the leaves">
      <p className="soft">
        {summaryOf(importance)} Each measure sets the leaf itself, and leaves what it has in common with others as it
        is.
      </p>
      <dl className="risk-meanings">
        {columns.map(
          ({ title, meaning }) =>
            meaning !== undefined && (
              <div key={title}>
                <dt>{title}</dt>
                <dd>{meaning}</dd>
              </div>
            ),
        )}
      </dl>
      <Table
        caption={`Importance of the leaves of ${outcome.id}`}
        columns={columns}
        rows={importance}
        keyOf={({ leaf }) => leaf}
      />
    </Card>
  );
}

function summaryOf([first]: readonly Importance[]): string {
  if (first === undefined) return '';
  return `${first.leaf} matters most: ${formatShare(first.fussellVesely)} of the doubt would go if it held.`;
}
