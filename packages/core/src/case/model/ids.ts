/** An element's id, unique in the case: `G1`, or `G1@module` for an element of a named module. */
export type ElementId = string;

export type OutcomeId = string;

export type SubsystemId = string;

export type EvidenceId = string;

export type QuantityName = string;

/** A calendar date `YYYY-MM-DD`. */
export type IsoDate = string;
