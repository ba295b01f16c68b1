import { DEFAULT_LIMITS, type Limits } from '@surety/engine';
import type { Case } from '../case/index.js';
import { lookup } from '../case/index.js';
import { buildArgument } from './argument.js';
import { doubtsOfClaim } from './claim.js';
import { findGroups } from './groups.js';
import { quantify } from './quantify.js';

/** The doubts of `G0` in a case with point doubts only, straight through the parts of `doubt/`. */
export function solve(of: Case, limits: Limits = DEFAULT_LIMITS) {
  const argument = buildArgument(lookup(of), ['G0'], {
    transfers: () => undefined,
    evidenceBehind: () => [],
    beyondLimit: () => false,
  });
  const doubts = argument.leaves.map((leaf) => {
    if (leaf.source.kind === 'certain') return 1;
    const value = leaf.source.kind === 'stated' ? leaf.source.doubt.opinions[0]?.value : undefined;
    if (value?.kind !== 'number') throw new Error('point doubts only');
    return value.value;
  });
  const origins = argument.leaves.map(() => ({ evidence: [] }));
  const { groups } = findGroups(of, argument, origins, {});
  const root = argument.nodeOf.get('G0') as number;
  const quantified = quantify(argument, [root], { doubts, groups, sharedSources: [], randomisations: 16, limits });
  return { argument, quantified, root, claim: doubtsOfClaim(quantified, root, [...argument.nodeOf.values()]) };
}
