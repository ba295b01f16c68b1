import type { Tone } from '../types.js';

/** A short fact below the text of a node. */
export interface Tag {
  readonly text: string;
  readonly tone: Tone;
}
