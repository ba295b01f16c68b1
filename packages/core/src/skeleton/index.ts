/** Argument that is written for a writer: building blocks put into a case and taken out again, whole cases to start from. */
export { type Added, type AddRequest, addBlock } from './add-block.js';
export { type BlockPatternOptions, blockPattern } from './block-pattern.js';
export type { Refusal } from './refusal.js';
export { type Removed, removeSubtree } from './remove-subtree.js';
export {
  type CaseTemplate,
  caseTemplates,
  fillTemplate,
  type TemplateValues,
  templatesMarkdown,
} from './templates/index.js';
export type { CaseTextFile } from './texts.js';
export { yamlOf } from './yaml-of.js';
