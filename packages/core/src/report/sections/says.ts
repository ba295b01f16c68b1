import { isNarrow } from '../../case/index.js';
import { criterionOf, type OutcomeAssessment, type PercentileHeld } from '../../doubt/index.js';
import { type Line, strong } from '../document.js';
import { formatChance, formatChanceAgainst, formatDoubt, formatNumber, oneIn } from '../numbers.js';
import { capital, listed, sentence } from '../words.js';
import { aboveWords } from './besides.js';
import { obstaclesOf } from './overall.js';
import { verdictOf } from './verdict-of.js';

/** The verdict on an outcome in a plain sentence or two: the number, the limit, and what else stands in the way. */
export function saysOf(outcome: OutcomeAssessment): Line {
  const { statement } = verdictOf(outcome);
  const number = numberSays(outcome);
  const condition = statement === undefined ? '' : statement;
  const obstacles = obstaclesOf(outcome.reasons.filter(({ blocks }) => blocks));
  const blocked =
    obstacles.length === 0 ? '' : `${capital(listed(obstacles))}${number.length === 0 ? '' : ', whatever the number'}.`;
  const parts: Line[] = [
    ...(condition === '' ? [] : [[condition]]),
    ...(number.length === 0 ? [] : [number]),
    ...(blocked === '' ? [] : [[blocked]]),
  ];
  return parts.flatMap((part, at) => (at === 0 ? part : [' ', ...part]));
}

function numberSays(outcome: OutcomeAssessment): Line {
  const held = numberOf(outcome);
  if (held === undefined) return [];
  const limit = outcome.threshold?.probability;
  // A doubt is an upper bound: one of 1 says nothing at all.
  if (held > 0.9995)
    return [
      `The case puts no bound on the chance in the window${limit === undefined ? '' : ` (threshold ${formatChance(limit, 3)})`}.`,
    ];
  if (limit === undefined) return [asArgued, strong(formatChance(held, 2, 'up')), ', and no threshold is agreed.'];
  const often = oneIn(held);
  const percentile = criterionOf(outcome) ?? cautiousOf(outcome, held <= limit);
  const also =
    percentile === undefined
      ? ''
      : `; its ${percentWords(percentile.criterion)}, ${formatChanceAgainst(percentile.value, limit)}, is ${percentile.met ? 'below' : 'above'} it${percentile.met === held <= limit ? ' too' : ''}`;
  return [
    asArgued,
    strong(formatChanceAgainst(held, limit)),
    sentence(
      `${often === undefined ? '' : ` (${often})`}, ${comparison(held, limit)} the threshold of ${formatChance(limit, 3)}${also}`,
    ),
    ...aboveSays(outcome),
  ];
}

const asArgued = 'As argued, the chance in the window is at most ';

/**
 * The cautious value of a number that meets the threshold, asked for or not: it tells a narrow pass from a comfortable one.
 * Where rare trials carry so much that the mean is above it, it is the less cautious of the two, and nothing is said of it.
 */
function cautiousOf({ threshold, doubt, number }: OutcomeAssessment, met: boolean): PercentileHeld | undefined {
  const value = doubt?.declared.p95;
  if (threshold === undefined || value === undefined || !met || (number !== undefined && value < number))
    return undefined;
  return { criterion: 'p95', value, met: value <= threshold.probability };
}

function aboveSays({ distribution }: OutcomeAssessment): Line {
  const share = aboveWords(distribution?.above);
  return share === undefined ? [] : [` Above it ${share}.`];
}

/** The number of the verdict, or what would be it where the verdict is not by number. */
export function numberOf({ number, doubt }: OutcomeAssessment): number | undefined {
  if (number !== undefined || doubt === undefined) return number;
  return 'mean' in doubt.declared ? doubt.declared.mean : doubt.declared.upper;
}

function comparison(held: number, limit: number): string {
  if (held === limit) return 'exactly';
  if (held < limit) return isNarrow(held, limit) ? 'only just below' : 'below';
  return limit === 0 ? 'above' : `${formatNumber(Number((held / limit).toPrecision(2)))} times`;
}

function percentWords(criterion: 'p50' | 'p95'): string {
  return criterion === 'p95' ? 'cautious value (95\u00a0% point)' : 'middle value';
}

/** The three doubts in plain words. */
export function threeSays({ doubt }: OutcomeAssessment): string | undefined {
  if (doubt === undefined) return undefined;
  const shown = (one: typeof doubt.declared) => ('mean' in one ? formatChance(one.mean) : formatDoubt(one));
  return `Independent ${shown(doubt.independent)}, as argued ${shown(doubt.declared)}, whatever fails together ${shown(doubt.bound)}`;
}
