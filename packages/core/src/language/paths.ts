import { report, type Source } from './source.js';
import { entryOf, type Span, type TextNode } from './tree.js';
import type { ValidFile } from './valid-file.js';

/**
 * The path that `relative`, written in the file `from`, means; undefined where it leaves the folder `root` or is not
 * a relative path with `/`. `from` is written like `root` (both absolute, or both relative to the same folder; the
 * empty root is that folder itself), and so is the answer.
 */
export function resolvePath(root: string, from: string, relative: string): string | undefined {
  if (
    relative === '' ||
    relative.startsWith('/') ||
    relative.includes('\\') ||
    /^[A-Za-z][A-Za-z0-9+.-]*:/.test(relative)
  )
    return undefined;
  const inside = stepsOf(root);
  const steps = stepsOf(from).slice(0, -1);
  if (inside.some((step, index) => steps[index] !== step)) return undefined;
  for (const step of stepsOf(relative)) {
    if (step !== '..') steps.push(step);
    else if (steps.length <= inside.length) return undefined;
    else steps.pop();
  }
  return (from.startsWith('/') ? '/' : '') + steps.join('/');
}

function stepsOf(path: string): string[] {
  return path.split('/').filter((step) => step !== '' && step !== '.');
}

/** Paths of sources and of what belongs to them may not leave the root. */
export function checkSources({ source, root: tree }: ValidFile, root: string): void {
  const evidence = entryOf(tree, 'evidence')?.value;
  if (evidence?.kind === 'map') {
    for (const { value } of evidence.entries) {
      for (const key of ['source', 'attestation', 'keys']) checkPaths(source, root, value, key);
    }
  }
}

function checkPaths(source: Source, root: string, owner: TextNode, key: string): void {
  const node = owner.kind === 'map' ? entryOf(owner, key)?.value : undefined;
  for (const item of node?.kind === 'list' ? node.items : node === undefined ? [] : [node]) {
    if (item.kind === 'scalar' && typeof item.value === 'string') checkPath(source, root, item.value, item);
  }
}

function checkPath(source: Source, root: string, path: string, at: Span): void {
  if (resolvePath(root, source.file, path) === undefined) reportOutside(source, path, at);
}

export function reportOutside(source: Source, path: string, at: Span): void {
  const absolute = path.startsWith('/') || /^[A-Za-z]:/.test(path);
  const message = path.includes('\\')
    ? `The path '${path}' is written with \`\\\`; expected \`/\`.`
    : absolute
      ? `The path '${path}' is absolute; expected one relative to this file.`
      : `The path '${path}' leads out of the root of the case.`;
  report(source, 'file-outside-root', at, message, { hint: 'Name a file inside the root, relative to this file.' });
}
