import type { Case, Exposure, HorizonAxis, IsoDate, Subsystem, SubsystemId, Window } from '../case/index.js';
import { builtInQuantitiesOf } from '../quantities/index.js';
import type { HorizonOver } from './types.js';

/** Where a window starts that the text does not state. */
const SOME_DAY: IsoDate = '2000-01-01';
/** Dates have four digits for the year. */
const LAST_DAY = Date.UTC(9999, 11, 31);
const DAY = 86_400_000;

/** Most days of a window: what four digits of a year have room for, with room to spare. */
export const MOST_DAYS = 2_000_000;

/**
 * The case at another value of the axis. Capability is set for every subsystem that states one, or for the one that is
 * named. Copies that are as many as the instances follow the instances. In a window longer than that of the text there are
 * more tasks, steps of training and uses in proportion; in a shorter one as many as were stated, because nothing says that
 * there would be fewer.
 */
export function moveAxis(of: Case, over: HorizonOver, value: number): Case {
  switch (over.axis) {
    case 'capability': {
      const moved = new Set(movedSubsystems(of, over));
      return { ...of, system: of.system.map((one) => (moved.has(one.id) ? { ...one, capability: value } : one)) };
    }
    case 'tasks':
      return withExposure(of, { tasks: value });
    case 'instances': {
      const follow = new Set(followingCopies(of));
      const system = of.system.map((one): Subsystem => (follow.has(one.id) ? { ...one, copies: value } : one));
      return { ...withExposure(of, { instances: value }), system };
    }
    case 'window': {
      const days = daysNow(of);
      const factor = days !== undefined && value > days ? value / days : 1;
      const moved = withExposure(of, Object.fromEntries(growing(of).map(([name, amount]) => [name, amount * factor])));
      const decision = moved.decision ?? { options: [], exposure: {}, origin: of.origin };
      return { ...moved, decision: { ...decision, window: windowOf(decision.window, value, of.origin) } };
    }
  }
}

/** Names of the built-in quantities that differ between values of the axis. */
export function movedQuantities(of: Case, over: HorizonOver): ReadonlySet<string> {
  switch (over.axis) {
    case 'capability':
      return new Set(movedSubsystems(of, over).map((id) => `system.${id}.capability`));
    case 'tasks':
      return new Set(['exposure.tasks']);
    case 'instances':
      return new Set(['exposure.instances', ...following(of, over)]);
    case 'window':
      return new Set(['window.days', ...following(of, over)]);
  }
}

/** Built-in quantities that go along with the axis without being it. */
export function following(of: Case, { axis }: HorizonOver): readonly string[] {
  if (axis === 'instances') return followingCopies(of).map((id) => `system.${id}.copies`);
  if (axis !== 'window' || daysNow(of) === undefined) return [];
  return growing(of).map(([name]) => `exposure.${name}`);
}

/** Where on the axis a limit of the same or of another axis is reached; nothing where it never is. */
export function whereReached(of: Case, over: HorizonOver, axis: HorizonAxis, limit: number): number | undefined {
  if (axis === over.axis) return limit;
  const { tasks } = of.decision?.exposure ?? {};
  const days = daysNow(of);
  const grows = over.axis === 'window' && axis === 'tasks' && tasks !== undefined && days !== undefined;
  return grows && limit >= tasks ? (limit * days) / tasks : undefined;
}

/** Subsystems whose capability is moved: those that state one. */
export function movedSubsystems(of: Case, { axis, subsystem }: HorizonOver): readonly SubsystemId[] {
  if (axis !== 'capability') return [];
  return of.system
    .filter(({ id, capability }) => capability !== undefined && (subsystem === undefined || subsystem === id))
    .map(({ id }) => id);
}

/** Values of the axis in the text: one for each subsystem that is moved, else at most one. */
export function currentValues(of: Case, over: HorizonOver): readonly number[] {
  const builtIns = builtInQuantitiesOf(of);
  const names = {
    capability: movedSubsystems(of, over).map((id) => `system.${id}.capability`),
    instances: ['exposure.instances'],
    tasks: ['exposure.tasks'],
    window: ['window.days'],
  }[over.axis];
  return [...new Set(names.flatMap((name) => builtIns.get(name)?.value ?? []))].sort((a, b) => a - b);
}

/** Whose value is which, where the axis is a property of subsystems: those that stand at each value today. */
export function whoseToday(of: Case, over: HorizonOver): ReadonlyMap<number, readonly SubsystemId[]> {
  const moved = new Set(movedSubsystems(of, over));
  const found = new Map<number, SubsystemId[]>();
  for (const { id, capability } of of.system) {
    if (capability !== undefined && moved.has(id)) found.set(capability, [...(found.get(capability) ?? []), id]);
  }
  return found;
}

function daysNow(of: Case): number | undefined {
  return builtInQuantitiesOf(of).get('window.days')?.value;
}

function followingCopies({ decision, system }: Case): readonly SubsystemId[] {
  const instances = decision?.exposure.instances;
  if (instances === undefined) return [];
  return system.filter(({ copies }) => copies === instances).map(({ id }) => id);
}

/** What the text states an amount of over the window: tasks, steps of training, internal use. */
function growing({ decision }: Case): readonly (readonly [keyof Exposure, number])[] {
  const { tasks, trainingSteps, internalUse } = decision?.exposure ?? {};
  return Object.entries({ tasks, trainingSteps, internalUse }).flatMap(([name, amount]) =>
    amount === undefined ? [] : [[name as keyof Exposure, amount] as const],
  );
}

function withExposure(of: Case, exposure: Exposure): Case {
  const decision = of.decision ?? { options: [], exposure: {}, origin: of.origin };
  return { ...of, decision: { ...decision, exposure: { ...decision.exposure, ...exposure } } };
}

function windowOf(window: Window | undefined, days: number, origin: Case['origin']): Window {
  const length = (days - 1) * DAY;
  const stated = Date.parse(`${window?.from ?? SOME_DAY}T00:00:00Z`);
  // A window that would end after the last date starts earlier: only its length counts.
  const from = Math.min(Number.isNaN(stated) ? Date.parse(`${SOME_DAY}T00:00:00Z`) : stated, LAST_DAY - length);
  return { from: isoOf(from), to: isoOf(from + length), origin: window?.origin ?? origin };
}

function isoOf(time: number): IsoDate {
  return new Date(time).toISOString().slice(0, 10);
}
