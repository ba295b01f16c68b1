import type { ElementId } from '../case/index.js';
import type { ValidFile } from './validate.js';

/**
 * How ids of a file become ids of the case. In a case of several files, the elements of a module are `G1@name`, and
 * an unqualified reference stays in its module. A case of a single file keeps plain ids, even where that file is a
 * module: nothing else could have the same ids, and `G1@itsname` is read as `G1`.
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

export function naming(file: ValidFile, single: boolean): Naming {
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

function same(id: string): string {
  return id;
}

const inference = '.inference';

/** `G2.inference` is the inference step of `G2`, and of `G2@m` in the module m. */
function onBase(reference: string, refer: (reference: string) => string): string {
  if (!reference.endsWith(inference)) return refer(reference);
  return refer(reference.slice(0, -inference.length)) + inference;
}
