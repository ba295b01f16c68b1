import { type Case, type CaseLookup, type Element, lookup } from '@surety/core/case';
import type { ExitCode } from './exit-code.js';
import { unknownName } from './refuse.js';
import type { Session } from './session.js';

/** Finds the element that the caller names; says what may have been meant where there is none. */
export async function elementOf(
  session: Session,
  of: Case,
  id: string,
): Promise<{ readonly element: Element; readonly index: CaseLookup } | ExitCode> {
  const index = lookup(of);
  const element = index.element(id);
  if (element !== undefined) return { element, index };
  return unknownName(
    session,
    'element',
    id,
    of.elements.map((one) => one.id),
  );
}
