import type { Doubt, OutcomeAssessment } from '../doubt/index.js';
import { closeAround, type Domain, placeOf, ticksOf, wholeSteps } from './axis.js';
import { densityOf } from './density.js';
import { formatBand, formatChance, formatDoubt, formatProbability, withBand } from './numbers.js';
import type { Lane, Plot } from './plot-type.js';
import { capital } from './words.js';

const mostLabels = 7;

/** How a probability is written, with so many digits where that can be chosen. */
type Write = (p: number, digits?: number) => string;

/** One axis for all outcomes, so that their drawings can be compared; absent where there is nothing to draw. */
export function domainOf(outcomes: readonly OutcomeAssessment[]): Domain | undefined {
  const drawn = outcomes.flatMap(({ doubt, ...rest }) => (doubt === undefined ? [] : [{ doubt, ...rest }]));
  return wholeSteps(
    drawn.flatMap(({ doubt, distribution }) => [
      ...[doubt.declared, doubt.independent, doubt.bound].flatMap(valuesOf),
      ...(distribution === undefined ? [] : [distribution.values[0] ?? 0, distribution.values.at(-1) ?? 0]),
    ]),
    drawn.flatMap(({ threshold }) => threshold?.probability ?? []),
  );
}

/**
 * The three doubts of an outcome and its threshold on the axis, with the spread of the declared one. The numbers beside the
 * axis are written as chances, in percent, unless said otherwise.
 */
export function plotOf(outcome: OutcomeAssessment, domain: Domain, write: Write = formatChance): Plot | undefined {
  const { doubt, threshold, distribution } = outcome;
  if (doubt === undefined) return undefined;
  const doubts = [
    ['declared', 'Declared', doubt.declared],
    ['independent', 'Independent', doubt.independent],
    ['bound', 'Dependence-free bound', doubt.bound],
  ] as const;
  const said = [
    ...doubts.map(([, word, one]) => `${word}: ${withBand(one)}`),
    threshold === undefined ? 'No threshold' : `Threshold: ${formatProbability(threshold.probability)}`,
  ];
  const density = distribution === undefined ? undefined : densityOf(distribution, domain);
  return {
    alternative: `Doubts on a logarithmic axis. ${said.join('. ')}.`,
    ticks: labelled(ticksOf(domain), write),
    ...limitOf(outcome, domain, write),
    ...(density === undefined ? {} : { density }),
    lanes: doubts.map(([name, , one]) => laneOf(name, one, domain)),
  };
}

/** The spread of the declared doubt seen close by; absent where nothing is uncertain. */
export function spreadPlot(outcome: OutcomeAssessment): Plot | undefined {
  const { doubt, threshold, distribution } = outcome;
  if (doubt === undefined || distribution === undefined) return undefined;
  const { shares, values } = distribution;
  const limit = threshold?.probability;
  const domain = closeAround([...values, ...(limit === undefined ? [] : [limit])]);
  const density = domain === undefined ? undefined : densityOf(distribution, domain);
  if (domain === undefined || density === undefined) return undefined;
  const told = shares.flatMap((share, at) =>
    [0.05, 0.5, 0.95].includes(share)
      ? [`${100 * share}\u00a0% of the trials at most ${formatProbability(values[at] ?? 0)}`]
      : [],
  );
  return {
    alternative: `How the declared doubt is spread over the trials, on a logarithmic axis: ${told.join('; ')}.${limit === undefined ? '' : ` Threshold: ${formatProbability(limit)}.`}`,
    ticks: labelled(ticksOf(domain), formatChance, 10),
    ...limitOf(outcome, domain, formatChance),
    density,
    lanes: [laneOf('declared', doubt.declared, domain)],
  };
}

function limitOf({ threshold }: OutcomeAssessment, domain: Domain, write: Write): Pick<Plot, 'threshold'> {
  if (threshold === undefined) return {};
  return {
    threshold: {
      at: placeOf(threshold.probability, domain),
      label: `threshold ${write(threshold.probability, 3)}`,
    },
  };
}

function laneOf(name: Lane['name'], doubt: Doubt, domain: Domain): Lane {
  const [from = 0, to = from] = 'mean' in doubt ? [doubt.mean] : [doubt.lower, doubt.upper];
  const spread = formatBand(doubt);
  const { p5, p95 } = doubt;
  return {
    name,
    label: `${capital(name)}: ${formatDoubt(doubt)}`,
    ...(spread === undefined ? {} : { spread }),
    from: placeOf(from, domain),
    to: placeOf(to, domain),
    ...(p5 === undefined || p95 === undefined ? {} : { band: { from: placeOf(p5, domain), to: placeOf(p95, domain) } }),
  };
}

/** Labels from the right end, as many as there is room for. */
export function labelled(ticks: ReturnType<typeof ticksOf>, write: Write, most = mostLabels): Plot['ticks'] {
  const shown = new Set<number>();
  let last = Number.POSITIVE_INFINITY;
  for (const { at } of [...ticks].reverse()) {
    if (last - at < 1 / most - 1e-9) continue;
    shown.add(at);
    last = at;
  }
  return ticks.map(({ value, at }) => ({ at, label: shown.has(at) ? write(value) : '' }));
}

function valuesOf(doubt: Doubt): number[] {
  const ends = 'mean' in doubt ? [doubt.mean] : [doubt.lower, doubt.upper];
  return [...ends, doubt.p5 ?? 0, doubt.p95 ?? 0];
}
