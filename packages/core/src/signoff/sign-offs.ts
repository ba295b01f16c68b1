import {
  type Case,
  type CaseLookup,
  type ElementId,
  memo,
  type Outcome,
  type OutcomeId,
  type SignOff,
} from '../case/index.js';
import { asStated } from './as-stated.js';
import { type OwnWork, ownWork, samePerson } from './independence.js';
import { type Subtree, subtreesOf } from './subtree.js';
import { hashOf } from './subtree-hash.js';

/** A sign-off held against what stands in the text now. */
export interface GivenSignOff {
  readonly signOff: SignOff;
  /** `gone`: the element that was signed is no longer there. */
  readonly state: 'current' | 'stale' | 'gone';
  /** What a sign-off of the same thing would be `of` today; absent where it is gone. */
  readonly now?: string;
  /** What the signer, an assessor, had a hand in; such a sign-off does not count. */
  readonly ownWork: readonly OwnWork[];
  /** Why it does not count although it may be of the present content: the case asks for a signature, and none holds. */
  readonly unsigned?: string;
}

/** A role that has to sign, and for which outcome. */
export interface RequiredSignOff {
  readonly role: string;
  /** Place of the role in `review.required`. */
  readonly index: number;
  /** Absent where the case has no outcome: then the whole case has to be signed. */
  readonly outcome?: OutcomeId;
  /** What may be signed besides the whole case. */
  readonly claim?: ElementId;
  readonly state: 'signed' | 'stale' | 'not independent' | 'missing';
  /** The sign-offs that make it so; of a missing one those whose signature does not hold. */
  readonly by: readonly GivenSignOff[];
}

export interface SignOffs {
  readonly given: readonly GivenSignOff[];
  readonly required: readonly RequiredSignOff[];
}

/**
 * The sign-offs of a case and what they leave to be signed. A role counts for an outcome if somebody signed, in that
 * role, the present content of the whole case, of the outcome's claim, or of an element that rests on the claim.
 */
export function signOffsOf(variant: CaseLookup): SignOffs {
  const lookup = asStated(variant);
  const { case: of } = lookup;
  const subtreeOf = subtreesOf(lookup);
  const hash = memo((element: ElementId) => hashOf(lookup, subtreeOf(element)));
  const given = of.review.signoffs.map((signOff): GivenSignOff => {
    const { element } = signOff;
    const subtree = element === undefined ? undefined : subtreeOf(element);
    const gone = element !== undefined && lookup.element(element) === undefined;
    const now = element === undefined ? wholeCaseHash(of) : hash(element);
    return {
      signOff,
      state: gone ? 'gone' : signOff.of === now ? 'current' : 'stale',
      ...(gone ? {} : { now }),
      ownWork: ownWork(lookup, signOff, subtree),
      ...unsigned(of.review, signOff),
    };
  });
  const outcomes: readonly (Outcome | undefined)[] = of.outcomes.length === 0 ? [undefined] : of.outcomes;
  const required = of.review.required.flatMap((role, index) =>
    outcomes.map((outcome) => {
      const bearing = given.filter(({ signOff, state }) => {
        if (signOff.role !== role || state === 'gone') return false;
        return signOff.element === undefined || isAbove(subtreeOf(signOff.element), outcome?.claim);
      });
      return { role, index, ...about(outcome), ...judged(bearing) };
    }),
  );
  return { given, required };
}

/** What a sign-off of the whole case is `of`. */
export function wholeCaseHash({ contentHash }: Case): string {
  return `sha256:${contentHash}`;
}

/**
 * A signature is asked for where the case pins a key of the person, where the record names a signature, and of everybody
 * where the case pins the keys that may sign commits. What nobody checked does not hold.
 */
function unsigned({ keys = [], allowedSigners }: Case['review'], signOff: SignOff): Pick<GivenSignOff, 'unsigned'> {
  const { who, signature, check } = signOff;
  const asked = signature !== undefined || allowedSigners !== undefined || keys.some((key) => samePerson(key.who, who));
  if (!asked || check?.kind === 'verified') return {};
  return { unsigned: check?.why ?? 'its signature was not checked' };
}

function isAbove({ elements }: Subtree, claim: ElementId | undefined): boolean {
  return claim !== undefined && elements.has(claim);
}

function about(outcome: Outcome | undefined): Pick<RequiredSignOff, 'outcome' | 'claim'> {
  if (outcome === undefined) return {};
  return { outcome: outcome.id, ...(outcome.claim === undefined ? {} : { claim: outcome.claim }) };
}

function judged(bearing: readonly GivenSignOff[]): Pick<RequiredSignOff, 'state' | 'by'> {
  const current = bearing.filter(({ state }) => state === 'current');
  const signed = current.filter((one) => one.unsigned === undefined);
  const counting = signed.filter((one) => one.ownWork.length === 0);
  if (counting.length > 0) return { state: 'signed', by: counting };
  // A signature that does not hold is none, whoever it is said to be of.
  if (signed.length === 0 && current.length > 0) return { state: 'missing', by: current };
  if (current.length > 0) return { state: 'not independent', by: current };
  if (bearing.length > 0) return { state: 'stale', by: bearing };
  return { state: 'missing', by: [] };
}
