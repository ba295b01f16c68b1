import type { Progress } from '../lock/index.js';
import type { Reader } from '../readers/index.js';

/** What reading a case needs to know of the world, and whom it tells how far it is. */
export interface Loading {
  /** Folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** All readers, where some were named; else those that come with Surety. */
  readonly readers?: readonly Reader[];
  /** What is being done now, in words; undefined when it is done. */
  readonly progress?: (words: string | undefined) => void;
  /** How far the reading of the evidence is, as data. */
  readonly measuring?: (progress: Progress) => void;
  /** What costs time or is left out, but changes no result. */
  readonly note?: (words: string) => void;
}

/** Tells what is done while it is; `say` gives it other words. */
export async function during<T>(
  { progress }: Loading,
  what: string,
  work: (say: (words: string) => void) => T | Promise<T>,
): Promise<T> {
  progress?.(what);
  try {
    return await work((words) => progress?.(words));
  } finally {
    progress?.(undefined);
  }
}
