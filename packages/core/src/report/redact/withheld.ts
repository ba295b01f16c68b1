import type { OutcomeId } from '../../case/index.js';
import type { LeafId } from '../../doubt/index.js';

/** What a redacted report says of what it does not show. */
export interface Withheld {
  readonly items: readonly WithheldItem[];
  /** Names that are replaced by `[name 1]`, `[name 2]`, …. */
  readonly names: number;
  /** Whether sources of evidence and of indicators are withheld throughout. */
  readonly sources: boolean;
  /** Leaves whose numbers are withheld, with how much of each outcome's doubt runs through them. */
  readonly leaves: readonly { readonly leaf: LeafId; readonly shares: readonly WithheldShare[] }[];
  /** All of them together. */
  readonly shares: readonly WithheldShare[];
}

export interface WithheldItem {
  readonly kind: 'element' | 'evidence' | 'quantity';
  readonly id: string;
  readonly because?: string;
  /** The first 12 digits (hex) of the SHA-256 of its content: the same is had from an unredacted copy. */
  readonly digest: string;
  readonly shares: readonly WithheldShare[];
}

/** The share lies between these two; a narrower one would give numbers away. Shares of several leaves overlap. */
export interface WithheldShare {
  readonly outcome: OutcomeId;
  readonly from: number;
  readonly to: number;
}

const steps = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 1];

/** The step that a share lies in. */
export function coarse(outcome: OutcomeId, share: number): WithheldShare {
  const above = steps.findIndex((step) => step > 0 && share <= step);
  const at = above < 0 ? steps.length - 1 : above;
  return { outcome, from: steps[at - 1] ?? 0, to: steps[at] ?? 1 };
}
