import { log } from '@surety/numerics';
import { type Doubt, formatProbability, type OutcomeAssessment } from '../doubt/index.js';
import type { Lane, Plot } from './document.js';
import { formatBand, formatDoubt, withBand } from './numbers.js';
import { capital } from './words.js';

/** The decades that an axis spans: from 10^low to 10^high. */
export interface Domain {
  readonly low: number;
  readonly high: number;
}

const fewestDecades = 2;
const mostLabels = 5;

/** One axis for all outcomes, so that their drawings can be compared; absent where there is nothing to draw. */
export function domainOf(outcomes: readonly OutcomeAssessment[]): Domain | undefined {
  const drawn = outcomes.flatMap(({ doubt, threshold }) => (doubt === undefined ? [] : [{ doubt, threshold }]));
  if (drawn.length === 0) return undefined;
  const doubts = drawn.flatMap(({ doubt }) => [doubt.declared, doubt.independent, doubt.bound].flatMap(valuesOf));
  const thresholds = drawn.flatMap(({ threshold }) => threshold?.probability ?? []);
  const exponents = [...doubts, ...thresholds].filter((value) => value > 0).map(log10);
  if (exponents.length === 0) return { low: -fewestDecades, high: 0 };
  // There is always room above the thresholds: that part is what the drawing is about.
  const beyond = thresholds.filter((value) => value > 0).map((value) => log10(value) + 0.1);
  // Adding 0 makes a plain 0 of -0.
  const high = Math.min(0, Math.ceil(Math.max(...exponents, ...beyond) - 1e-9)) + 0;
  const low = Math.floor(Math.min(...exponents) + 1e-9);
  return { low: Math.min(low, high - fewestDecades), high };
}

/** The three doubts of an outcome and its threshold on the axis. */
export function plotOf({ doubt, threshold }: OutcomeAssessment, domain: Domain): Plot | undefined {
  if (doubt === undefined) return undefined;
  const doubts = [
    ['declared', 'Declared', doubt.declared],
    ['independent', 'Independent', doubt.independent],
    ['bound', 'Dependence-free bound', doubt.bound],
  ] as const;
  const limit = threshold === undefined ? undefined : formatProbability(threshold.probability);
  const said = [
    ...doubts.map(([, word, one]) => `${word}: ${withBand(one)}`),
    limit === undefined ? 'No threshold' : `Threshold: ${limit}`,
  ];
  return {
    alternative: `Doubts on a logarithmic axis. ${said.join('. ')}.`,
    ticks: ticksOf(domain),
    ...(threshold === undefined
      ? {}
      : { threshold: { at: placeOf(threshold.probability, domain), label: `threshold ${limit}` } }),
    lanes: doubts.map(([name, , one]) => laneOf(name, one, domain)),
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

function ticksOf({ low, high }: Domain): Plot['ticks'] {
  const every = Math.ceil((high - low) / mostLabels);
  const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
  return decades.map((decade) => ({
    at: (decade - low) / (high - low),
    label: (high - decade) % every === 0 ? formatProbability(Number(`1e${decade}`)) : '',
  }));
}

/** From 0 at the left end to 1 at the right end; what lies outside is put at the end. */
function placeOf(value: number, { low, high }: Domain): number {
  if (value <= 0) return 0;
  return Math.min(1, Math.max(0, (log10(value) - low) / (high - low)));
}

function valuesOf(doubt: Doubt): number[] {
  const ends = 'mean' in doubt ? [doubt.mean] : [doubt.lower, doubt.upper];
  return [...ends, doubt.p5 ?? 0, doubt.p95 ?? 0];
}

function log10(value: number): number {
  return log(value) / Math.LN10;
}
