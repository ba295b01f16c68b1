import type { Path } from '../case/index.js';
import type { CaseText, SectionName } from '../schema/index.js';
import type { Owner } from './owner.js';
import type { Source } from './source.js';
import type { MapNode, TextNode } from './tree.js';

/** A file whose text keeps to the schema, or what is left of it without what does not. */
export interface ValidFile {
  readonly source: Source;
  readonly root: MapNode;
  /** The sections as they are typed by the schema; of a bare argument, the section `argument` and `module`. */
  readonly data: CaseText;
  /** The tree of each section, in the order of the text. */
  readonly sections: readonly Section[];
  /** The whole file is an argument, as gsn2x has it: paths start at the elements. */
  readonly bare: boolean;
  /** Every file of the case is such an argument: ids are one name space over all of them. */
  readonly alone: boolean;
  /** Further attributes of its module, as gsn2x has them. */
  readonly information: Readonly<Record<string, string>>;
  /** What was taken out of it because it did not keep to the schema; nothing where the text has no errors. */
  readonly losses: readonly Loss[];
}

/** Something of a file that could not be read, and what it belongs to. */
export interface Loss {
  readonly owner: Owner;
  /** With it went something that leads to an element. */
  readonly links: boolean;
  /** Ids of further things that went with it. */
  readonly names: readonly string[];
}

export interface Section {
  readonly name: SectionName;
  readonly node: TextNode;
  readonly path: Path;
}

/** What was found in a file, before it is known whether all of it keeps to the schema. */
export type Found = Pick<ValidFile, 'data' | 'sections' | 'information'>;

/** Sections whose keys are ids. */
export const keyedSections: ReadonlySet<SectionName> = new Set([
  'outcomes',
  'system',
  'assumptions',
  'argument',
  'riskCases',
  'patterns',
  'quantities',
  'evidence',
  'indicators',
] as const);

/** What the files of a case have in common. */
export interface Common {
  /** Every file of the case is a bare argument. */
  readonly alone: boolean;
  /** Claim points of all bare arguments. */
  readonly points: ReadonlySet<string>;
}
