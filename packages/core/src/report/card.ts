import type { Anchor, Line, Tone } from './line.js';
import type { Plot } from './plot-type.js';

/** An unacceptable outcome at a glance. */
export interface Card {
  readonly anchor: Anchor;
  readonly name: string;
  readonly text: string;
  readonly severity?: string;
  readonly verdict: Verdict;
  /** The verdict in one plain sentence, or two. */
  readonly says: Line;
  readonly plot?: Plot;
  /** The three doubts in a few words. */
  readonly three?: string;
  readonly hinges: readonly Line[];
  readonly changes: readonly Line[];
  /** What kind of changes these are, where that is not plain. */
  readonly changesNote?: string;
}

export interface Verdict {
  readonly word: string;
  readonly tone: Tone;
  readonly symbol: 'check' | 'cross' | 'question' | 'pencil' | 'circle';
  /** The verdict with its condition, where it has one. */
  readonly statement?: string;
}
