import type { Origin } from '../origin.js';
import type { ElementId, OutcomeId, QuantityName, SubsystemId } from './ids.js';
import type { InteractionKind, SubsystemKind } from './kinds.js';

export interface Subsystem {
  readonly id: SubsystemId;
  readonly kind: SubsystemKind;
  readonly model?: { readonly name?: string; readonly digest?: string; readonly version?: string };
  readonly copies?: number;
  readonly count?: number;
  readonly capability?: number;
  readonly access: {
    readonly read: readonly SubsystemId[];
    readonly write: readonly SubsystemId[];
    readonly network?: string;
    readonly weights?: string;
  };
  readonly watches: readonly SubsystemId[];
  readonly auditFraction?: number;
  readonly owner?: string;
  readonly text?: string;
  readonly origin: Origin;
}

export interface Interaction {
  readonly kind: InteractionKind;
  readonly between: readonly SubsystemId[];
  readonly outcome: OutcomeId;
  readonly arguedBy?: ElementId;
  /** Its probability in the window; the doubt of a leaf below what argues it (rules see to that). */
  readonly quantity?: QuantityName;
  /** Entries of the catalogue: what they could pursue together, and why they might. */
  readonly strategies: readonly string[];
  readonly reasons: readonly string[];
  readonly dismissed?: string;
  readonly origin: Origin;
}

export interface Dismissal {
  readonly subsystem: SubsystemId;
  readonly outcome: OutcomeId;
  readonly because?: string;
  readonly origin: Origin;
}

/** A declared common cause; members are leaves: an element's id, or `G2.inference`. */
export interface DependenceGroup {
  readonly name: string;
  readonly members: readonly { readonly leaf: string; readonly origin: Origin }[];
  readonly beta: number;
  readonly because?: string;
  readonly origin: Origin;
}
