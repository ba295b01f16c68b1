import { type Case, nearest } from '../case/index.js';
import { currentValues, MOST_DAYS, movedSubsystems } from './move-axis.js';
import type { HorizonOver, HorizonProblem } from './types.js';

export interface AskedRange {
  readonly from?: number;
  readonly to?: number;
}

export interface Range {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
}

/** Ends that differ by more than this factor are looked at by factors, not by steps. */
const LOG_FROM = 30;
/** How far to look where nobody says: tasks and instances by factors of ten, the others to a few times of today. */
const FARTHER = { tasks: 100, instances: 100, window: 4, capability: 2 } as const;
/** Values of an axis stay whole numbers that are told apart. */
export const MOST = 1e15;

/** From where to where to look: what was asked, else about the present value and the limits that claims state. */
export function rangeOf(
  of: Case,
  over: HorizonOver,
  asked: AskedRange,
  limits: readonly number[],
): Range | HorizonProblem {
  const problem = subsystemProblem(of, over);
  if (problem !== undefined) return problem;
  const known = [...currentValues(of, over), ...limits].filter((value) => value > 0);
  const counted = over.axis !== 'capability';
  if (known.length === 0 && (asked.from === undefined || asked.to === undefined)) {
    return {
      code: 'no-value',
      message: `the case states no value of ${over.axis}, and no claim a limit of it`,
      expected: 'both ends of the range: --from and --to',
    };
  }
  const most = Math.max(...known);
  const least = Math.min(...known);
  const { axis } = over;
  const farthest = axis === 'window' ? MOST_DAYS : MOST;
  const whole = (value: number) => (counted ? Math.max(1, Math.round(value)) : value);
  const from =
    asked.from ?? (axis === 'tasks' || axis === 'instances' ? whole(least / FARTHER[axis]) : counted ? 1 : 0);
  const to = asked.to ?? Math.min(farthest, whole(most * FARTHER[axis]));
  const lowest = counted ? 1 : 0;
  const usable = [from, to].every((end) => Number.isFinite(end) && (!counted || Number.isInteger(end)));
  if (!usable || from < lowest || to > farthest || from >= to) {
    const kind = counted ? 'whole numbers' : 'numbers';
    return {
      code: 'bad-range',
      message: `a range of ${axis} from ${from} to ${to} cannot be looked at`,
      expected: `${kind} from ${lowest} to ${farthest}, the first below the second`,
    };
  }
  return { from, to, scale: from > 0 && to / from > LOG_FROM ? 'log' : 'linear' };
}

function subsystemProblem(of: Case, over: HorizonOver): HorizonProblem | undefined {
  const { axis, subsystem } = over;
  if (subsystem !== undefined && axis !== 'capability') {
    return {
      code: 'only-capability',
      message: `${axis} are those of the whole case: there is none of a subsystem`,
      expected: 'a subsystem only with the axis capability',
    };
  }
  const ids = of.system.map(({ id }) => id);
  if (subsystem !== undefined && !ids.includes(subsystem)) {
    const close = nearest(subsystem, ids);
    return {
      code: 'unknown-subsystem',
      message: `there is no subsystem ${subsystem}`,
      ...(close === undefined ? {} : { nearest: close }),
    };
  }
  if (axis === 'capability' && movedSubsystems(of, over).length === 0) {
    return {
      code: 'no-capability',
      message: subsystem === undefined ? 'no subsystem states its capability' : `${subsystem} states no capability`,
      expected: 'a capability in the system section',
    };
  }
  return undefined;
}
