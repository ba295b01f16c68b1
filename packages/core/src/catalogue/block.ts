import type { Category } from '../case/index.js';
import type { Fact } from './fact.js';
import type { Practicality, Scalability, Strength } from './levels.js';

/** A claim below the top of a block; `{system}`, `{outcome}` and the block's own parameters are filled in. */
export interface Subclaim {
  /** Short and stable: the ids of what is added are made from it. */
  readonly key: string;
  readonly text: string;
  /** An assumption is cited as context and has an owner; a goal is to be developed. Default: a goal. */
  readonly kind?: 'goal' | 'assumption';
  /** Another category than the block's own: the watchdog of a control argument is argued to be trustworthy. */
  readonly category?: Category;
  /** Parameter that names the subsystem which the claim is about, where that is not the block's own. */
  readonly about?: string;
  readonly provenance: Fact<string>['provenance'];
}

/** A defeater that this kind of argument is usually met with; ready to be raised as a challenge. */
export interface Defeater {
  readonly text: string;
  /** Key of the sub-claim that it hits; the top where absent. */
  readonly against?: string;
  readonly source: string;
}

export interface Parameter {
  readonly name: string;
  /** What it stands for, as a question to the writer. */
  readonly text: string;
  readonly example: string;
  /** What is given is the id of a subsystem of the case. */
  readonly names?: 'subsystem';
}

/** A building-block argument (section 5 and figure 3 of the paper). */
export interface BuildingBlock {
  /** As a case writes it at `block:`. */
  readonly id: string;
  /** What ids of added elements are made of: `G-unable`. The id of the block where absent. */
  readonly short?: string;
  /** Other names that cases have used for it. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly category: Category;
  /** One or two sentences on how the argument goes. */
  readonly idea: string;
  /** Present on those that the caption of figure 3 names as ranking highest. */
  readonly ranksHighest?: Fact<true>;
  readonly practicality: Fact<Practicality>;
  readonly strength: Fact<Strength>;
  readonly scalability: Fact<Scalability>;
  /** Whether it cannot be made in full before more research is done. */
  readonly needsResearch: Fact<boolean>;
  /** `supporting`: its authors say that it may add to a case and may not carry it. */
  readonly role: Fact<'primary' | 'supporting'>;
  readonly parameters: readonly Parameter[];
  /** The claim at the top of the skeleton. */
  readonly claim: string;
  /** How the claim is argued: the strategy of the skeleton. */
  readonly strategy: string;
  readonly subclaims: readonly Subclaim[];
  /** The evidence it needs. */
  readonly evidence: readonly string[];
  readonly defeaters: readonly Defeater[];
  readonly literature: readonly string[];
}
