import type { Repository } from './repository.js';
import { type Had, had, troubleOf } from './trouble.js';

/** What stands at a path of a commit; links within the repository are followed. */
export type Found =
  | { readonly kind: 'file'; readonly object: string; readonly size: number }
  | { readonly kind: 'folder' }
  | { readonly kind: 'absent' }
  /** A link that leads out of the repository. */
  | { readonly kind: 'outside' };

/** Looks up paths (from the root, with `/`) in a commit; the answers are in the order of the paths. */
export async function findPaths(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Had<readonly Found[]>> {
  if (paths.length === 0) return had([]);
  const lines = paths.map((path) => `${commit}:${isPlain(path) ? path : nowhere}\n`).join('');
  const run = await repository.git(['cat-file', '--batch-check', '--follow-symlinks'], { input: lines });
  const problem = troubleOf(run, 'looking up files of a revision');
  if (problem !== undefined || run.kind !== 'ended') return { ok: false, trouble: problem! };
  const answers = readAnswers(run.out.toString('utf8'));
  if (answers.length !== paths.length)
    return { ok: false, trouble: { message: 'git gave an answer that is not understood' } };
  return had(answers);
}

/** A path that no commit holds. */
const nowhere = '.git';

/**
 * git reads one path a line, and takes `.` and `..` for something else, and Windows takes a backslash for a step; a path
 * with any of these is absent.
 */
export function isPlain(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  const strange = /[\n\u0000\\]/;
  return !strange.test(path) && path.split('/').every((step) => !['.', '..', '.git'].includes(step.toLowerCase()));
}

function readAnswers(text: string): readonly Found[] {
  const lines = text.split('\n');
  const found: Found[] = [];
  for (let at = 0; at < lines.length - 1; at += 1) {
    const line = lines[at]!;
    const object = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
    // `dangling 12` is followed by a line with the name.
    const broken = /^(symlink|dangling|loop|notdir) \d+$/.exec(line);
    if (broken !== null) at += 1;
    if (object?.[2] === 'blob') found.push({ kind: 'file', object: object[1]!, size: Number(object[3]) });
    else if (object?.[2] === 'tree') found.push({ kind: 'folder' });
    else found.push({ kind: broken?.[1] === 'symlink' ? 'outside' : 'absent' });
  }
  return found;
}

/** Bytes of files by their object names, in order. `bytes` is what they come to. */
export async function readObjects(
  repository: Repository,
  objects: readonly string[],
  bytes: number,
): Promise<Had<readonly Uint8Array[]>> {
  if (objects.length === 0) return had([]);
  const maxBytes = bytes + objects.length * 128;
  const run = await repository.git(['cat-file', '--batch'], {
    input: objects.map((one) => `${one}\n`).join(''),
    maxBytes,
  });
  const problem = troubleOf(run, 'reading files of a revision');
  if (problem !== undefined || run.kind !== 'ended') return { ok: false, trouble: problem! };
  const { out } = run;
  const read: Uint8Array[] = [];
  let at = 0;
  for (const object of objects) {
    const end = out.indexOf(0x0a, at);
    const [name, type, size] = out.subarray(at, Math.max(end, at)).toString('latin1').split(' ');
    const length = Number(size);
    if (name !== object || type !== 'blob' || end + 1 + length > out.length) {
      return { ok: false, trouble: { message: `git does not hold ${object} of the revision` } };
    }
    read.push(out.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
  return had(read);
}

/** An entry of a commit. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'other';
}

/** Everything below a folder of a commit (the root is ``), in the order of git. */
export async function listTree(
  repository: Repository,
  commit: string,
  folder: string,
): Promise<Had<readonly TreeEntry[]>> {
  const at = folder === '' ? [] : ['--', `${folder}/`];
  const run = await repository.git(['--literal-pathspecs', 'ls-tree', '-r', '-z', '--full-tree', commit, ...at]);
  const problem = troubleOf(run, 'listing a revision');
  if (problem !== undefined || run.kind !== 'ended') return { ok: false, trouble: problem! };
  const records = run.out
    .toString('utf8')
    .split('\u0000')
    .filter((record) => record !== '');
  return had(
    records.map((record) => {
      const tab = record.indexOf('\t');
      const mode = record.slice(0, 6);
      const kind = mode === '120000' ? 'link' : mode.startsWith('100') ? 'file' : 'other';
      return { path: record.slice(tab + 1), kind } as const;
    }),
  );
}
