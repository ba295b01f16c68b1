import type { Assessment, OutcomeAssessment } from '../../doubt/index.js';
import { formatShare } from '../numbers.js';
import { counted, listed } from '../words.js';

/**
 * What else a decision has to know beside the verdicts, in a sentence each: sign-offs that are missing or of an earlier
 * content and that do not block yet, and how often a number that meets its threshold by its mean is above it.
 */
export function besidesOf({ outcomes }: Assessment): readonly string[] {
  const listedRoles = outcomes
    .flatMap(({ reasons }) => reasons)
    .flatMap(({ code, signOff }) => (code === 'signoff-listed' && signOff !== undefined ? [signOff] : []));
  const rolesOf = (isStale: boolean) =>
    new Set(listedRoles.filter(({ who }) => (who !== undefined) === isStale).map(({ role }) => role));
  const roles = (of: ReadonlySet<string>, word: string): string[] =>
    of.size === 0 ? [] : [`${counted(of.size, 'sign-off')} ${word}: ${listed([...of])}.`];
  return [
    ...outcomes.flatMap(oftenAbove),
    ...roles(rolesOf(false), 'missing'),
    ...roles(rolesOf(true), 'of an earlier content'),
  ];
}

function oftenAbove({ id, number, threshold, distribution }: OutcomeAssessment): string[] {
  // At most one trial in twenty is above a threshold that the 95 % point has to meet.
  if (number === undefined || threshold === undefined || threshold.criterion === 'p95') return [];
  if (number > threshold.probability) return [];
  const share = aboveWords(distribution?.above);
  if (share === undefined || distribution?.above === 0) return [];
  return [`The doubt of ${id} is within its threshold by its mean, and above it ${share}.`];
}

/** In how many of the trials the number is above the threshold. The share is rounded up, so that all of them may be nearly all. */
export function aboveWords(above: number | undefined): string | undefined {
  if (above === undefined) return undefined;
  return above === 1 ? 'in all trials, or nearly all' : `in at most ${formatShare(above)} of the trials`;
}
