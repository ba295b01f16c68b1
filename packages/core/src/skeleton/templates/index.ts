export { fillTemplate, type TemplateValues } from './fill-template.js';
export { templatesMarkdown } from './markdown.js';
export type { CaseTemplate } from './template.js';
export { caseTemplates } from './templates.js';
