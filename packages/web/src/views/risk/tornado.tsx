import { formatProbability } from '@surety/core/case';
import type { TornadoBar } from '@surety/core/doubt';
import { linearAxis } from '@surety/core/figure';
import { Card, type Column, Empty, Table, ViewLink } from '../../kit/index.js';
import { LeafLink } from './leaf-link.js';
import type { PartProps } from './part-props.js';

/** How far each uncertain input moves the declared doubt; the bars stand in the table that says the same in numbers. */
export function TornadoPart({ assessment, outcome }: PartProps) {
  const { tornado, threshold, doubt } = outcome;
  if (tornado.length === 0) {
    return (
      <Empty title="Nothing uncertain moves this doubt">
        <p>
          A tornado shows how far the doubt moves when an uncertain input is at its low and at its high end. Doubts as
          single numbers have no ends: state a range with <code>between</code>, or take the doubt from a quantity.
        </p>
      </Empty>
    );
  }
  const marks = [
    ...(threshold === undefined ? [] : [threshold.probability]),
    ...(doubt !== undefined && 'mean' in doubt.declared ? [doubt.declared.mean] : []),
  ];
  const all = [...tornado.flatMap(({ low, high }) => [low.doubt, high.doubt]), ...marks];
  const [from, to] = [Math.min(...all), Math.max(...all)];
  const room = (to - from || to) * 0.06;
  const start = Math.max(0, from - room);
  const axis = linearAxis('doubt', start, to + room, 5, formatProbability);
  const limit = threshold === undefined ? undefined : axis.at(threshold.probability);
  const columns: readonly Column<TornadoBar>[] = [
    {
      title: 'Input',
      by: ({ input }) => nameOf(input),
      cell: ({ input }) =>
        input.kind === 'leaf' ? (
          <LeafLink leaf={input.leaf} assessment={assessment} />
        ) : (
          <ViewLink view="text" params={{ section: 'quantities', id: input.name }}>
            {input.name}
          </ViewLink>
        ),
    },
    {
      title: 'Lowest tenth',
      numeric: true,
      meaning: 'The input there, and the doubt of the claim',
      by: ({ low }) => low.doubt,
      cell: ({ low }) => <End end={low} />,
    },
    { title: 'Doubt of the claim', cell: (bar) => <Bar bar={bar} at={axis.at} limit={limit} /> },
    {
      title: 'Highest tenth',
      numeric: true,
      meaning: 'The input there, and the doubt of the claim',
      by: ({ high }) => high.doubt,
      cell: ({ high }) => <End end={high} />,
    },
    {
      title: 'Moves it by',
      numeric: true,
      by: ({ low, high }) => Math.abs(high.doubt - low.doubt),
      cell: ({ low, high }) => formatProbability(Math.abs(high.doubt - low.doubt)),
    },
  ];
  return (
    <Card title="What the doubt turns on">
      <p className="soft">
        Each input in the tenth of the trials in which it is lowest, and in which it is highest.{' '}
        {limit !== undefined && `The dashed line is the threshold of ${formatProbability(threshold!.probability)}. `}
        The ground of the bars runs from {formatProbability(start)} to {formatProbability(to + room)}.
      </p>
      <Table
        caption={`Tornado of ${outcome.id}`}
        columns={columns}
        rows={tornado}
        keyOf={({ input }) => nameOf(input)}
      />
    </Card>
  );
}

function nameOf(input: TornadoBar['input']): string {
  return input.kind === 'leaf' ? input.leaf : input.name;
}

function End({ end: { value, doubt } }: { readonly end: TornadoBar['low'] }) {
  return (
    <>
      <span className="soft">{formatProbability(value)} →</span> {formatProbability(doubt)}
    </>
  );
}

function Bar({
  bar: { low, high },
  at,
  limit,
}: {
  readonly bar: TornadoBar;
  readonly at: (value: number) => number;
  readonly limit: number | undefined;
}) {
  const [left, right] = [at(low.doubt), at(high.doubt)].sort((a, b) => a - b) as [number, number];
  return (
    <span className="risk-range" aria-hidden="true">
      <span className="risk-range-fill" style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }} />
      {limit !== undefined && <span className="risk-range-limit" style={{ left: `${100 * limit}%` }} />}
    </span>
  );
}
