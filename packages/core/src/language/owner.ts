import type { Path } from '../case/index.js';
import type { SectionName } from '../schema/index.js';
import { isSectionName } from './bare-file.js';
import { entryOf, type MapNode, type TextNode, walk } from './tree.js';

/** The named thing that something stands in: an element, an outcome, a row of a list, or a whole section. */
export interface Owner {
  readonly section: SectionName;
  readonly path: Path;
  /** Its id or name in its file; rows of lists and sections have none. */
  readonly name?: string;
  readonly element: boolean;
}

/** A file in its sections. */
export interface Sectioned {
  readonly root: MapNode;
  readonly bare: boolean;
  readonly sections: readonly { readonly name: SectionName; readonly path: Path }[];
}

const ofElements: ReadonlySet<string> = new Set(['argument', 'assumptions']);
const holdElements: ReadonlySet<string> = new Set(['riskCases', 'patterns']);
const whole: ReadonlySet<string> = new Set(['surety', 'module', 'case', 'policy', 'decision', 'chain', 'review']);

/** What a path leads into; undefined where that is no section. */
export function ownerOf({ root, bare, sections }: Sectioned, path: Path): Owner | undefined {
  const [first, second] = path;
  if (first === undefined) return undefined;
  if (bare && first !== 'module') return elementAt(root, 'argument', path, 1);
  // A section may be read from a mistyped key.
  const section = sections.find((one) => one.path[0] === first)?.name ?? String(first);
  if (!isSectionName(section)) return undefined;
  if (second === undefined || whole.has(section)) return { section, path: [first], element: false };
  if (ofElements.has(section)) return elementAt(root, section, path, 2);
  if (holdElements.has(section) && path[2] === 'argument' && path.length > 3) return elementAt(root, section, path, 4);
  const name = typeof second === 'string' ? { name: second } : {};
  return { section, path: path.slice(0, 2), ...name, element: false };
}

/** The innermost element on the way, that of so many steps or one that is written in place below it. */
function elementAt(root: MapNode, section: SectionName, path: Path, steps: number): Owner {
  let at = steps;
  let name = String(path[steps - 1]);
  for (;;) {
    const relation = path[at];
    if (relation !== 'supportedBy' && relation !== 'inContextOf') break;
    const length = typeof path[at + 1] === 'number' ? at + 2 : at + 1;
    const id = idOf(walk(root, path.slice(0, length)).node);
    if (path.length < length || id === undefined) break;
    name = id;
    at = length;
  }
  return { section, path: path.slice(0, at), name, element: true };
}

function idOf(node: TextNode): string | undefined {
  const id = node.kind === 'map' ? entryOf(node, 'id')?.value : undefined;
  return id?.kind === 'scalar' ? String(id.value) : undefined;
}

/** The path to the innermost thing that stands at an offset of the text. */
export function pathAt(root: TextNode, offset: number): Path {
  const path: (string | number)[] = [];
  let node = root;
  for (;;) {
    if (node.kind === 'scalar') return path;
    if (node.kind === 'list') {
      const index = node.items.findIndex(({ start, end }) => start <= offset && offset <= end);
      if (index === -1) return path;
      path.push(index);
      node = node.items[index]!;
    } else {
      // A map starts where its first key does, and so do those around it.
      const entry = node.entries.findLast(({ keyStart }) => keyStart <= offset);
      if (entry === undefined || offset > Math.max(entry.keyEnd, entry.value.end)) return path;
      path.push(entry.key);
      node = entry.value;
      if (offset < node.start) return path;
    }
  }
}
