import { type Case, type Element, lookup, type Measures, type OutcomeId } from '../case/index.js';
import type { AssessOptions } from '../doubt/index.js';
import { currentValues, following, movedSubsystems, whereReached } from './move-axis.js';
import { outcomeHorizon } from './outcome-horizon.js';
import { type AskedRange, rangeOf } from './range.js';
import { sweepOf } from './sweep.js';
import type { Horizon, HorizonLimit, HorizonNote, HorizonOver, HorizonProblem, OutcomeHorizon } from './types.js';
import { axisValues } from './values.js';

/** Values that are looked at before flips are refined. */
export const SWEEP_POINTS = 41;
/** Most judgements of an outcome at a value, for one horizon. */
const MOST_JUDGEMENTS = 3000;

export interface HorizonOptions extends AssessOptions, AskedRange {
  /** Only this outcome. */
  readonly outcome?: OutcomeId;
  /** Values of the first, even sweep (default 41); the limits of claims come in addition. */
  readonly points?: number;
  /** Told before each judgement of an outcome at a value. */
  readonly progress?: (judged: number) => void;
}

/**
 * The verdict of every outcome along an axis (`semantics.md` section 8), with every flip that the sweep sees refined by
 * bisection, and what gives way there. Everywhere the same seed and trials, so the curves are as smooth as the case is.
 * Two flips between neighbouring points of the sweep are found where the number has a single turn between them; faster
 * swings need more points. The case must have passed the rules that are fatal.
 */
export function horizonOf(
  of: Case,
  measures: Measures,
  over: HorizonOver,
  options: HorizonOptions,
): Horizon | HorizonProblem {
  if (of.outcomes.length === 0)
    return { code: 'no-outcome', message: 'the case names no outcome, so there is no verdict that could turn' };
  const limits = limitsOf(of, over);
  const range = rangeOf(
    of,
    over,
    options,
    limits.map(({ value }) => value),
  );
  if ('code' in range) return range;
  const { from, to, scale } = range;
  const values = axisValues(over.axis, from, to, scale);
  const current = currentValues(of, over);
  const steps = limits.flatMap(({ value }) => {
    const last = values.whole ? Math.floor(value) : value;
    return [last, values.above(last)];
  });
  const more = [...steps, ...current].filter((value) => value > from && value < to);
  const wanted = [...new Set([...values.spread(options.points ?? SWEEP_POINTS), ...more])].sort((a, b) => a - b);
  const progress = options.progress ?? (() => {});
  const sweep = sweepOf(of, measures, options, over, {
    first: from,
    most: MOST_JUDGEMENTS,
    progress,
    only: options.outcome,
  });
  // Value by value, so that all outcomes are judged while the numbers of a value are in place.
  const first = wanted.map((value) => sweep.outcomes.map((_, index) => sweep.at(value, index)));
  const input = {
    lookup: lookup(of),
    sweep,
    values,
    limits,
    ...(current.length === 1 ? { current: current[0]! } : {}),
  };
  const outcomes = sweep.outcomes.map((outcome, index) =>
    outcomeHorizon(
      outcome,
      index,
      first.flatMap((samples) => samples[index] ?? []),
      input,
    ),
  );
  return {
    over,
    moved: movedSubsystems(of, over),
    follow: following(of, over),
    ...range,
    current,
    outcomes,
    judged: sweep.judged(),
    notes: notesOf(over, outcomes, current, sweep.judged() >= MOST_JUDGEMENTS),
  };
}

/** Limits of the axis that claims state, smallest first; of capability those that the moved subsystems can reach. */
function limitsOf(of: Case, over: HorizonOver): readonly HorizonLimit[] {
  const moved = new Set(movedSubsystems(of, over));
  const concerns = ({ subsystem }: Element) =>
    over.axis !== 'capability' || (subsystem !== undefined && moved.has(subsystem));
  return of.elements
    .filter(concerns)
    .flatMap(({ id, holdsUntil }) =>
      holdsUntil.flatMap(({ axis, value: stated }): readonly HorizonLimit[] => {
        const value = whereReached(of, over, axis, stated);
        return value === undefined ? [] : [{ element: id, value, axis, stated }];
      }),
    )
    .sort((a, b) => a.value - b.value);
}

function notesOf(
  { axis }: HorizonOver,
  outcomes: readonly OutcomeHorizon[],
  current: readonly number[],
  usedUp: boolean,
): readonly HorizonNote[] {
  const notes: HorizonNote[] = [];
  const note = (code: HorizonNote['code'], text: string) => notes.push({ code, text });
  const still = outcomes.filter(({ limits, moving }) => limits.length === 0 && moving.length === 0).map(({ id }) => id);
  if (still.length > 0) {
    note(
      'nothing-moves',
      `Nothing in the argument of ${still.join(', ')} depends on ${axis}: that says that the case does not consider it, not that it does not matter`,
    );
  }
  note(
    'stated-stays',
    'Only limits (holdsUntil) and doubts that are computed from the axis move; what people or evaluations stated stays as it is, though it was said of the system of today',
  );
  if (current.length > 1) {
    note('several-values', `The subsystems stand at ${current.join(', ')} today; here all of them are moved together`);
  }
  if (usedUp)
    note(
      'limit-of-judgements',
      `Outcomes were judged ${MOST_JUDGEMENTS} times, which is the most: flips may be missing, or not refined`,
    );
  return notes;
}
