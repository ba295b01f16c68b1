import type { OutcomeAssessment } from '../../doubt/index.js';
import { criterionOf } from '../criterion.js';
import { type Line, strong } from '../document.js';
import { formatChance, formatChanceAgainst, formatDoubt, formatNumber, oneIn } from '../numbers.js';
import { capital, listed, sentence } from '../words.js';
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
  if (limit === undefined)
    return ['The chance in the window is put at up to ', strong(formatChance(held)), ', and no threshold is agreed.'];
  const often = oneIn(held);
  const percentile = criterionOf(outcome);
  const also =
    percentile === undefined
      ? ''
      : `; its ${percentWords(percentile.criterion)}, ${formatChanceAgainst(percentile.value, limit)}, is ${percentile.met ? 'below' : 'above'} it${percentile.met === held <= limit ? ' too' : ''}`;
  return [
    'The chance in the window is put at up to ',
    strong(formatChanceAgainst(held, limit)),
    sentence(
      `${often === undefined ? '' : ` (${often})`}, ${comparison(held, limit)} the threshold of ${formatChance(limit, 3)}${also}`,
    ),
  ];
}

/** The number of the verdict, or what would be it where the verdict is not by number. */
export function numberOf({ number, doubt }: OutcomeAssessment): number | undefined {
  if (number !== undefined || doubt === undefined) return number;
  return 'mean' in doubt.declared ? doubt.declared.mean : doubt.declared.upper;
}

function comparison(held: number, limit: number): string {
  if (held === limit) return 'exactly';
  if (held < limit) return 'below';
  return limit === 0 ? 'above' : `${formatNumber(Number((held / limit).toPrecision(2)))} times`;
}

function percentWords(criterion: 'p50' | 'p95'): string {
  return criterion === 'p95' ? 'cautious value (95\u00a0% point)' : 'middle value';
}

/** The three doubts in plain words. */
export function threeSays({ doubt }: OutcomeAssessment): string | undefined {
  if (doubt === undefined) return undefined;
  const shown = (one: typeof doubt.declared) => ('mean' in one ? formatChance(one.mean) : formatDoubt(one));
  return `${shown(doubt.independent)} if nothing fails together, ${shown(doubt.declared)} as argued, ${shown(doubt.bound)} at most.`;
}
