import { type Case, lookup } from '@surety/core/case';
import { signOffsOf } from '@surety/core/signoff';
import { listed } from '../render/text.js';
import { isSame, type SignRecord } from './record.js';

/** Why an assessor would be no outsider once the record stands: the signer, or one who signed before. */
export function dependentAssessor(of: Case, record: SignRecord): string | undefined {
  const others = of.review.signoffs.filter((one) => !isSame(one, record));
  const signoffs = [...others, { ...record, origin: of.origin }];
  const given = signOffsOf(lookup({ ...of, review: { ...of.review, signoffs } })).given;
  const before = new Map(
    signOffsOf(lookup({ ...of, review: { ...of.review, signoffs: others } })).given.map((one) => [
      one.signOff,
      one.ownWork.length,
    ]),
  );
  const spoilt = given.find(({ signOff, ownWork }) => ownWork.length > (before.get(signOff) ?? 0));
  if (spoilt === undefined) return undefined;
  const { who, role } = spoilt.signOff;
  return `${who} cannot sign as ${role} what they had a hand in: ${who} ${listed(spoilt.ownWork.map(({ what }) => what))}`;
}
