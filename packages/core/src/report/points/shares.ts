import type { Importance, LeafId, OutcomeAssessment } from '../../doubt/index.js';
import { formatShare } from '../numbers.js';
import type { WithheldShare } from '../redact/withheld.js';
import type { View } from '../view.js';

/** How much of an outcome's doubt would go if the leaf held. */
export interface LeafShare {
  readonly leaf: LeafId;
  /** `24 %`, or `10 to 25 %` where the leaf is withheld. */
  readonly text: string;
  /** Absent where the leaf is withheld. */
  readonly row?: Importance;
}

/** The leaves of an outcome by their share of its doubt, largest first; withheld ones stand where their range ends. */
export function leafShares({ withheld }: View, { id, importance }: OutcomeAssessment): readonly LeafShare[] {
  const hidden = (withheld?.leaves ?? []).flatMap(({ leaf, shares }) => {
    const share = shares.find(({ outcome }) => outcome === id);
    return share === undefined ? [] : [{ leaf, text: rangeText(share), order: share.to }];
  });
  const open = importance.map((row) => ({
    leaf: row.leaf,
    text: formatShare(row.fussellVesely),
    order: row.fussellVesely,
    row,
  }));
  if (hidden.length === 0) return open;
  return [...open, ...hidden].sort((a, b) => b.order - a.order);
}

/** `10 to 25 %`, `no more than 1 %`. */
export function rangeText({ from, to }: WithheldShare): string {
  return from === 0 ? `no more than ${formatShare(to)}` : `${100 * from} to ${formatShare(to)}`;
}
