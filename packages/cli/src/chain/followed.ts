import { relative } from 'node:path';
import type { ChainAssessment } from '@surety/core/chain';
import { type CheckedCase, type Loaded, previousLinks } from '../load-case.js';
import { during, type Session } from '../session.js';

/** The chain that a case stands in, assessed up to the case itself; `not cited` where no outcome rests on what it cites. */
export async function followed(
  session: Session,
  checked: CheckedCase,
  options: { readonly asOf: string; readonly seed: number },
): Promise<Loaded<ChainAssessment | 'no chain' | 'not cited'>> {
  const { case: of, measures, root, folder } = checked;
  const before = await previousLinks(session, checked, options.asOf);
  if (before === undefined) return { ok: true, value: 'no chain' };
  if (!before.ok) return before;
  const { assessChain, citingClaim } = await import('@surety/core/chain');
  const claim = citingClaim(of);
  if (claim === undefined) return { ok: true, value: 'not cited' };
  const links = [...before.value, { name: relative(root, folder) || '.', case: of, measures, claim }];
  return { ok: true, value: await during(session, 'Following the chain', () => assessChain(links, options)) };
}
