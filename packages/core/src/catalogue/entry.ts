import type { Fact } from './fact.js';

/** An entry of a plain list: what it is called, what it means, and where that comes from. */
export interface Entry {
  /** As a case writes it. */
  readonly id: string;
  readonly title: string;
  readonly text: Fact<string>;
}
