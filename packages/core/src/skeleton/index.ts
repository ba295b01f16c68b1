/** Argument that is written for a writer: building blocks put into a case and taken out again, whole cases to start from. */
export { type Added, type AddRequest, addBlock } from './add-block.js';
export { type BlockPatternOptions, blockPattern } from './block-pattern.js';
export { takenOf } from './free-stem.js';
export { type Refusal, refuse, refuseUnknown } from './refusal.js';
export { type Removed, removeElements, removeSubtree } from './remove-subtree.js';
export { ownBelow } from './subtree.js';
export { addLink, removeLink } from './support.js';
export {
  type CaseTemplate,
  caseTemplates,
  fillTemplate,
  type TemplateValues,
  templatesMarkdown,
} from './templates/index.js';
export { type CaseTextFile, openTexts, type Texts } from './texts.js';
export { yamlOf } from './yaml-of.js';
