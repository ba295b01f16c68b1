/** Doubts on a logarithmic axis. Places run from 0 (left end) to 1 (right end). */
export interface Plot {
  /** All that the drawing says, as a sentence. */
  readonly alternative: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly threshold?: { readonly at: number; readonly label: string };
  /** How the declared doubt is spread over the trials: heights from 0 to 1, from left to right. */
  readonly density?: readonly { readonly at: number; readonly height: number }[];
  readonly lanes: readonly Lane[];
}

/** One of the three doubts. */
export interface Lane {
  readonly name: 'declared' | 'independent' | 'bound';
  readonly label: string;
  /** The 5 to 95 % band in words. */
  readonly spread?: string;
  readonly from: number;
  readonly to: number;
  /** The 5 to 95 % band, where there is one. */
  readonly band?: { readonly from: number; readonly to: number };
}
