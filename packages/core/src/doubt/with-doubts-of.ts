import type { LeafId } from './assessment.js';
import type { Prepared } from './prepare.js';
import { withDoubts } from './quantify.js';

/**
 * The same case with other doubts of some leaves, whatever the text says of them: what was built and compiled stays, legs
 * and groups are chosen anew by whoever asks. A leaf that is not there is left out of account.
 */
export function withDoubtsOf(prepared: Prepared, doubts: ReadonlyMap<LeafId, number>): Prepared {
  const { argument, quantified } = prepared;
  if (quantified === undefined || doubts.size === 0) return prepared;
  const byIndex = new Map([...doubts].map(([leaf, doubt]) => [argument.leafByName.get(leaf), doubt]));
  const changed = withDoubts(
    quantified,
    quantified.doubts.map((column, index) => byIndex.get(index) ?? column),
  );
  return { ...prepared, quantified: changed, written: changed.written };
}
