/** The schema of the text of a case: the one declaration that types, checks, completion and manual are made from. */

export {
  bareModuleText,
  type CaseText,
  moduleText,
  type SectionName,
  sectionNames,
  sections,
  toJsonSchema,
} from './case-text.js';
export { type CatalogueText, catalogueJsonSchema, catalogueText, type OwnBlockText } from './catalogue.js';
export type { ConfidentialText } from './confidential.js';
export type { DistributionText, DoubtText, OpinionText, QuantityText } from './doubt.js';
export {
  bareElementText,
  type ElementText,
  elementText,
  type NestedText,
  type ReferencesText,
  resultNames,
} from './element.js';
export { surelyKeepsTo } from './keeps-to.js';
export {
  idPattern,
  placeholderPattern,
  quantityNamePattern,
  readBound,
  readChoice,
  readLink,
  referencePattern,
} from './parts.js';
