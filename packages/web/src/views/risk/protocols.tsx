import { formatNumber } from '@surety/core/report';
import type { Protocols } from '../../compute/analysis-questions.js';
import { Answered, Card, type Column, Empty, Picture, Table, ViewLink } from '../../kit/index.js';
import { useAnswer } from '../../workspace/index.js';

type Point = Protocols['points'][number];

const columns: readonly Column<Point>[] = [
  { title: 'Protocol', by: ({ name }) => name, cell: ({ name }) => name },
  {
    title: 'Usefulness',
    numeric: true,
    by: ({ usefulness }) => usefulness ?? Number.NEGATIVE_INFINITY,
    cell: ({ usefulness }) => (usefulness === undefined ? 'not known' : formatNumber(usefulness)),
  },
  { title: 'Safety', numeric: true, by: ({ safety }) => safety, cell: ({ safety }) => formatNumber(safety) },
  {
    title: 'Beaten by',
    cell: ({ beatenBy, usefulness }) =>
      usefulness === undefined ? 'not compared' : beatenBy.length === 0 ? 'none' : beatenBy.join(', '),
  },
];

/** Protocols of control as points of usefulness and safety, and which of them no other one beats. */
export function ProtocolsPart() {
  const asked = useAnswer('protocols', null);
  return (
    <Answered asked={asked} height={420} label="Comparing protocols">
      {(found) =>
        found === null ? (
          <Empty title="The case compares no protocols">
            <p>
              A control argument chooses among protocols: each is safer or more useful, and some are beaten in both.
              Give each two quantities, and they are compared here by their means:
            </p>
            <pre>
              {
                'quantities:\n  safety_trusted_monitoring: 0.98\n  usefulness_trusted_monitoring: 0.86\n  safety_defer_all: 0.99\n  usefulness_defer_all: 0.7'
              }
            </pre>
            <p>
              <code>surety calc pareto --points protocols.csv</code> does the same for a table.
            </p>
            <ViewLink view="text" params={{ section: 'quantities' }}>
              Write them
            </ViewLink>
          </Empty>
        ) : (
          <Card title="Usefulness and safety of protocols">
            <p>
              {found.front.length === 0
                ? 'Of no protocol is a usefulness known.'
                : `No other one beats ${found.front.join(', ')}.`}{' '}
              <span className="soft">Differences within the error of the measurements decide nothing.</span>
            </p>
            <Picture drawn={found.picture} />
            <Table caption="Protocols" columns={columns} rows={found.points} keyOf={({ name }) => name} />
          </Card>
        )
      }
    </Answered>
  );
}
