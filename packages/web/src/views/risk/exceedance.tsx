import { formatProbability } from '@surety/core/case';
import type { Distribution } from '@surety/core/doubt';
import { closeAround, formatShare, placeOf, ticksOf } from '@surety/core/report';
import { Card, type Column, Empty, Table } from '../../kit/index.js';
import type { PartProps } from './part-props.js';

interface Point {
  readonly value: number;
  /** Share of the trials in which the doubt is above it. */
  readonly above: number;
}

/** How probable it is, by what people stated and trials showed, that the doubt is above each value. */
export function ExceedancePart({ outcome }: PartProps) {
  const { distribution, threshold } = outcome;
  if (distribution === undefined) {
    return (
      <Empty title="This doubt is a single number">
        <p>
          An exceedance curve needs something uncertain: a doubt or a quantity as a distribution, such as{' '}
          <code>between: [1e-4, 1e-3]</code>.
        </p>
      </Empty>
    );
  }
  const points = pointsOf(distribution);
  const columns: readonly Column<Point>[] = [
    { title: 'Doubt above', numeric: true, by: ({ value }) => value, cell: ({ value }) => formatProbability(value) },
    {
      title: 'In so many of the trials',
      numeric: true,
      by: ({ above }) => above,
      cell: ({ above }) => formatShare(above),
    },
  ];
  return (
    <Card title="Exceedance of the declared doubt">
      <p>{wordsOf(distribution, threshold?.probability)}</p>
      <Curve points={points} limit={threshold?.probability} words={wordsOf(distribution, threshold?.probability)} />
      <details>
        <summary>The same as a table</summary>
        <Table
          caption={`Exceedance of ${outcome.id}`}
          columns={columns}
          rows={points}
          keyOf={({ above }) => String(above)}
        />
      </details>
    </Card>
  );
}

function pointsOf({ shares, values }: Distribution): readonly Point[] {
  return shares.map((share, at) => ({ value: values[at]!, above: 1 - share }));
}

function wordsOf({ shares, values, above }: Distribution, limit: number | undefined): string {
  const at = (share: number) => values[shares.indexOf(share)];
  const told = [0.05, 0.5, 0.95].flatMap((share) => {
    const value = at(share);
    return value === undefined ? [] : [`above ${formatProbability(value)} in ${formatShare(1 - share)}`];
  });
  const beyond =
    limit === undefined || above === undefined
      ? ''
      : ` It is above the threshold of ${formatProbability(limit)} in ${formatShare(above)} of the trials.`;
  return `The doubt is ${told.join(', ')} of the trials.${beyond}`;
}

const height = 260;
const foot = 46;
const left = 46;

function Curve({
  points,
  limit,
  words,
}: {
  readonly points: readonly Point[];
  readonly limit: number | undefined;
  readonly words: string;
}) {
  const domain = closeAround([...points.map(({ value }) => value), ...(limit === undefined ? [] : [limit])]);
  if (domain === undefined) return null;
  const at = (value: number) => placeOf(value, domain);
  const bottom = height - foot;
  const path = points.map(
    ({ value, above }, index) => `${index === 0 ? 'M' : 'L'}${1000 * at(value)} ${100 * (1 - above)}`,
  );
  return (
    <svg className="exceedance" role="img" aria-label={words} width="100%" height={height}>
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <g key={share}>
          <line
            className="grid"
            x1={left}
            x2="100%"
            y1={8 + (bottom - 8) * (1 - share)}
            y2={8 + (bottom - 8) * (1 - share)}
          />
          <text x={left - 6} y={12 + (bottom - 8) * (1 - share)} textAnchor="end">
            {100 * share} %
          </text>
        </g>
      ))}
      <svg x={left} y={8} width={`calc(100% - ${left + 8}px)`} height={bottom - 8} className="plane" aria-hidden="true">
        <svg width="100%" height="100%" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
          <path className="curve" d={path.join('')} />
        </svg>
        {limit !== undefined && (
          <>
            <line className="threshold" x1={`${100 * at(limit)}%`} x2={`${100 * at(limit)}%`} y1="0%" y2="100%" />
            <text
              x={`${100 * at(limit)}%`}
              dx={at(limit) > 0.7 ? -6 : 6}
              y={14}
              textAnchor={at(limit) > 0.7 ? 'end' : 'start'}
            >
              threshold {formatProbability(limit)}
            </text>
          </>
        )}
      </svg>
      <svg x={left} y={bottom} width={`calc(100% - ${left + 8}px)`} height={foot} className="plane" aria-hidden="true">
        {labelled(ticksOf(domain)).map(({ at: place, value }) => (
          <text
            key={value}
            x={`${100 * place}%`}
            y={16}
            textAnchor={place < 0.05 ? 'start' : place > 0.95 ? 'end' : 'middle'}
          >
            {formatProbability(value)}
          </text>
        ))}
        <text x="50%" y={38} textAnchor="middle">
          doubt per window
        </text>
      </svg>
    </svg>
  );
}

/** Those of the ticks that have room for their labels on a narrow screen; of neighbours the rounder one. */
function labelled(ticks: ReturnType<typeof ticksOf>): ReturnType<typeof ticksOf> {
  const kept: (typeof ticks)[number][] = [];
  for (const tick of [...ticks].sort((a, b) => roundness(a.value) - roundness(b.value))) {
    if (kept.every(({ at }) => Math.abs(tick.at - at) > 0.13)) kept.push(tick);
  }
  return kept;
}

const mostRound = [1, 2, 5, 3, 4, 6, 8];

/** The place of its first digits among those that are read at a glance. */
function roundness(value: number): number {
  const at = mostRound.indexOf(Number(value.toExponential().split('e')[0]));
  return at === -1 ? mostRound.length : at;
}
