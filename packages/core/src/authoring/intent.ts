import type {
  Category,
  ElementId,
  ElementType,
  EvidenceId,
  Exposure,
  IsoDate,
  OutcomeId,
  QuantityName,
  Relation,
  ResultName,
  SubsystemId,
} from '../case/index.js';
import type { Json, NameKind } from '../language/edit/index.js';
import type { DistributionText, DoubtText } from '../schema/index.js';
import type { AddRequest } from '../skeleton/index.js';

/** What somebody wants to change of a case, as plain JSON. Ids are those of the case: `G1`, or `G1@module`. */
export type Intent =
  | AddElement
  | Connect
  | Disconnect
  | MoveElement
  | Reorder
  | SetText
  | SetField
  | SetUndeveloped
  | Retype
  | Rename
  | DeleteElement
  | DeleteSubtree
  | SetDoubt
  | SetEvidence
  | SetCombine
  | SetQuantity
  | SetThreshold
  | SetExposure
  | SetWindow
  | ApplyWhatIf
  | AddEvidence
  | RaiseChallenge
  | AnswerChallenge
  | AcceptChallenge
  | WithdrawChallenge
  | SignOffCase
  | Waive
  | AddBlock
  | UsePattern
  | SplitOut
  | Batch;

/** A new element; below `under` where that is given, and else at the end of the argument. */
export interface AddElement {
  readonly kind: 'add';
  readonly type: ElementType;
  readonly text: string;
  readonly under?: ElementId;
  /** Without it, `inContextOf` for contexts, assumptions and justifications, and `supportedBy` for the others. */
  readonly relation?: Relation;
  /** Its place among those that `under` refers to by the relation; at the end without it. */
  readonly place?: number;
  /** Id in its module; without it the next one that is free, in the manner of the case. */
  readonly id?: string;
  readonly category?: Category;
  readonly subsystem?: SubsystemId;
  readonly outcome?: OutcomeId;
  readonly owner?: string;
}

export interface Connect {
  readonly kind: 'connect';
  readonly from: ElementId;
  readonly to: ElementId;
  /** Without it, the one that the type of `to` allows. */
  readonly relation?: Relation;
  readonly place?: number;
}

export interface Disconnect {
  readonly kind: 'disconnect';
  readonly from: ElementId;
  readonly to: ElementId;
}

/** An element goes from one parent to another; all else of it stays. */
export interface MoveElement {
  readonly kind: 'move';
  readonly element: ElementId;
  /** The parent that it leaves; needed where it has several. */
  readonly from?: ElementId;
  readonly to: ElementId;
  readonly place?: number;
}

/** Another place among what `under` refers to by the same relation; counts from 0. */
export interface Reorder {
  readonly kind: 'reorder';
  readonly under: ElementId;
  readonly element: ElementId;
  readonly place: number;
}

export interface SetText {
  readonly kind: 'setText';
  readonly element: ElementId;
  readonly text: string;
}

/** A key of an element that holds a name, a text or a flag; null takes it away. */
export interface SetField {
  readonly kind: 'setField';
  readonly element: ElementId;
  readonly field: 'owner' | 'category' | 'subsystem' | 'outcome' | 'block' | 'indicator' | 'url' | 'public';
  readonly value: string | boolean | null;
}

export interface SetUndeveloped {
  readonly kind: 'setUndeveloped';
  readonly element: ElementId;
  readonly undeveloped: boolean;
}

/** Another type. The id is kept and `type` stated where it must be; with `id` the element is renamed in the same step. */
export interface Retype {
  readonly kind: 'retype';
  readonly element: ElementId;
  readonly type: ElementType;
  readonly id?: string;
}

/** Another name for a thing of the case, wherever it is named. */
export interface Rename {
  readonly kind: 'rename';
  readonly from: string;
  readonly to: string;
  readonly what?: NameKind;
}

/**
 * An element alone. `reconnect` (without anything): what it rested on and its context go to its parents, where that
 * keeps the meaning; `leave`: they stay without it.
 */
export interface DeleteElement {
  readonly kind: 'delete';
  readonly element: ElementId;
  readonly children?: 'reconnect' | 'leave';
}

/** An element with all that only it uses. */
export interface DeleteSubtree {
  readonly kind: 'deleteSubtree';
  readonly element: ElementId;
}

/** A stated doubt as the text has it; null takes it away. `strength` is that of a challenge. */
export interface SetDoubt {
  readonly kind: 'setDoubt';
  readonly element: ElementId;
  readonly of: 'doubt' | 'inference' | 'strength';
  readonly doubt: DoubtText | null;
}

/** The evidence that a leaf cites, and what it requires of it; null takes both away. */
export interface SetEvidence {
  readonly kind: 'setEvidence';
  readonly element: ElementId;
  readonly evidence: EvidenceId | null;
  /** Without it, what stands there stays; null takes it away. */
  readonly requires?: RequirementText | null;
}

export type RequirementText = Readonly<Partial<Record<ResultName, string>>> & {
  readonly margin?: number;
  readonly because?: string;
};

/** How support combines, and for `any` and `atLeast` how the legs depend on each other (null: undeclared, without: as it is). */
export interface SetCombine {
  readonly kind: 'setCombine';
  readonly element: ElementId;
  readonly combine: 'all' | 'any' | { readonly atLeast: number };
  readonly dependence?:
    | { readonly beta: number; readonly because?: string }
    | { readonly independent: true; readonly because: string }
    | null;
}

/** The value of a quantity: a number, an expression or a distribution. Its unit stays, and its reason without another. */
export interface SetQuantity {
  readonly kind: 'setQuantity';
  readonly name: QuantityName;
  readonly value: number | string | DistributionText;
  readonly because?: string;
  readonly unit?: string;
}

export interface SetThreshold {
  readonly kind: 'setThreshold';
  readonly outcome: OutcomeId;
  readonly probability: number;
  readonly criterion?: 'mean' | 'p50' | 'p95';
}

export interface SetExposure {
  readonly kind: 'setExposure';
  readonly axis: keyof Exposure;
  /** Null takes it away. */
  readonly value: number | null;
}

export interface SetWindow {
  readonly kind: 'setWindow';
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Values that were tried out, written into the text with the reason. */
export interface ApplyWhatIf {
  readonly kind: 'applyWhatIf';
  readonly changes: readonly WhatIfChange[];
  readonly because: string;
  /** Who states them, and when; without these, whoever makes the change, on the day that it is made. */
  readonly by?: string;
  readonly date?: IsoDate;
}

export type WhatIfChange =
  /** `leaf` is an element, `G2.inference`, or a challenge (its strength). */
  | { readonly kind: 'doubt'; readonly leaf: string; readonly value: number }
  | { readonly kind: 'quantity'; readonly name: QuantityName; readonly value: number | DistributionText }
  /** `at` is an element with legs, or the name of a group. */
  | { readonly kind: 'beta'; readonly at: string; readonly value: number }
  | { readonly kind: 'exposure'; readonly axis: keyof Exposure; readonly value: number }
  | { readonly kind: 'threshold'; readonly outcome: OutcomeId; readonly value: number };

/** A piece of evidence, and the leaf that cites it, where there is one already. */
export interface AddEvidence {
  readonly kind: 'addEvidence';
  readonly id: EvidenceId;
  /** The keys of an entry of `evidence`, as the text has them: source, reader, about, measure, … */
  readonly entry: { readonly [key: string]: Json };
  readonly citedBy?: ElementId;
  readonly requires?: RequirementText;
}

export interface RaiseChallenge {
  readonly kind: 'challenge';
  /** An element, or the link between two. */
  readonly against: ElementId | { readonly from: ElementId; readonly to: ElementId };
  readonly text: string;
  readonly id?: string;
  readonly raisedBy?: string;
  readonly date?: IsoDate;
  readonly strength?: DoubtText;
  readonly blocking?: boolean;
}

/** The answer is an element that is there, or a new goal, which is undeveloped where no doubt is stated. */
export interface AnswerChallenge {
  readonly kind: 'answer';
  readonly challenge: ElementId;
  readonly by: ElementId | { readonly text: string; readonly id?: string; readonly doubt?: DoubtText };
}

/** The challenge is right. The reason is written as that of its strength, which is 1. */
export interface AcceptChallenge {
  readonly kind: 'accept';
  readonly challenge: ElementId;
  readonly because?: string;
}

/** Whoever raised it takes it back: the challenge goes, with what only it uses. */
export interface WithdrawChallenge {
  readonly kind: 'withdraw';
  readonly challenge: ElementId;
}

/** A signature under the case, or an element with all that it rests on, as it stands. */
export interface SignOffCase {
  readonly kind: 'signOff';
  readonly role: string;
  readonly who?: string;
  readonly date?: IsoDate;
  readonly element?: ElementId;
  /** What was signed; refused where that is not what stands there now. */
  readonly of?: string;
  readonly statement?: string;
}

export interface Waive {
  readonly kind: 'waive';
  readonly rule: string;
  readonly at?: string;
  readonly because: string;
  readonly by?: string;
  readonly until: IsoDate;
}

export interface AddBlock extends AddRequest {
  readonly kind: 'addBlock';
}

/** An instance of a pattern of the case, below an element. */
export interface UsePattern {
  readonly kind: 'usePattern';
  readonly pattern: string;
  readonly with: Readonly<Record<string, string | number | readonly (string | number)[]>>;
  readonly under?: ElementId;
  readonly place?: number;
  readonly id?: string;
  readonly keep?: readonly string[];
  readonly omit?: readonly string[];
}

/** An element with all that only it uses becomes a module in a file of its own. */
export interface SplitOut {
  readonly kind: 'splitOut';
  readonly element: ElementId;
  /** Path of the new file, as the case's files are named. */
  readonly file: string;
  readonly module: string;
  readonly brief?: string;
}

/** A change that is no batch of others. */
export type OneIntent = Exclude<Intent, Batch>;

/** Several changes as one: each sees what those before it made, and all of them happen or none. */
export interface Batch {
  readonly kind: 'batch';
  /** In words; without it, what the changes are. */
  readonly what?: string;
  readonly intents: readonly OneIntent[];
}
