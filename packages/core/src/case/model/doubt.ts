import type { Origin } from '../origin.js';
import type { Confidential } from './confidential.js';
import type { EvidenceId, IsoDate, QuantityName } from './ids.js';

/** A doubt that somebody stated: one opinion, or several experts to be pooled linearly. Never empty. */
export interface StatedDoubt {
  readonly opinions: readonly Opinion[];
  readonly origin: Origin;
}

export interface Opinion {
  readonly value: DoubtValue;
  readonly by?: string;
  readonly date?: IsoDate;
  readonly because?: string;
  readonly origin: Origin;
}

export type DoubtValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'distribution'; readonly distribution: TextDistribution }
  | { readonly kind: 'quantity'; readonly name: QuantityName };

/** A distribution as the text states it. `between` is a 90 % interval: lognormal where lo > 0, else normal. */
export type TextDistribution =
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'between'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'pert'; readonly min: number; readonly mode: number; readonly max: number };

export interface Quantity {
  readonly name: QuantityName;
  readonly unit?: string;
  readonly because?: string;
  readonly definition:
    | { readonly kind: 'number'; readonly value: number }
    | { readonly kind: 'distribution'; readonly distribution: TextDistribution }
    | { readonly kind: 'evidence'; readonly evidence: EvidenceId }
    /** `origin` is where the expression's text stands. */
    | { readonly kind: 'expression'; readonly text: string; readonly origin: Origin };
  readonly confidential?: Confidential;
  readonly origin: Origin;
}
