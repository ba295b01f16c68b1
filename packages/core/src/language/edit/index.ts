/** Changes of case texts: edits as splices that touch nothing else, the house format, renames across files. */
export type { Change, EditResult, Json, Refusal } from './change.js';
export { edit } from './edit.js';
export { type EntryLines, entryLines, removeEntries } from './entry-lines.js';
export { type FormatCheck, type FormatResult, format, formatCheck } from './format.js';
export { keyPlace } from './key-place.js';
export { isPlainPath, isTextPath } from './plain-path.js';
export { type Qualifying, qualify } from './qualify.js';
export { type RenameOptions, rename } from './rename.js';
export { renameFitting } from './rename-fitting.js';
export type { Renamed, RenameResult } from './rename-thing.js';
export type { NameKind } from './shape.js';
export { applySplices } from './splice.js';
export { openWindow, type Window } from './window.js';
