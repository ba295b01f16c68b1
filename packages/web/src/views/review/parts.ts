import type { Case } from '@surety/core/case';
import { partNamed } from '../../kit/index.js';

/** Parts of the view in the order of its navigation; each has an address of its own. */
export const parts = [
  { name: 'challenges', title: 'Challenges' },
  { name: 'trial', title: 'On trial' },
  { name: 'sign-off', title: 'Sign-off' },
  { name: 'checklist', title: 'Checklist' },
  { name: 'conditions', title: 'Conditions and waivers' },
  { name: 'activity', title: 'Activity' },
] as const;

export type PartName = (typeof parts)[number]['name'];

/** The part that an address asks for: a link to an element that is no challenge is about signing it. */
export function partOf(of: Case, { part, at }: Readonly<Record<string, string>>): PartName {
  const named = partNamed(parts, part);
  if (named !== undefined) return named;
  const element = at === undefined ? undefined : of.elements.find(({ id }) => id === at);
  return element === undefined || element.challenge !== undefined ? 'challenges' : 'sign-off';
}
