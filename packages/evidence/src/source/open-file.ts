import { closeSync, openSync, read, readSync } from 'node:fs';

/**
 * A file that is open for reading. As a `FileHandle`, but opened and closed in the thread that asks: of thousands of
 * small files the way through another thread is most of the time that each takes.
 */
export interface OpenFile {
  readonly fd: number;
  /** Bytes that were read, fewer than asked for at the end of the file. Large reads let others work meanwhile. */
  read(buffer: Buffer, length: number, position: number): Promise<number>;
  /** To be called once. */
  close(): Promise<void>;
}

/** Reads of up to this size are quicker than another thread can be asked for them. */
const atOnce = 64 * 1024;

/** Opens a file; throws what the operating system says, as `openSync` does. */
export function openFile(location: string, flags: number): OpenFile {
  const fd = openSync(location, flags);
  return {
    fd,
    read: async (buffer, length, position) =>
      length <= atOnce
        ? readSync(fd, buffer, 0, length, position)
        : new Promise((resolve, reject) => {
            read(fd, buffer, 0, length, position, (error, got) => (error === null ? resolve(got) : reject(error)));
          }),
    close: async () => closeSync(fd),
  };
}
