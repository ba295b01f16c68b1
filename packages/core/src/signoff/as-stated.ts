import { type CaseLookup, lookup } from '../case/index.js';

/** What sign-offs are held against: the case as its text states it, with the sign-offs that are asked about. */
export function asStated(of: CaseLookup): CaseLookup {
  const { stated, review } = of.case;
  return stated === undefined ? of : lookup({ ...stated, review });
}
