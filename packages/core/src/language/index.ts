export { type TextCode, textCodes } from './codes.js';
export { locate, nodeRange, openDocument, type TextDocument } from './document.js';
export { type Parsed, type ParseOptions, parse, type TextFile, usedFiles } from './parse.js';
export { resolvePath } from './paths.js';
export type { TextDiagnostic } from './source.js';
