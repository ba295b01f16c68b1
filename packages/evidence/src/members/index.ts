/** Members of an archive as JSON, read by several threads where there is much to read. */
export { type MemberReader, memberReader } from './member-reader.js';
export { readMember } from './read-member.js';
