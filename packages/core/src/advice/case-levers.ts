import {
  type Case,
  type Counts,
  type Element,
  type Evidence,
  formatProbability,
  grouped,
  type Measures,
} from '../case/index.js';
import { axisNumber, axisWords, currentValues, moveAxis } from '../horizon/index.js';
import { withElement } from './edits.js';
import { threeDigitsBelow, trialsAbove, wholeBelow } from './ladder.js';
import { type Ground, type Lever, told } from './lever.js';

/** Nothing needs to be told of common causes that would have to be rarer than this. */
const LEAST_BETA = 1e-6;
/** Trials in addition, at most. */
const MOST_TRIALS = 1_000_000;

/** Legs about whose dependence nothing was declared, or a common cause. */
export function legLevers({ id, combine, supportedBy, legs }: Element): readonly Lever[] {
  if (combine.kind === 'all' || supportedBy.length < 2 || legs.kind === 'independent') return [];
  const now = legs.kind === 'beta' ? legs.beta : 1;
  if (now <= LEAST_BETA) return [];
  return [
    {
      id: `legs ${id}`,
      name: `the legs of ${id} failing apart`,
      lifts: false,
      ladder: threeDigitsBelow(now, LEAST_BETA),
      apply: (variant, beta) => withElement(variant, id, (one) => ({ ...one, legs: { kind: 'beta', beta } })),
      step: (to, size) => ({
        kind: 'legs',
        element: id,
        ...told(
          now,
          to,
          size,
          `The legs of ${id} are argued to have a common cause of beta ${formatProbability(to)} or less${legs.kind === 'beta' ? ` (now ${formatProbability(now)})` : ' (nothing is declared now)'}`,
        ),
      }),
    },
  ];
}

export function groupLevers({ name, beta }: Case['dependence'][number], of: Case): readonly Lever[] {
  if (beta <= LEAST_BETA) return [];
  return [
    {
      id: `group ${name}`,
      name: `the common cause “${name}”`,
      lifts: false,
      ladder: threeDigitsBelow(beta, LEAST_BETA),
      apply: (variant, to) => ({
        ...variant,
        case: {
          ...variant.case,
          dependence: variant.case.dependence.map((group, at) =>
            of.dependence[at]?.name === name ? { ...group, beta: to } : group,
          ),
        },
      }),
      step: (to, size) => ({
        kind: 'group',
        group: name,
        ...told(
          beta,
          to,
          size,
          `The common cause “${name}” is argued to have beta ${formatProbability(to)} or less (now ${formatProbability(beta)})`,
        ),
      }),
    },
  ];
}

/** More trials of what was counted trial by trial, none with the event, or all where it is the good one. */
export function trialLevers(evidence: Evidence, { prepared, scope }: Ground): readonly Lever[] {
  const { id } = evidence;
  const results = Object.hasOwn(prepared.measures, id) ? prepared.measures[id]!.results : [];
  const used = prepared.argument.leaves.filter(
    ({ element }, index) => scope.has(element.id) && prepared.leaves[index]!.evidence.includes(id),
  );
  const counts = results.flatMap((result) => (result.counts.kind === 'binomial' ? [result.counts] : []));
  const usable = prepared.statuses.get(id)?.blockers.length === 0;
  if (used.length === 0 || !usable || counts.length === 0 || counts.length < results.length) return [];
  const now = Math.min(...counts.map(({ trials }) => trials));
  if (now < 1) return [];
  const allEvents = used.every(({ source }) => source.kind === 'evidence' && source.requirement.direction === '>=');
  const more = (own: Counts, added: number): Counts =>
    own.kind === 'binomial'
      ? { ...own, trials: own.trials + added, events: own.events + (allEvents ? added : 0) }
      : own;
  return [
    {
      id: `trials ${id}`,
      name: `more trials of ${id}`,
      lifts: false,
      ladder: trialsAbove(now, now + MOST_TRIALS),
      apply: (variant, to) => {
        const measure = variant.measures[id]!;
        const changed = measure.results.map((result) => ({ ...result, counts: more(result.counts, to - now) }));
        const measures: Measures = { ...variant.measures, [id]: { ...measure, results: changed } };
        return { ...variant, measures };
      },
      step: (to, size) => ({
        kind: 'trials',
        evidence: id,
        allEvents,
        ...told(
          now,
          to,
          size,
          `${grouped(to - now)} more trials of ${id} (${grouped(now)} so far), agreed beforehand and ${allEvents ? 'all' : 'none'} with the event`,
        ),
      }),
    },
  ];
}

export function exposureLevers(of: Case, axis: 'tasks' | 'instances' | 'window'): readonly Lever[] {
  const [now] = currentValues(of, { axis });
  if (now === undefined) return [];
  return [
    {
      id: `exposure ${axis}`,
      name: `fewer ${axisWords({ axis })}`,
      lifts: false,
      ladder: wholeBelow(now),
      apply: (variant, to) => ({ ...variant, case: moveAxis(variant.case, { axis }, to) }),
      step: (to, size) => ({
        kind: 'exposure',
        axis,
        ...told(now, to, size, `At most ${axisNumber(to)} ${axisWords({ axis })} (now ${axisNumber(now)})`),
      }),
    },
  ];
}
