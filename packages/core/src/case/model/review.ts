import type { Origin } from '../origin.js';
import type { ElementId, IsoDate } from './ids.js';

export interface Review {
  readonly required: readonly string[];
  readonly signoffs: readonly SignOff[];
  /** Keys that persons sign with: whoever has one must sign with it. */
  readonly keys?: readonly { readonly who: string; readonly path: string; readonly origin: Origin }[];
  /** File of the SSH keys that may sign commits; then every sign-off without a statement must stand in such a commit. */
  readonly allowedSigners?: { readonly path: string; readonly origin: Origin };
  /** Of the list of required roles, where there is one. */
  readonly origin?: Origin;
}

export interface SignOff {
  readonly role: string;
  readonly who: string;
  readonly date?: IsoDate;
  readonly of: string;
  /** The element whose subtree was signed; absent: the whole case. */
  readonly element?: ElementId;
  readonly statement?: string;
  /** File of the signed statement (a DSSE envelope). */
  readonly signature?: string;
  /** What was found of its signature; whoever reads the files adds it. */
  readonly check?: SignatureCheck;
  readonly origin: Origin;
}

/** `by`: who signed, in words; `why`: why the signature does not hold. */
export type SignatureCheck =
  | { readonly kind: 'verified'; readonly by: string }
  | { readonly kind: 'refused'; readonly why: string };
