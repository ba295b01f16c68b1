import type { Assessment, OutcomeAssessment, Reason, ReasonCode } from '../../doubt/index.js';
import type { Tone } from '../document.js';
import { listed } from '../words.js';

/** Most outcomes that the overall line goes into, and most obstacles to one. */
const mostNamed = 4;

/** The whole case in a line or two: how many outcomes are supported, and what stands in the way of the others. */
export function overallOf({ outcomes, case: about, quantified }: Assessment): {
  readonly tone: Tone;
  /** The answer to “safe enough?” in a few words. */
  readonly headline: string;
  readonly text: string;
} {
  if (outcomes.length === 0)
    return {
      tone: 'plain',
      headline: 'No verdict',
      text: 'The case names no unacceptable outcome, so there is nothing to give a verdict on.',
    };
  if (about.status === 'sketch')
    return {
      tone: 'plain',
      headline: 'No verdict',
      text: `This is a sketch: no verdict is claimed.${quantified ? '' : ` ${structureOf(outcomes)}`}`,
    };
  if (!quantified)
    return {
      tone: 'plain',
      headline: 'No number, so no verdict',
      text: `The case is not quantified: it states no doubt, so no number is shown. ${structureOf(outcomes)}`,
    };
  const supported = outcomes.filter(({ verdict }) => verdict === 'supported');
  const others = outcomes.filter(({ verdict }) => verdict !== 'supported');
  const conditional = supported.filter(
    ({ unassessed, statement }) => statement !== 'supported' && unassessed.length > 0,
  );
  const failing = others.some(({ verdict }) => verdict === 'not supported');
  const opening = `${first(supported.length, outcomes.length)}${conditional.length === 0 ? '' : conditionOf(conditional, supported)}.`;
  const text = [
    ...(outcomes.length === 1 && others.length === 1 ? [] : [opening]),
    ...others.slice(0, mostNamed).map((outcome) => notSupported(outcome, outcomes.length === 1 ? 'The case' : 'It')),
    ...(others.length > mostNamed ? [`Nor is it supported for ${others.length - mostNamed} more.`] : []),
    ...leaning(supported),
  ].join(' ');
  const tone = failing ? 'bad' : others.length > 0 || conditional.length > 0 ? 'open' : 'good';
  const headline =
    about.status === 'revoked'
      ? 'Must not be relied on'
      : failing
        ? 'Not shown to be safe enough'
        : others.length > 0
          ? 'Too close to the threshold to tell'
          : conditional.length > 0
            ? 'Safe enough only on a condition'
            : 'Safe enough, if this case is right';
  return { tone, headline, text };
}

function first(supported: number, all: number): string {
  if (all === 1) return 'The case is supported for its one unacceptable outcome';
  if (supported === all) return `The case is supported for all ${all} unacceptable outcomes`;
  return `The case is supported for ${supported === 0 ? 'none' : supported} of ${all} unacceptable outcomes`;
}

/** Support that the dependence-free bound would not give. */
function leaning(supported: readonly OutcomeAssessment[]): string[] {
  const leans = supported.filter(({ doubt, threshold }) => {
    if (doubt === undefined || threshold === undefined) return false;
    const worst = 'mean' in doubt.bound ? doubt.bound.mean : doubt.bound.upper;
    return worst > threshold.probability;
  });
  if (leans.length === 0) return [];
  const which = leans.length > mostNamed ? `${leans.length} outcomes` : listed(leans.map(({ id }) => id));
  return [`If things fail together more than is counted here, ${which} could be above the threshold.`];
}

function conditionOf(conditional: readonly OutcomeAssessment[], supported: readonly OutcomeAssessment[]): string {
  const which = conditional.length === supported.length ? '' : ` for ${listed(conditional.map(({ id }) => id))}`;
  return `,${which} on condition that steps which nobody assessed are sound`;
}

function notSupported(outcome: OutcomeAssessment, what: string): string {
  const because = listed(obstaclesOf(outcome.reasons));
  const verdict = outcome.verdict === 'undecided' ? 'undecided' : 'not supported';
  return `${what} is ${verdict} for ${outcome.id}${because === '' ? '' : `: ${because}`}.`;
}

function structureOf(outcomes: readonly OutcomeAssessment[]): string {
  const open = outcomes.filter(({ reasons }) => reasons.some(({ blocks }) => blocks));
  if (open.length === 0) return 'The structure of the argument is complete.';
  const named = open.slice(0, mostNamed).map((outcome) => `for ${outcome.id}, ${listed(obstaclesOf(outcome.reasons))}`);
  return `The structure of the argument is not complete: ${named.join('; ')}.`;
}

/** What stands in the way, most important first, each kind once. */
export function obstaclesOf(reasons: readonly Reason[]): string[] {
  const standing = reasons.filter(({ code, blocks }) => blocks || byNumber.has(code));
  const codes = new Set(standing.map(({ code }) => code));
  // What is true of a percentile goes without saying where it is true of the mean.
  if (codes.has('above-threshold')) codes.delete('criterion-above-threshold');
  const words = [...codes].flatMap((code) => {
    // One piece of evidence may have several reasons of one kind.
    const of = standing.filter((reason) => reason.code === code);
    const count = new Set(of.map((reason, at) => reason.evidence ?? at)).size;
    const [one, many] = obstacles[code] ?? [];
    return one === undefined ? [] : [count === 1 ? one : `${count} ${many}`];
  });
  return words.length <= mostNamed
    ? words
    : [...words.slice(0, mostNamed - 1), `${words.length - mostNamed + 1} more things`];
}

const byNumber: ReadonlySet<ReasonCode> = new Set(['above-threshold', 'criterion-above-threshold', 'near-threshold']);

/** In the singular, and in the plural after a number. */
const obstacles: Partial<Record<ReasonCode, readonly [string, string]>> = {
  revoked: ['the case is revoked', 'revocations stand'],
  contradiction: ['the risk case contradicts it', 'risk cases contradict it'],
  'no-claim': ['no goal claims that it will not occur', 'claims are missing'],
  'no-threshold': ['it has no threshold', 'thresholds are missing'],
  'beyond-policy': ['a limit that was set beforehand is exceeded', 'limits that were set beforehand are exceeded'],
  undeveloped: ['an undeveloped claim blocks', 'undeveloped claims block'],
  'challenge-open': ['an open challenge blocks', 'open challenges block'],
  'evidence-missing': ['missing evidence blocks', 'pieces of missing evidence block'],
  'evidence-altered': ['altered evidence blocks', 'pieces of altered evidence block'],
  'evidence-stale': ['stale evidence blocks', 'pieces of stale evidence block'],
  'evidence-unverified': ['unverified evidence blocks', 'pieces of unverified evidence block'],
  'evidence-other-model': ['evidence about another model blocks', 'pieces of evidence about another model block'],
  'evidence-absent': ['evidence that is not here blocks', 'pieces of evidence that are not here block'],
  'event-not-element': ['a fault tree does not fit an element', 'fault trees do not fit elements'],
  'rate-is-not-event': ['a rate is taken for an event', 'rates are taken for events'],
  'no-value': ['a quantity has no value', 'quantities have no value'],
  'beyond-limit': [
    'a claim is past the limit up to which it holds',
    'claims are past the limits up to which they hold',
  ],
  'inference-required': ['a step that nobody assessed blocks', 'steps that nobody assessed block'],
  'signoff-missing': ['a required sign-off is missing', 'required sign-offs are missing'],
  'signoff-stale': ['a required sign-off is of an earlier content', 'required sign-offs are of an earlier content'],
  'not-computed': ['its doubt could not be computed', 'doubts could not be computed'],
  'above-threshold': ['its doubt is above the threshold', 'doubts are above the threshold'],
  'criterion-above-threshold': [
    'a percentile of its doubt is above the threshold',
    'percentiles of its doubt are above the threshold',
  ],
  'near-threshold': [
    'its doubt is too close to the threshold to tell',
    'doubts are too close to the threshold to tell',
  ],
};
