import { readSync } from 'node:fs';
import { RandomAccessReader } from 'yauzl';
import type { ArchiveFile } from './member.js';

const windowBytes = 1024 * 1024;
/** The directory stands at the end of an archive: a first look there covers that of most logs. */
const tailBytes = 16 * 1024;
/** Calls that may be made one from within the other. */
const deepest = 16;
const endSignature = 0x06054b50;
/** The record that ends an archive without a comment, and the one that may stand before it (zip64). */
const endBytes = 22;
const endsBytes = endBytes + 20;

/**
 * Serves what reads a zip directory from a window of the file: a directory is read in pieces of some 50 bytes, and a
 * system call for each is most of the time that it takes to list a folder of logs.
 */
export class WindowedReader extends RandomAccessReader {
  private window: Buffer = Buffer.alloc(0);
  private start = 0;
  /** Calls that are under way, one from within the other. */
  private nested = 0;
  /** Where the first read that follows is in the file, less what it asks for. */
  private shift = 0;

  constructor(private readonly file: ArchiveFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    asked: number,
    callback: (error: Error | null) => void,
  ): void {
    let error: Error | null = null;
    const position = asked + this.shift;
    this.shift = 0;
    try {
      if (position < this.start || position + length > this.start + this.window.length) this.look(position, length);
      const from = position - this.start;
      if (from + length > this.window.length) error = new Error('truncated');
      else this.window.copy(buffer, offset, from, from + length);
    } catch (thrown) {
      error = thrown as Error;
    }
    // A call from within the call could nest as deep as the directory is long.
    if (this.nested === deepest) {
      process.nextTick(callback, error);
      return;
    }
    this.nested += 1;
    try {
      callback(error);
    } finally {
      this.nested -= 1;
    }
  }

  /**
   * How many bytes at the end hold all that tells where the directory is: 42, but where a comment may follow, which
   * could be as long as 64 KiB, the whole file. yauzl looks for the record in the bytes that it is told of, from the
   * last on. Told of all it would read 64 KiB of each archive, and that of thousands is to be listed.
   */
  end(): number {
    const { size } = this.file;
    if (size < endsBytes) return size;
    this.look(size - endsBytes, endsBytes);
    const last = this.held(size - endBytes, endBytes);
    const plain = last !== undefined && last.readUInt32LE(0) === endSignature && last.readUInt16LE(20) === 0;
    // It then asks for those bytes, and nothing else, as if the file began with them.
    this.shift = plain ? size - endsBytes : 0;
    return plain ? endsBytes : size;
  }

  /** The bytes, where the window holds them all. */
  held(start: number, length: number): Buffer | undefined {
    const from = start - this.start;
    return from < 0 || from + length > this.window.length ? undefined : this.window.subarray(from, from + length);
  }

  private look(position: number, length: number): void {
    const { fd, size } = this.file;
    const start = position + length > size - tailBytes ? Math.max(0, Math.min(position, size - tailBytes)) : position;
    const wanted = Math.min(Math.max(windowBytes, position - start + length), Math.max(0, size - start));
    const window = Buffer.allocUnsafe(wanted);
    let have = 0;
    while (have < wanted) {
      const got = readSync(fd, window, have, wanted - have, start + have);
      if (got === 0) break;
      have += got;
    }
    this.window = window.subarray(0, have);
    this.start = start;
  }

  override _readStreamForRange(): never {
    throw new Error('not used: members are read by their own code');
  }
}
