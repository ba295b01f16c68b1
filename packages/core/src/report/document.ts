import type { Figure as KitFigure } from '../figure/index.js';
import type { Card } from './card.js';
import type { Anchor, Line, Span, Tone } from './line.js';
import type { Plot } from './plot-type.js';
import { mostRows, type Table } from './table.js';

export * from './line.js';
export * from './table.js';

/**
 * A report before it is HTML or Markdown. Sections say what is shown, printers say how: whatever is decided is decided
 * once. Every string in here is plain text; printers escape all of them, so that the text of a case can never become
 * markup.
 */
export interface Document {
  readonly title: string;
  /** Short facts below the title: what the case is, its status, its date. */
  readonly about: readonly string[];
  /** What must be known before anything else is read; shown above the first section. */
  readonly banner?: string;
  /** In the order of the first reading. */
  readonly sections: readonly Section[];
  /** How different readers go through the sections; never empty. The first one shows every section in full. */
  readonly readings: readonly Reading[];
  readonly foot: string;
}

/** Who reads. */
export type Audience = 'decision-maker' | 'assessor' | 'regulator';

/** What one kind of reader is shown: sections in an order of their own. */
export interface Reading {
  readonly audience: Audience;
  readonly sections: readonly { readonly anchor: Anchor; readonly depth: Depth }[];
}

/** `short`: without the blocks of kind `deep`. */
export type Depth = 'short' | 'full';

export interface Section {
  readonly anchor: Anchor;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly look: 'plain' | 'lead' | 'soft' | 'warning' }
  | List
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  /** Text to be copied, its lines and spaces as they are. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'part'; readonly anchor: Anchor; readonly title: Line; readonly blocks: readonly Block[] }
  /** Shown only to those who read the section in full. */
  | { readonly kind: 'deep'; readonly blocks: readonly Block[] }
  /** Parts that are read side by side where there is room. */
  | { readonly kind: 'beside'; readonly parts: readonly Beside[] }
  | { readonly kind: 'overall'; readonly tone: Tone; readonly headline: string; readonly text: string }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'plot'; readonly plot: Plot }
  | Figure
  /** A picture other than the argument. */
  | { readonly kind: 'drawing'; readonly anchor: Anchor; readonly figure: KitFigure }
  | { readonly kind: 'outline'; readonly rows: readonly OutlineRow[] };

export interface Beside {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Pictures that were drawn elsewhere, and what a viewer needs to draw all of them as one. */
export interface Figure {
  readonly kind: 'figure';
  readonly pictures: readonly Picture[];
  /** JSON that may stand in an element of the page as it is. */
  readonly data: string;
  /** What the viewer shows, in words. */
  readonly caption: string;
}

export interface Picture {
  readonly anchor: Anchor;
  /** What it shows, in words. */
  readonly caption: string;
  /** A whole SVG element, safe to be put into the page as it is. */
  readonly svg: string;
  /** Places in the drawing that can be linked to. */
  readonly places: readonly Anchor[];
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item. */
  readonly first: number;
  readonly items: readonly Line[];
  /** Items that are not shown. */
  readonly left: number;
}

export interface Fact {
  readonly term: string;
  readonly lines: readonly Line[];
}

/** The argument as a tree, given as rows in depth-first order so that no depth is too deep. */
export interface OutlineRow {
  readonly depth: number;
  /** Absent on a repeated mention, which links to the first one. */
  readonly anchor?: Anchor;
  readonly id: string;
  readonly type: string;
  readonly marks: readonly { readonly tone: Tone; readonly text: string }[];
  readonly text: string;
  readonly doubt?: string;
  readonly facts: readonly Line[];
  /** Where the element is drawn in full, on a repeated mention. */
  readonly seeAbove?: Anchor;
}

export const paragraph = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'plain' });
export const lead = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'lead' });
export const soft = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'soft' });
export const warning = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'warning' });
export const list = (items: readonly Line[]): Block => listOf(items, false);
export const steps = (items: readonly Line[], first = 1): Block => listOf(items, true, first);
function listOf(items: readonly Line[], ordered: boolean, first = 1): Block {
  return { kind: 'list', ordered, first, items: items.slice(0, mostRows), left: Math.max(0, items.length - mostRows) };
}
export const verbatim = (text: string): Block => ({ kind: 'verbatim', text });
export const details = (summary: string, ...blocks: Block[]): Block => ({ kind: 'details', summary, blocks });
/** What only those are shown who read the section in full. */
export const deep = (...blocks: readonly Block[]): Block => ({ kind: 'deep', blocks });

/** Says what a table or a list leaves out. */
export function leftOut(left: number): string {
  return `${left} more ${left === 1 ? 'is' : 'are'} left out here.`;
}
