import type { Origin, Ranges, SourceRange } from '../case/index.js';
import type { Source } from './source.js';
import { type TextNode, walk } from './tree.js';

/** A file with its tree, where it has one. */
export interface ReadFile {
  readonly source: Source;
  readonly root: TextNode | undefined;
}

/** Looks ranges up when they are asked for: walks the path, nothing is kept per node. Total. */
export function rangesOf(files: readonly ReadFile[]): Ranges {
  const byName = new Map(files.map((file) => [file.source.file, file]));

  function find({ file, path }: Origin, want: 'key' | 'value'): SourceRange {
    const read = byName.get(file);
    if (read?.root === undefined) return startOf(file);
    const { node, entry, found } = walk(read.root, path);
    // A path that is not all there is shown at the key of what is there, not at a screenful of text.
    const asKey = entry !== undefined && (want === 'key' || found < path.length);
    const span = asKey ? { start: entry.keyStart, end: entry.keyEnd } : node;
    return read.source.lines().range(span.start, span.end);
  }

  return { value: (origin) => find(origin, 'value'), key: (origin) => find(origin, 'key') };
}

function startOf(file: string): SourceRange {
  const position = { offset: 0, line: 1, column: 1 };
  return { file, start: position, end: position };
}
