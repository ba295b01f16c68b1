import type { Fact } from '../../catalogue/index.js';

/** A whole case to start from: a sketch in which every hole is marked. */
export interface CaseTemplate {
  /** As `surety init --template` takes it. */
  readonly name: string;
  readonly title: string;
  /** For whom it is: what is true of the system or the decision where this one is to be taken. Goes on after "where". */
  readonly takeWhere: string;
  /** How the argument goes, and where that comes from. The words are ours. */
  readonly idea: Fact<string>;
  /** The text of `case.yaml`; id, title and window are set when it is written. */
  readonly text: string;
}
