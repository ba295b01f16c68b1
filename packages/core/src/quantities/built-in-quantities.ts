import type { Case, IsoDate } from '../case/index.js';
import { parseUnit, type Unit } from '../expression/index.js';

/** A quantity that is there by itself. */
export interface BuiltInQuantity {
  readonly name: string;
  readonly value: number;
  /** As a unit is written; absent for a plain number. */
  readonly unit?: string;
}

/** What the built-in quantities are called, with their units and meaning, for the documentation and for messages. */
export const builtInQuantities = [
  { name: 'exposure.tasks', unit: 'tasks per window', text: 'Tasks over the whole deployment window.' },
  { name: 'exposure.instances', unit: 'instances', text: 'Instances of the system over the whole window.' },
  {
    name: 'exposure.trainingSteps',
    unit: 'steps per window',
    text: 'Steps of further training over the whole window, where the decision is to train.',
  },
  {
    name: 'exposure.internalUse',
    unit: 'uses per window',
    text: 'Uses of the model inside the organisation over the whole window.',
  },
  {
    name: 'window.days',
    unit: 'days per window',
    text: 'Days of the deployment window, the first and the last included.',
  },
  { name: 'system.X.copies', unit: 'copies', text: 'Copies of subsystem X.' },
  { name: 'system.X.capability', text: 'Capability level of subsystem X.' },
] as const;

/** The built-in quantities that have a value in this case, in the order of the text. */
export function builtInQuantitiesOf(of: Case): ReadonlyMap<string, BuiltInQuantity> {
  const found = new Map<string, BuiltInQuantity>();
  const add = (name: string, value: number | undefined, unit?: string) => {
    if (value !== undefined && !found.has(name))
      found.set(name, { name, value, ...(unit === undefined ? {} : { unit }) });
  };
  const { exposure, window } = of.decision ?? {};
  add('exposure.tasks', exposure?.tasks, 'tasks per window');
  add('exposure.instances', exposure?.instances, 'instances');
  add('exposure.trainingSteps', exposure?.trainingSteps, 'steps per window');
  add('exposure.internalUse', exposure?.internalUse, 'uses per window');
  if (window !== undefined) add('window.days', daysOf(window.from, window.to), 'days per window');
  for (const { id, copies, capability } of of.system) {
    add(`system.${id}.copies`, copies, 'copies');
    add(`system.${id}.capability`, capability);
  }
  return found;
}

/** The unit of a built-in quantity. */
export function builtInUnit(quantity: BuiltInQuantity): Unit {
  return parseUnit(quantity.unit ?? 'probability') as Unit;
}

/** Whether a name could only be that of a built-in quantity. */
export function isBuiltInName(name: string): boolean {
  return /^(?:exposure|window|system)(?:\.|$)/.test(name);
}

/** Days from one date to another, both counted; `undefined` where a date does not exist or they are in the wrong order. */
function daysOf(from: IsoDate, to: IsoDate): number | undefined {
  const days = (dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN) + 1;
  return days >= 1 ? days : undefined;
}

/** Days since a fixed day, in the proleptic Gregorian calendar (Hinnant's civil-from-days, the other way round). */
function dayNumber(date: IsoDate): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (month < 1 || month > 12 || day < 1 || day > lengths[month - 1]!) return undefined;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
}
