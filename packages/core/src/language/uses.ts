import { forEachCircle } from './circles.js';
import { reportOutside, resolvePath } from './paths.js';
import { report, type Source } from './source.js';
import { entryOf, type ScalarNode, type TextNode } from './tree.js';

/** A file that a text names as part of the same case, and where. */
interface Use {
  readonly path: string;
  readonly at: ScalarNode;
}

interface File {
  readonly source: Source;
  readonly root: TextNode | undefined;
}

interface Uses {
  readonly modules: readonly Use[];
  readonly policies: readonly Use[];
  readonly catalogues: readonly Use[];
}

/** Paths as they stand in `module.uses`, `policy.extends` and `case.catalogue` of a text. */
export function usesOf({ root }: File): Uses {
  return {
    modules: pathsAt(root, 'module', 'uses'),
    policies: pathsAt(root, 'policy', 'extends'),
    catalogues: pathsAt(root, 'case', 'catalogue'),
  };
}

function pathsAt(root: TextNode | undefined, section: string, key: string): readonly Use[] {
  const owner = root?.kind === 'map' ? entryOf(root, section)?.value : undefined;
  const node = owner?.kind === 'map' ? entryOf(owner, key)?.value : undefined;
  const items = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return items.flatMap((at) => (at.kind === 'scalar' && typeof at.value === 'string' ? [{ path: at.value, at }] : []));
}

/**
 * Reports files that are named but lead out of the root, are not there, or name each other in a circle. `files` are
 * those of the case; `known` says of further paths that they exist.
 */
export function checkUses(files: readonly File[], root: string, known: ReadonlySet<string> = new Set()): void {
  const byPath = new Map(files.map((file) => [file.source.file, file]));
  for (const kind of ['modules', 'policies', 'catalogues'] as const) {
    const edges = new Map<File, { to: File; source: Source; at: ScalarNode }[]>();
    for (const file of files) {
      const targets: { to: File; source: Source; at: ScalarNode }[] = [];
      edges.set(file, targets);
      for (const { path, at } of usesOf(file)[kind]) {
        const resolved = resolvePath(root, file.source.file, path);
        if (resolved === undefined) reportOutside(file.source, path, at);
        else if (byPath.has(resolved)) targets.push({ to: byPath.get(resolved)!, source: file.source, at });
        else if (!known.has(resolved)) {
          const hint = 'The path is relative to the file that names it.';
          report(file.source, 'file-missing', at, `The file '${resolved}' is not there.`, { hint });
        }
      }
    }
    forEachCircle(edges, (circle, { source, at }) => {
      const names = circle.map((file) => file.source.file);
      report(source, 'uses-cycle', at, `Files name each other in a circle: ${names.join(' → ')}.`);
    });
  }
}
