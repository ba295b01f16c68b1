/** A case from a folder to its assessment: text, evidence, signatures and chain, for the command and for the server. */

export { filePath, type Places, placeOf } from '../place.js';
export { assessable, assessCase, assessCaseInShort, assessChecked } from './assess-case.js';
export type {
  AssessedCase,
  CalledCase,
  CaseAssessedInShort,
  CaseText,
  CheckedCase,
  Loaded,
  Unusable,
} from './case-text.js';
export { checkCase, checkReadable, checkText, previousLinks, type TextOptions } from './check-case.js';
export type { Loading } from './loading.js';
export { measureText } from './measure-text.js';
export { parseCase, readCase, readWholeCase, withUsedFiles } from './read-case.js';
export { readingOf } from './reading.js';
export { statementDigest } from './statement-digest.js';
export { anyName, type FilesByFolder, foldersAt, watchedFiles, watchFolders } from './watch-files.js';
