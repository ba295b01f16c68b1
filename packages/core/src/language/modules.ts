import type { ElementId } from '../case/index.js';
import { elementIds } from './element-ids.js';
import type { ValidFile } from './valid-file.js';

/**
 * How ids of a file become ids of the case. In a case of several files, the elements of a module are `G1@name`, and
 * an unqualified reference stays in its module. A case of a single file keeps plain ids, even where that file is a
 * module: nothing else could have the same ids, and `G1@itsname` is read as `G1`. So does a case of gsn2x files, whose
 * ids are one name space over all modules.
 */
export interface Naming {
  /** Name of the module, where the file is one. */
  readonly module?: string;
  /** The id of an element that stands in this file. */
  own(id: string): ElementId;
  /** The id that a reference in this file means. */
  refer(reference: string): ElementId;
  /** The leaf that `G2` or `G2.inference` means. */
  leaf(reference: string): string;
}

export interface NamedFile {
  readonly file: ValidFile;
  readonly naming: Naming;
}

/** The files of a case, each with its way of naming. */
export function namings(files: readonly ValidFile[]): readonly NamedFile[] {
  if (files.length > 1 && files.every(({ alone }) => alone)) return oneNameSpace(files);
  return files.map((file) => ({ file, naming: naming(file, files.length === 1) }));
}

function naming(file: ValidFile, single: boolean): Naming {
  const module = file.data.module?.name;
  if (module === undefined) return { own: same, refer: same, leaf: same };
  if (single) {
    const suffix = `@${module}`;
    const plain = (reference: string) => (reference.endsWith(suffix) ? reference.slice(0, -suffix.length) : reference);
    return { module, own: same, refer: plain, leaf: (reference) => onBase(reference, plain) };
  }
  const own = (id: string) => `${id}@${module}`;
  const refer = (reference: string) => (reference.includes('@') ? reference : own(reference));
  return { module, own, refer, leaf: (reference) => onBase(reference, refer) };
}

/** `G1@name` is `G1` where that stands in the module, and leads nowhere otherwise. */
function oneNameSpace(files: readonly ValidFile[]): readonly NamedFile[] {
  const names = moduleNames(files);
  let homes: ReadonlyMap<string, string> | undefined;
  const refer = (reference: string) => {
    const at = reference.lastIndexOf('@');
    if (at === -1) return reference;
    homes ??= new Map(files.flatMap((file) => idsOf(file).map((id) => [id, names.get(file)!] as const)));
    const id = reference.slice(0, at);
    return homes.get(id) === reference.slice(at + 1) ? id : reference;
  };
  const leaf = (reference: string) => onBase(reference, refer);
  return files.map((file) => ({ file, naming: { module: names.get(file)!, own: same, refer, leaf } }));
}

function idsOf({ sections }: ValidFile): readonly string[] {
  return sections.flatMap(({ name, node }) => (name === 'argument' && node.kind === 'map' ? elementIds(node) : []));
}

/** A module that states no name has that of its file; where two files are called the same, that with their folders. */
function moduleNames(files: readonly ValidFile[]): ReadonlyMap<ValidFile, string> {
  const names = new Map<ValidFile, string>();
  const taken = new Set<string>();
  for (const file of files) {
    const name = file.data.module?.name;
    if (name === undefined) continue;
    names.set(file, name);
    taken.add(name);
  }
  for (const file of files) {
    if (names.has(file)) continue;
    const path = file.source.file;
    const stem = path.replace(/(?:\.gsn)?\.ya?ml$/i, '');
    const name = [stem.slice(stem.lastIndexOf('/') + 1), stem].find((one) => one !== '' && !taken.has(one)) ?? path;
    names.set(file, name);
    taken.add(name);
  }
  return names;
}

function same(id: string): string {
  return id;
}

const inference = '.inference';

/** `G2.inference` is the inference step of `G2`, and of `G2@m` in the module m. */
function onBase(reference: string, refer: (reference: string) => string): string {
  if (!reference.endsWith(inference)) return refer(reference);
  return refer(reference.slice(0, -inference.length)) + inference;
}
