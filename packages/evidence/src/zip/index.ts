/** Zip archives within bounds. */
export { type Archive, openArchive } from './archive.js';
export { expand } from './expand.js';
export type { ArchiveFile, Member } from './member.js';
