import { type Case, citedClaim, type Element, lookup, type Measures } from '../case/index.js';
import type { AssessOptions } from '../doubt/index.js';
import { listed } from '../shown/index.js';
import { generationsOf } from './generations.js';
import { sharingLeaves } from './shared.js';
import type { ChainLink } from './types.js';
import { withPrevious } from './with-previous.js';

/**
 * The case with the doubt of the claim that it cites, as the generations before give it. Without a chain it is what it was.
 */
export function citePrevious(of: Case, measures: Measures, before: readonly ChainLink[], options: AssessOptions): Case {
  const { chain } = of;
  if (chain === undefined || before.length === 0) return of;
  const last = generationsOf(before, options).at(-1)!;
  const [blocker] = last.blockers;
  const confidential = confidentialIn(before, blocker !== undefined);
  const common = { text: last.text, by: last.id, date: options.asOf, ...confidential };
  if (blocker !== undefined) {
    const because = `blocked in ${blocker.generation}: ${blocker.reason.text}`;
    return withPrevious(of, { ...common, because, unassessed: [], sharing: [] });
  }
  const unassessed = last.unassessed.map(({ generation, element }) => `${element} of ${generation}`);
  const because = [
    `Doubt of ${last.claim} in ${last.id}, with that of all generations before`,
    ...(unassessed.length === 0 ? [] : [`steps that nobody assessed count as sound: ${listed(unassessed)}`]),
  ].join('; ');
  const sharing = new Set(
    citingClaims(of).flatMap((claim) => sharingLeaves({ case: of, measures, claim }, before, options)),
  );
  return withPrevious(of, { ...common, doubt: last.doubt, because, unassessed, sharing: [...sharing] });
}

/** Not for every reader where the claim is not; what blocks may name any part of any case before. */
function confidentialIn(before: readonly ChainLink[], blocked: boolean): Pick<Element, 'confidential'> {
  const { case: of, claim } = before.at(-1)!;
  const found = (blocked ? before.flatMap((link) => link.case.elements) : of.elements).find(
    ({ id, confidential }) => confidential !== undefined && (blocked || confidential.subtree || id === claim),
  );
  return found?.confidential === undefined ? {} : { confidential: { ...found.confidential, subtree: false } };
}

/** The claim of a case that rests on what it cites: that of the first outcome for which this is so. */
export function citingClaim(of: Case): string | undefined {
  return citingClaims(of)[0];
}

function citingClaims(of: Case): readonly string[] {
  const index = lookup(of);
  const claims = [...new Set(of.outcomes.flatMap(({ claim }) => claim ?? []))];
  const { chain } = of;
  return chain === undefined ? claims : claims.filter((claim) => index.below([claim]).has(citedClaim(chain)));
}
