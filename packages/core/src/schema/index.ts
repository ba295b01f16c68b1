/** The schema of the text of a case: the one declaration that types, checks, completion and manual are made from. */
export {
  type CaseText,
  type caseText,
  moduleText,
  type SectionName,
  sectionNames,
  sections,
  toJsonSchema,
} from './case-text.js';
export type { DistributionText, DoubtText, OpinionText, QuantityText } from './doubt.js';
export { type ElementText, elementText, type NestedText, type ReferencesText } from './element.js';
export { idPattern, quantityNamePattern, readBound, readLink } from './parts.js';
