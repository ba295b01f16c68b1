import { failed, ok, type Result } from '../problem.js';
import { shown } from '../text/index.js';
import type { ArchiveFile, Member } from './member.js';
import { readAt } from './read-at.js';

const signature = 0x04034b50;
const fixedBytes = 30;

/** Where a member's bytes start, once its own header agrees with the directory and its bytes lie inside the file. */
export function dataStart(file: ArchiveFile, member: Member): Result<number> {
  const damaged = (message: string, expected: string) =>
    failed({ code: 'zip-damaged', message, file: file.path, expected });
  const read = readAt(file, member.offset, Math.min(fixedBytes + member.rawName.length, file.size - member.offset));
  if (!read.ok) return read;
  const header = read.value;
  if (header.length < fixedBytes + member.rawName.length || header.readUInt32LE(0) !== signature) {
    return damaged(`the directory points at no member for ${shown(member.name)}`, 'a complete zip archive');
  }
  const nameBytes = header.readUInt16LE(26);
  const agrees =
    nameBytes === member.rawName.length &&
    header.subarray(fixedBytes).equals(member.rawName) &&
    header.readUInt16LE(8) === member.method;
  if (!agrees) {
    return damaged(
      `the directory and the member disagree about ${shown(member.name)}`,
      'the same name and method in both',
    );
  }
  const start = member.offset + fixedBytes + nameBytes + header.readUInt16LE(28);
  if (start + member.compressed > file.size) {
    return damaged(`the member ${shown(member.name)} reaches past the end of the file`, 'a complete zip archive');
  }
  return ok(start);
}
