/** Zip archives within bounds. */
export { type Archive, openArchive } from './archive.js';
export type { Member } from './member.js';
