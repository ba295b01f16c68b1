import { assessChain, citingClaim } from '@surety/core/chain';
import { type Loaded, wholeCase } from '../loaded.js';

/** The generations up to this case; nothing where it stands in no chain, or no outcome rests on what it cites. */
export function chainOf(loaded: Loaded) {
  const { case: of } = wholeCase(loaded);
  const { previous, measures } = loaded.input.evidence;
  const claim = citingClaim(of);
  if (previous === undefined || claim === undefined) return undefined;
  return assessChain([...previous, { name: loaded.input.folder || '.', case: of, measures, claim }], loaded.input);
}
