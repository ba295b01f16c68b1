import type { Limits } from '../limits.js';

/** A member as the directory of the archive describes it; nothing of it has been read yet. Plain data. */
export interface Member {
  readonly name: string;
  /** The name as the directory spells it. */
  readonly rawName: Uint8Array;
  /** 0 stored, 8 deflate, 93 zstd. */
  readonly method: number;
  readonly encrypted: boolean;
  /** Bytes in the archive, and bytes that they expand to. */
  readonly compressed: number;
  readonly expanded: number;
  readonly crc: number;
  /** Where the member's own header starts in the file. */
  readonly offset: number;
}

/** The open file of an archive, as threads can share it. */
export interface ArchiveFile {
  /** How messages name it. */
  readonly path: string;
  /** File descriptor. */
  readonly fd: number;
  readonly size: number;
}

/** An archive's file of which a part is in memory already: mostly its end, where directory and header stand. */
export interface WindowedFile extends ArchiveFile {
  window(start: number, length: number): Buffer | undefined;
}

/** A member whose bytes are found. `name` is how messages call it. */
export interface Packed {
  readonly file: ArchiveFile;
  readonly member: Member;
  readonly start: number;
  readonly name: string;
  readonly limits: Limits;
}

/** Members up to this size, in the archive and expanded, are expanded in one piece. */
export const smallBytes = 16 * 1024 * 1024;
