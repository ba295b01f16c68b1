export { type TextCode, textCodes } from './codes.js';
export { locate, nodeRange, openDocument, type TextDocument } from './document.js';
export { typeByPrefix } from './element-type.js';
export { type LineTable, lineTable } from './lines.js';
export { type Parsed, type ParseOptions, parse, type Readable, type TextFile, usedFiles } from './parse.js';
export { resolvePath } from './paths.js';
export type { TextDiagnostic } from './source.js';
