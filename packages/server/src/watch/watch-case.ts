import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '@surety/evidence';
import { anyName, type FilesByFolder, foldersAt, watchFolders } from '@surety/evidence/loading';

/** Milliseconds without a further change after which a change is told, and for how long that may be put off. */
const settle = 50;
const longestSettle = 300;

/** Milliseconds between looks at sizes and times, where the system tells of no changes: network and virtual folders. */
const poll = 700;

export interface CaseWatch {
  /** What else is watched from now on, beside the folder of the case. */
  also(files: FilesByFolder): void;
  /** Tells of a change once more, a little later. */
  again(): void;
  close(): void;
}

/**
 * Tells when a file of the case may have changed: by what the system tells of folders, and, in case it tells nothing, by
 * looking again and again. Files that vanish and come back, editors that rename over, pulls of git are all changes; what
 * this program writes for itself, in folders of its own (`owned`: absolute, free of links), is none, wherever they lie.
 */
export function watchCase(folder: string, changed: () => void, owned: readonly string[] = []): CaseWatch {
  // In one that holds the case, or is its folder, lies what people write as well.
  const own = owned.filter((one) => !isInside(one, folder));
  let others: FilesByFolder = new Map();
  let watching = watchFolders(new Map(), () => {});
  let watched = '';
  let timer: NodeJS.Timeout | undefined;
  let first: number | undefined;
  let seen: string | undefined;
  let closed = false;
  let later: NodeJS.Timeout | undefined;

  const report = () => {
    const now = performance.now();
    first ??= now;
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(0, Math.min(settle, first + longestSettle - now)));
  };
  const tell = () => {
    first = undefined;
    watch();
    changed();
  };

  /** A folder that is new is watched as well, and what came into it before that is looked for once more. */
  function watch(): void {
    if (closed) return;
    const files = merged(others, folder, own);
    const key = JSON.stringify([...files].map(([at, names]) => [at, [...names]]));
    if (key === watched) return;
    watching.close();
    watched = key;
    watching = watchFolders(files, (at, name) => {
      if (at === undefined || name === undefined || !own.some((one) => isInside(one, join(at, name)))) report();
    });
  }

  async function look(): Promise<void> {
    const start = performance.now();
    const now = await stamps(merged(others, folder, own));
    if (closed) return;
    if (seen !== undefined && now !== seen) report();
    seen = now;
    // Where looking takes long it is done more rarely.
    next = setTimeout(look, Math.max(poll, 30 * (performance.now() - start)));
    next.unref();
  }
  let next: NodeJS.Timeout = setTimeout(look, 0);
  next.unref();
  watch();

  return {
    also(files) {
      others = files;
      watch();
    },
    again() {
      clearTimeout(later);
      later = setTimeout(report, poll);
    },
    close() {
      clearTimeout(later);
      closed = true;
      clearTimeout(timer);
      clearTimeout(next);
      watching.close();
    },
  };
}

/** In the folder of the case and those below, any file counts, but for the own folders of this program. */
function merged(files: FilesByFolder, folder: string, own: readonly string[]): FilesByFolder {
  const all = new Map(files);
  for (const at of [folder, ...foldersAt(folder)]) all.set(at, new Set([...(all.get(at) ?? []), anyName]));
  return new Map([...all].filter(([at]) => !own.some((one) => isInside(one, at))));
}

async function stamps(files: FilesByFolder): Promise<string> {
  const paths = [...files].flatMap(([folder, names]) => [
    folder,
    ...[...names].filter((name) => name !== anyName).map((name) => join(folder, name)),
  ]);
  const found = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size, mtimeMs, ino }) => `${path} ${size} ${mtimeMs} ${ino}`,
        () => path,
      ),
    ),
  );
  return found.join('\n');
}
