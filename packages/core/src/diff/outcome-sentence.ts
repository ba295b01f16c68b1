import { formatProbability, type Reason, type ReasonCode } from '../doubt/index.js';
import type { OutcomeDiff, OutcomeSide } from './assessment-diff.js';
import { numberInWords } from './number-diff.js';

/** What the change did to an outcome, in one sentence that names it. */
export function outcomeSentence(diff: Omit<OutcomeDiff, 'sentence'>): string {
  const { id, before, after } = diff;
  if (before === undefined || after === undefined) return oneSided(id, before, after);
  const clauses = [verdictClause(before, after), ...blockerClauses(diff), ...numberClauses(diff, before, after)];
  return `${id} ${clauses.filter((clause) => clause !== '').join('; ')}.`;
}

function oneSided(id: string, before?: OutcomeSide, after?: OutcomeSide): string {
  if (after === undefined)
    return `${id} is no longer an outcome of the case; it was ${before?.verdict ?? 'not assessed'}.`;
  const number = after.number === undefined ? '' : `, at a doubt of ${formatProbability(after.number)}`;
  return `${id} is a new outcome: ${after.verdict}${number}${against(after)}.`;
}

function verdictClause(before: OutcomeSide, after: OutcomeSide): string {
  if (before.verdict === after.verdict) return `stays ${after.verdict}`;
  return `was ${before.verdict} and is now ${after.verdict}`;
}

function blockerClauses({ reasonsCame, reasonsWent }: Pick<OutcomeDiff, 'reasonsCame' | 'reasonsWent'>): string[] {
  return [blockers(reasonsCame, 'now'), blockers(reasonsWent, 'no longer')];
}

/** What blocks, in words, where the words of the code do not say it. */
const blockerWords: Partial<Record<ReasonCode, string>> = {
  revoked: 'that the case is revoked',
  'no-claim': 'that there is no claim',
  'no-threshold': 'that there is no threshold',
  'beyond-policy': 'a limit of the policy',
  'challenge-open': 'open challenge',
  'evidence-missing': 'missing evidence',
  'evidence-altered': 'altered evidence',
  'evidence-stale': 'stale evidence',
  'evidence-other-model': 'evidence about another model',
  'evidence-absent': 'evidence that is not here',
  'evidence-unverified': 'unverified evidence',
  'event-not-element': 'a basic event that is not the element',
  'rate-is-not-event': 'a rate is taken for an event',
  'no-value': 'a quantity without a value',
  'beyond-limit': 'past its limit',
  'inference-required': 'a step that nobody assessed',
  'signoff-missing': 'a missing sign-off',
  'signoff-stale': 'a sign-off of an earlier content',
  'not-computed': 'that its doubt could not be computed',
};

/** The first blocker by its name, and how many more there are. */
function blockers(reasons: readonly Reason[], when: string): string {
  const blocking = reasons.filter(({ blocks }) => blocks);
  const [first] = blocking;
  if (first === undefined) return '';
  const place = first.element ?? first.evidence;
  const word = blockerWords[first.code] ?? first.code.replaceAll('-', ' ');
  const name = place === undefined ? word : `${place} (${word})`;
  const more = blocking.length - 1;
  return more === 0 ? `${name} blocks it ${when}` : `${name} and ${more} more block it ${when}`;
}

function numberClauses({ number }: Pick<OutcomeDiff, 'number'>, before: OutcomeSide, after: OutcomeSide): string[] {
  const [was, is] = [before.threshold, after.threshold];
  const moved =
    was !== undefined && is !== undefined && was.probability !== is.probability
      ? `its threshold ${is.probability > was.probability ? 'was raised' : 'was lowered'} from ${formatProbability(was.probability)} to ${formatProbability(is.probability)}`
      : '';
  if (number === undefined) return [moved];
  const fixed = moved === '' ? against(after) : '';
  return [`its doubt ${numberInWords(number)}${fixed}`, moved];
}

function against({ threshold }: OutcomeSide): string {
  return threshold === undefined ? '' : ` against a threshold of ${formatProbability(threshold.probability)}`;
}
