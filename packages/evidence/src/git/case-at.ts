import { posix } from 'node:path';
import type { Case } from '@surety/core/case';
import { type Found, findPaths, isPlain, listTree, readObjects, type TreeEntry } from './objects.js';
import type { Repository } from './repository.js';
import { makeRevisionFolder, type RevisionFolder } from './revision-folder.js';
import { type Had, had, trouble, troubleOf } from './trouble.js';

/** A case as a commit holds it, written to a folder of its own. */
export interface CaseAt {
  readonly folder: RevisionFolder;
  /** Where the case stands in that folder, and in the repository; `` is the root. */
  readonly path: string;
  /** The same of the folder that it is, or lies in. */
  readonly caseFolder: string;
  /** Writes the logs, attestations and keys that the case names, as far as the commit holds them; says what it left out and why. */
  readonly writeSources: (of: Case) => Promise<Had<readonly string[]>>;
}

interface Place {
  readonly repository: Repository;
  readonly commit: string;
  /** The revision as it was named. */
  readonly revision: string;
}

const mostSourceBytes = 1024 * 1024 * 1024;
const mostCases = 6;

/**
 * Writes the text of the case at `path` and what it names (`uses`, `extends`, the lock file) to a private folder. It is
 * read from there by the same rules as any folder. On success, and only then, the folder is the caller's to remove.
 */
export async function caseAt(place: Place, path: string): Promise<Had<CaseAt>> {
  const { repository, commit } = place;
  const found = await findPaths(repository, commit, path === '' ? [] : [path]);
  if (!found.ok) return found;
  const [at = { kind: 'folder' } as const] = found.value;
  if (at.kind === 'absent' || at.kind === 'outside') return absent(place, path);
  const folder = makeRevisionFolder();
  try {
    const { lockFileName } = await import('../lock/index.js');
    const caseFolder = at.kind === 'file' ? posix.dirname(path).replace(/^\.$/, '') : path;
    const texts = at.kind === 'file' ? had([path]) : await caseTexts(place, path, folder);
    if (!texts.ok) return end(folder, texts);
    if (texts.value.length === 0) return end(folder, await absent(place, path));
    const written = await writeTexts(place, texts.value, folder);
    if (!written.ok) return end(folder, written);
    const lock = await writeFiles(place, [posix.join(caseFolder, lockFileName)], folder, 64 * 1024 * 1024);
    if (!lock.ok) return end(folder, lock);
    return had({ folder, path, caseFolder, writeSources: (of) => writeSources(place, of, folder) });
  } catch (error) {
    folder.remove();
    throw error;
  }
}

function end<T>(folder: RevisionFolder, failed: T): T {
  folder.remove();
  return failed;
}

/** There is no case: says which cases the revision has. */
async function absent({ repository, commit, revision }: Place, path: string): Promise<Had<never>> {
  const listed = await listTree(repository, commit, '');
  const cases = listed.ok
    ? listed.value.flatMap((entry) => (posix.basename(entry.path) === 'case.yaml' ? [posix.dirname(entry.path)] : []))
    : [];
  const more = cases.length > mostCases ? `, and ${cases.length - mostCases} more` : '';
  const hint =
    cases.length === 0
      ? 'It holds no case.yaml at all.'
      : `It holds ${cases.slice(0, mostCases).join(', ')}${more}: say which by --case.`;
  return trouble(`there is no case at ${path === '' ? 'the root of the repository' : path} in ${revision}`, hint);
}

/** The same files that are read of a folder: YAML outside `node_modules` and dot-folders. */
async function caseTexts(place: Place, path: string, folder: RevisionFolder): Promise<Had<readonly string[]>> {
  const listed = await listTree(place.repository, place.commit, path);
  if (!listed.ok) return listed;
  const inside = (entry: TreeEntry) => entry.path.slice(path === '' ? 0 : path.length + 1).split('/');
  const seen = listed.value.filter((entry) =>
    inside(entry).every((step) => !step.startsWith('.') && step !== 'node_modules'),
  );
  const links = seen.filter((entry) => entry.kind === 'link').map((entry) => entry.path);
  const targets = await findPaths(place.repository, place.commit, links);
  if (!targets.ok) return targets;
  const toFolder = links.find((_, at) => targets.value[at]!.kind === 'folder');
  if (toFolder !== undefined) return trouble(`${toFolder} in ${place.revision}: a link to a folder is not followed`);
  const broken = links.find((link, at) => /\.ya?ml$/.test(link) && targets.value[at]!.kind !== 'file');
  if (broken !== undefined)
    return trouble(`${broken} in ${place.revision}: the link leads to no file of the repository`);
  const texts = seen.flatMap((entry) => (entry.kind !== 'other' && /\.ya?ml$/.test(entry.path) ? [entry.path] : []));
  const strange = texts.find((text) => !isPlain(text));
  if (strange !== undefined)
    return trouble(`${strange} in ${place.revision}: a file of that name cannot be read from a revision`);
  if (path !== '') folder.makeFolder(path);
  return had(texts);
}

/** Writes case text and all that it names as part of the case. */
async function writeTexts(place: Place, paths: readonly string[], folder: RevisionFolder): Promise<Had<null>> {
  const [{ usedFiles }, { defaultCaseFileLimits }] = await Promise.all([
    import('@surety/core/language'),
    import('../files/index.js'),
  ]);
  const known = new Set(paths);
  let bytes = 0;
  for (let waiting = paths; waiting.length > 0; ) {
    if (known.size > defaultCaseFileLimits.files) {
      return trouble(`the case in ${place.revision} has more than ${defaultCaseFileLimits.files} files of text`);
    }
    const written = await writeFiles(place, waiting, folder, defaultCaseFileLimits.totalBytes - bytes);
    if (!written.ok) return written;
    bytes += written.value.reduce((sum, { text }) => sum + text.length, 0);
    waiting = [...new Set(written.value.flatMap((file) => usedFiles(file)))].filter((path) => !known.has(path));
    for (const path of waiting) known.add(path);
  }
  return had(null);
}

interface Written {
  readonly path: string;
  readonly text: Uint8Array;
}

/** Writes those of the files that the commit holds. */
async function writeFiles(
  { repository, commit, revision }: Place,
  paths: readonly string[],
  folder: RevisionFolder,
  mostBytes: number,
): Promise<Had<readonly Written[]>> {
  const found = await findPaths(repository, commit, paths);
  if (!found.ok) return found;
  const here = paths.flatMap((path, at) => {
    const file = found.value[at]!;
    return file.kind === 'file' ? [{ path, ...file }] : [];
  });
  const bytes = here.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostBytes) return trouble(`the case in ${revision} has too much text`);
  const read = await readObjects(
    repository,
    here.map(({ object }) => object),
    bytes,
  );
  if (!read.ok) return read;
  const written = here.map(({ path }, at) => ({ path, text: read.value[at]! }));
  // The lock file may be a text of the case, too.
  for (const { path, text } of written) if (!folder.holds(path)) folder.write(path, text);
  return had(written);
}

async function writeSources(place: Place, of: Case, folder: RevisionFolder): Promise<Had<readonly string[]>> {
  const { resolvePath } = await import('@surety/core/language');
  const { provenanceFiles } = await import('@surety/core/case');
  const named = [...of.evidence.flatMap(({ sources }) => sources), ...provenanceFiles(of)].flatMap(
    ({ path, origin }) => resolvePath('', origin.file, path) ?? [],
  );
  const paths = [...new Set(named)];
  const found = await findPaths(place.repository, place.commit, paths);
  if (!found.ok) return found;
  const left: string[] = [];
  let bytes = 0;
  for (const [at, path] of paths.entries()) {
    const file = found.value[at]!;
    // Some of its logs would not do for all: of a folder only the lock file of the revision counts.
    if (file.kind === 'folder') left.push(`${path} is a folder, whose logs are not read from ${place.revision}`);
    if (file.kind !== 'file' || folder.holds(path)) continue;
    bytes += file.size;
    if (bytes > mostSourceBytes) {
      left.push(`${path} is too large to be read from ${place.revision}`);
      bytes -= file.size;
    } else if (await isPointer(place, file))
      left.push(`${path} is kept in Git LFS, and not read from ${place.revision}`);
    else {
      const run = await folder.fill(path, (to) => place.repository.git(['cat-file', 'blob', file.object], { to }));
      const problem = troubleOf(run, `reading ${path} of ${place.revision}`);
      if (problem !== undefined) return { ok: false, trouble: problem };
    }
  }
  return had(left);
}

const pointerStart = 'version https://git-lfs.github.com/spec/v1\n';

/** Whether the commit holds only where the content is to be had from. */
async function isPointer({ repository }: Place, { object, size }: Extract<Found, { kind: 'file' }>): Promise<boolean> {
  if (size < pointerStart.length || size > 1024) return false;
  const read = await readObjects(repository, [object], size);
  return read.ok && Buffer.from(read.value[0]!).toString('latin1').startsWith(pointerStart);
}
