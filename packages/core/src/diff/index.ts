export { type ChangeKind, type DiffMarks, linkKey } from './types.js';
