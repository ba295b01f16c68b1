import { formatProbability, grouped } from '../case/index.js';
import type { Flip, FlipCause, Horizon, HorizonOver, OutcomeHorizon } from './types.js';

/** What an axis is called. */
export function axisWords({ axis, subsystem }: HorizonOver): string {
  if (axis === 'capability') return subsystem === undefined ? 'capability of all models' : `capability of ${subsystem}`;
  return { tasks: 'tasks in the window', instances: 'instances', window: 'days of the window' }[axis];
}

/** A value of an axis: whole things in full, others in six digits. */
export function axisNumber(value: number): string {
  return Number.isInteger(value) ? grouped(value) : String(Number(value.toPrecision(6)));
}

/** `supported up to 150,000`, `supported from 475 on`: where the verdict turns, by what it is on the better side. */
export function flipWords({ low, high, before, after, exact }: Flip): string {
  const about = exact ? '' : 'about ';
  if (after === 'not supported' || before === 'supported') return `${before} up to ${about}${axisNumber(low)}`;
  return `${after} from ${about}${axisNumber(high)} on`;
}

/** Where the case stands today on the axis, in words; empty where that is not known. */
export function todayWords({ current }: Pick<Horizon, 'current'>): string {
  return current.length === 0 ? '' : `today: ${current.map(axisNumber).join(', ')}`;
}

/** What gives way at a flip, in words. */
export function causeWords(cause: FlipCause, over: HorizonOver): string {
  switch (cause.kind) {
    case 'limit': {
      const { element, axis, stated } = cause;
      const what = axis === over.axis ? axisWords(over) : axisWords({ axis });
      return `${element} holds up to ${axisNumber(stated)} (${what}), not above`;
    }
    case 'blocker':
      return cause.reason.text;
    case 'leaf': {
      const { leaf, from, to, since, adds } = cause;
      const sense = adds > 0 ? 'adds' : 'takes away';
      return `${leaf} goes from ${formatProbability(from)} at ${axisNumber(since)} to ${formatProbability(to)}, which ${sense} about ${formatProbability(Math.abs(adds))}`;
    }
  }
}

/** Whether anything about the outcome differs along the axis. */
export function movesAlong({ points }: OutcomeHorizon): boolean {
  const [first, ...rest] = points.map(({ apart, doubt }) => JSON.stringify([apart, doubt]));
  return rest.some((one) => one !== first);
}
