import { type Case, type CaseLookup, type Element, kindOfName, lookup } from '@surety/core/case';
import type { ExitCode } from './exit-code.js';
import { unknownName } from './refuse.js';
import { type Session, unusable } from './session.js';

/** The id that the caller means: `G4` is `G4@main` where only one module has it. */
export function fullId(of: Case, id: string): string {
  if (id.includes('@') || of.elements.some((one) => one.id === id)) return id;
  const inModules = of.elements.filter((one) => one.id.startsWith(`${id}@`));
  return inModules.length === 1 ? (inModules[0] as Element).id : id;
}

/** Finds the element that the caller names; says what may have been meant where there is none. */
export async function elementOf(
  session: Session,
  of: Case,
  id: string,
): Promise<{ readonly element: Element; readonly index: CaseLookup } | ExitCode> {
  const index = lookup(of);
  const element = index.element(fullId(of, id));
  if (element !== undefined) return { element, index };
  const kind = kindOfName(of, id);
  if (kind !== undefined) return unusable(session, `${id} is ${kind}, not an element of the argument`);
  return unknownName(
    session,
    'element',
    id,
    of.elements.map((one) => one.id),
  );
}
