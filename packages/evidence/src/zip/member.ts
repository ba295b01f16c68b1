import type { Entry } from 'yauzl';

/** A member as the directory of the archive describes it; nothing of it has been read yet. */
export interface Member {
  readonly name: string;
  readonly entry: Entry;
}
