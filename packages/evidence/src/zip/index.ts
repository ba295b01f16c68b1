/** Zip archives within bounds. */
export { type Archive, type Member, openArchive } from './archive.js';
