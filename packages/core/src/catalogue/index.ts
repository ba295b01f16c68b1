/** Building blocks, categories and lists that a writer picks from, as data with provenance. */
export type { BuildingBlock, Defeater, Parameter, Subclaim } from './block.js';
export { blockOf, builtInCatalogue, type Catalogue, listNames } from './catalogue.js';
export type { CategoryEntry } from './categories.js';
export type { Entry } from './entry.js';
export { type Fact, fromLiterature, type Provenance, reconstructed } from './fact.js';
export type { InteractionEntry } from './interactions.js';
export { labelsOf } from './labels.js';
export {
  type Practicality,
  practicalities,
  type Scalability,
  type Strength,
  scalabilities,
  share,
  strengths,
} from './levels.js';
export { catalogueMarkdown, listsOf } from './markdown.js';
export { marksLegend, provenanceMarks } from './marks.js';
export { ranked, type Standing } from './rank.js';
export { type StepEntry, sixSteps } from './six-steps.js';
export { sixStepsMarkdown } from './six-steps-markdown.js';
