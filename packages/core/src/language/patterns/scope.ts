import type { ElementId } from '../../case/index.js';
import type { Naming } from '../modules.js';

/** What the references at a place of a text mean: those of a pattern mean its own elements first. */
export interface Scope {
  /**
   * The elements that a reference means: several where a pattern makes several of one, none where it is left out. Of what
   * the pattern does not hold, `outside` says it, without which it is an element of the case.
   */
  readonly refer: (reference: string, outside?: Scope) => readonly ElementId[];
  /** The name in the case of an assurance claim point. */
  readonly point: (name: string, outside?: Scope) => string;
}

export function scopeOfFile({ refer }: Naming): Scope {
  return { refer: (reference) => [refer(reference)], point: refer };
}

/** A reference of which a part was filled in: the pattern's own element of that name, else what it means outside. */
export function scopeOfBoth(own: Scope, outside: Scope): Scope {
  return { refer: (reference) => own.refer(reference, outside), point: (name) => own.point(name, outside) };
}
