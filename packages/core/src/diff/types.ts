import type {
  Case,
  CaseStatus,
  DependenceGroup,
  Dismissal,
  Edge,
  Element,
  ElementId,
  Evidence,
  FmeaRow,
  Indicator,
  Interaction,
  Module,
  Outcome,
  Path,
  Pattern,
  Quantity,
  RiskCase,
  SignOff,
  Subsystem,
  Waiver,
} from '../case/index.js';

export { linkKey } from '../case/index.js';

/** What happened to an element or an entry between two states of a case. */
export type ChangeKind = 'added' | 'removed' | 'moved' | 'changed';

/**
 * What became of a case, as plain data. Where text stands in its files (origins) is no part of it. Wherever an element
 * has another id in the later state, it goes by that one, also in what is said of the earlier state.
 */
export interface CaseDiff {
  readonly format: 'surety-diff/1';
  readonly before: CaseHead;
  readonly after: CaseHead;
  readonly renamed: readonly Rename[];
  /** In the order of the later state, removed ones behind what stood before them. */
  readonly elements: readonly ElementChange[];
  /** Every link that came or went, and links of elements of both states that were changed or stand in another order. */
  readonly links: readonly LinkChange[];
  /** What the case says once: title, status, policy, decision, chain, …; the path starts at the case. */
  readonly fields: readonly FieldChange[];
  /** What it says in lists, by section. */
  readonly entries: readonly EntryChange[];
}

export interface CaseHead {
  readonly id: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly contentHash: string;
}

/** An element that has another id now, and how that is known (`find-renames.ts`). */
export interface Rename {
  readonly from: ElementId;
  readonly to: ElementId;
  readonly by: 'content' | 'similarity';
  /** From the bound of `find-renames.ts` to 1. */
  readonly similarity: number;
}

/** A value at a path that differs; `before` or `after` is absent where nothing was, or is, said. */
export interface FieldChange {
  readonly path: Path;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The words of a text that came and went. */
  readonly words?: readonly WordHunk[];
}

/** The kept and the removed hunks together are the text before, the kept and the added ones the text after. */
export interface WordHunk {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What happened to one entry of a list whose entries have keys. Places count from 0. */
export type ListChange<T> =
  | { readonly change: 'added'; readonly key: string; readonly at: number; readonly value: T }
  | { readonly change: 'removed'; readonly key: string; readonly was: number; readonly value: T }
  | {
      readonly change: 'moved';
      readonly key: string;
      readonly was: number;
      readonly at: number;
      readonly fields: readonly [];
    }
  | {
      readonly change: 'changed';
      readonly key: string;
      /** Its places, where it also stands elsewhere among those that stayed. */
      readonly was?: number;
      readonly at?: number;
      readonly fields: readonly FieldChange[];
    };

export type ElementChange =
  | { readonly change: 'added'; readonly id: ElementId; readonly at: number; readonly element: Element }
  | { readonly change: 'removed'; readonly id: ElementId; readonly was: number; readonly element: Element }
  | {
      /** `moved` where nothing but its place is another. */
      readonly change: 'moved' | 'changed';
      readonly id: ElementId;
      readonly moved?: Move;
      /** All but its module and its links to support and context. */
      readonly fields: readonly FieldChange[];
    };

/** Where an element went; at least one is present. */
export interface Move {
  /** What it stands under, where it left something and came under something else. */
  readonly parents?: { readonly before: readonly ParentLink[]; readonly after: readonly ParentLink[] };
  readonly module?: { readonly before?: string; readonly after?: string };
  /** Its place among its siblings, under parents that it kept. */
  readonly order?: readonly (ParentLink & { readonly was: number; readonly at: number })[];
  /** Its place among all elements of the text. */
  readonly text?: { readonly was: number; readonly at: number };
}

export interface ParentLink {
  readonly parent: ElementId;
  readonly kind: 'supportedBy' | 'inContextOf' | 'answeredBy';
}

export type LinkKind =
  | 'supportedBy'
  | 'inContextOf'
  /** From a challenge to what it challenges. */
  | 'challenges'
  /** From a challenge to its answer. */
  | 'answeredBy'
  /** From the element with an assurance claim point to the goal that argues it. */
  | 'confidence';

export interface LinkChange {
  readonly kind: LinkKind;
  readonly from: ElementId;
  /** An element's id (of a second link of the kind to the same one: `Sn1 (2)`); for a challenge to a link, `G2 -> Sn1`. */
  readonly to: string;
  /** `moved`: it stands in another order among the links of its kind. */
  readonly change: ChangeKind;
  /** The assurance claim point of a `confidence` link. */
  readonly point?: string;
  /** Places among the links of its kind; support and context only. */
  readonly was?: number;
  readonly at?: number;
  /** The link itself, where it came or went; support and context only. */
  readonly edge?: Edge;
  readonly fields?: readonly FieldChange[];
}

/** Lists of a case, by name, with what stands in them. `elements` are apart. */
export interface Sections {
  readonly outcomes: Outcome;
  readonly system: Subsystem;
  readonly riskCases: RiskCase;
  readonly quantities: Quantity;
  readonly evidence: Evidence;
  readonly interactions: Interaction;
  readonly dismissed: Dismissal;
  readonly dependence: DependenceGroup;
  readonly indicators: Indicator;
  readonly waivers: Waiver;
  readonly signoffs: SignOff;
  readonly modules: Module;
  readonly patterns: Pattern;
  readonly fmea: FmeaRow;
}

export type SectionName = keyof Sections;

export type EntryChange = {
  readonly [Name in SectionName]: { readonly section: Name } & ListChange<Sections[Name]>;
}[SectionName];

/** What a diagram needs to draw a comparison: everything of both states, and what happened to each part. */
export interface DiffMarks {
  /** The later state with what was removed from the earlier one put back in its place. */
  readonly union: Case;
  readonly elements: ReadonlyMap<ElementId, ChangeKind>;
  /** Links that were added or removed, by `linkKey`. */
  readonly links: ReadonlyMap<string, 'added' | 'removed'>;
}
