import type { MeasureSpec } from '../measure-spec.js';
import type { Origin } from '../origin.js';
import type { Confidential } from './confidential.js';
import type { ElementId, EvidenceId, IsoDate, SubsystemId } from './ids.js';

export interface Evidence {
  readonly id: EvidenceId;
  /** Paths relative to the folder of the file that states them. */
  readonly sources: readonly { readonly path: string; readonly origin: Origin }[];
  readonly pool: boolean;
  readonly reader?: string;
  readonly by?: string;
  readonly about?: { readonly subsystem?: SubsystemId; readonly model?: string };
  readonly collected?: IsoDate;
  readonly expires?: IsoDate;
  readonly measure?: MeasureSpec;
  /** The claim that this evidence about another model version carries over. */
  readonly transfer?: ElementId;
  readonly attestation?: Attestation;
  /** Files of the keys that may have signed the attestation. */
  readonly keys: readonly string[];
  readonly trials: readonly string[];
  /** For fault trees as evidence. */
  readonly top?: string;
  readonly map: Readonly<Record<string, ElementId>>;
  readonly confidential?: Confidential;
  readonly origin: Origin;
}

/** A signed statement about the sources of a piece of evidence, and who may have made it. */
export interface Attestation {
  /** File of the statement: a DSSE envelope or a Sigstore bundle. */
  readonly path: string;
  /** File of the trusted root that a Sigstore bundle is held against. */
  readonly trustedRoot?: string;
  /** Who must have signed a Sigstore bundle: as the certificate names them, letter by letter. */
  readonly identity?: { readonly issuer: string; readonly subject: string };
  readonly origin: Origin;
}
