import './doubt-plot.css';
import type { Lane, Plot } from '@surety/core/report';

/** Heights in pixels; widths are shares of whatever room there is, so that text keeps its size on every screen. */
const top = 18;
const line = 58;
const bottom = 70;
const height = 90;

const percent = (place: number) => `${(100 * place).toFixed(2)}%`;

/** Everything that is known of the doubt of an outcome, on one logarithmic axis beside its threshold. */
export function DoubtPlot({
  plot,
  beyond = 'above',
}: {
  readonly plot: Plot;
  /** On which side of the threshold it is too much, or too little. */
  readonly beyond?: 'above' | 'below';
}) {
  const { alternative, ticks, threshold, density, lanes } = plot;
  return (
    <svg className="doubt-plot" role="img" aria-label={alternative} width="100%" height={height}>
      {threshold !== undefined && (
        <>
          <rect
            className="beyond"
            x={percent(beyond === 'above' ? threshold.at : 0)}
            y={top}
            width={percent(beyond === 'above' ? 1 - threshold.at : threshold.at)}
            height={bottom - top}
          />
          <line className="threshold" x1={percent(threshold.at)} x2={percent(threshold.at)} y1={top} y2={bottom} />
          <text x={percent(threshold.at)} y={12} textAnchor={anchorAt(threshold.at, 0.2)}>
            {threshold.label}
          </text>
        </>
      )}
      {density !== undefined && density.length > 1 && (
        <svg
          y={top + 2}
          width="100%"
          height={line - top - 2}
          viewBox="0 0 1000 100"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className="hill" d={hill(density)} />
        </svg>
      )}
      <line className="axis" x1="0%" x2="100%" y1={bottom} y2={bottom} />
      {ticks.map(({ at, label }) => (
        <g key={at}>
          <line className="axis" x1={percent(at)} x2={percent(at)} y1={bottom} y2={bottom + 4} />
          {label !== '' && (
            <text x={percent(at)} y={bottom + 17} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      <line className="lane" x1="0%" x2="100%" y1={line} y2={line} />
      {[...lanes].reverse().map((lane) => (
        <Mark key={lane.name} lane={lane} />
      ))}
    </svg>
  );
}

function Mark({ lane: { name, from, to, band } }: { readonly lane: Lane }) {
  return (
    <>
      {band !== undefined && (
        <line className={`band ${name}`} x1={percent(band.from)} x2={percent(band.to)} y1={line} y2={line} />
      )}
      {from !== to && <line className={`interval ${name}`} x1={percent(from)} x2={percent(to)} y1={line} y2={line} />}
      {name === 'bound' ? (
        <svg x={percent(to)} y={line} overflow="visible" aria-hidden="true">
          <path className="mark bound" d="M0 -6L6 0L0 6L-6 0Z" />
        </svg>
      ) : (
        <circle className={`mark ${name}`} cx={percent(to)} cy={line} r={5} />
      )}
    </>
  );
}

function hill(density: NonNullable<Plot['density']>): string {
  const points = density.map(({ at, height: high }) => `L${(1000 * at).toFixed(1)} ${(100 - 100 * high).toFixed(1)}`);
  const [first, last] = [density[0]!.at, density.at(-1)!.at];
  return `M${(1000 * first).toFixed(1)} 100${points.join('')}L${(1000 * last).toFixed(1)} 100Z`;
}

/** So that no label is cut at an end of the axis. */
function anchorAt(at: number, edge: number): 'start' | 'middle' | 'end' {
  return at < edge ? 'start' : at > 1 - edge ? 'end' : 'middle';
}
