/**
 * Where a statement of the catalogue comes from. Only what was read in the paper, or in a source that quotes it, is *from
 * the paper*; what was rebuilt from memory and judgement is a *reconstruction*, to be overridden by who knows better.
 */
export type Provenance =
  | 'from the paper'
  | 'reconstruction'
  | 'from the literature'
  | 'from a law or code'
  | 'own file';

/** A statement with where it comes from. */
export interface Fact<T> {
  readonly value: T;
  readonly provenance: Provenance;
  /** What was read, or what the reconstruction rests on. */
  readonly source: string;
  /** Why it is so. */
  readonly because?: string;
}

/** Clymer, Gabrieli, Krueger, Larsen 2024. */
export const paper = 'Clymer et al. 2024, arXiv 2403.10462';

export function fromPaper<T>(value: T, where: string, because?: string): Fact<T> {
  return fact(value, 'from the paper', `${paper}, ${where}`, because);
}

export function reconstructed<T>(value: T, source: string, because?: string): Fact<T> {
  return fact(value, 'reconstruction', source, because);
}

export function fromLiterature<T>(value: T, source: string, because?: string): Fact<T> {
  return fact(value, 'from the literature', source, because);
}

export function fromLaw<T>(value: T, source: string, because?: string): Fact<T> {
  return fact(value, 'from a law or code', source, because);
}

function fact<T>(value: T, provenance: Provenance, source: string, because: string | undefined): Fact<T> {
  return { value, provenance, source, ...(because === undefined ? {} : { because }) };
}
