import { readSync } from 'node:fs';
import { RandomAccessReader } from 'yauzl';
import type { ArchiveFile } from './member.js';

const windowBytes = 1024 * 1024;
/** The directory stands at the end of an archive: a first look there covers that of most logs. */
const tailBytes = 64 * 1024;

/**
 * Serves what reads a zip directory from a window of the file: a directory is read in pieces of some 50 bytes, and a
 * system call for each is most of the time that it takes to list a folder of logs.
 */
export class WindowedReader extends RandomAccessReader {
  private window: Buffer = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly file: ArchiveFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    let error: Error | null = null;
    try {
      if (position < this.start || position + length > this.start + this.window.length) this.look(position, length);
      const from = position - this.start;
      if (from + length > this.window.length) error = new Error('truncated');
      else this.window.copy(buffer, offset, from, from + length);
    } catch (thrown) {
      error = thrown as Error;
    }
    // A call from within the call would nest as deep as the directory is long.
    process.nextTick(callback, error);
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
