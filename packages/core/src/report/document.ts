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
  readonly sections: readonly Section[];
  readonly foot: string;
}

export interface Section {
  readonly anchor: Anchor;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Name of a place in the report that can be linked to. */
export type Anchor = string;

/** What a colour stands for; it never stands alone, a word or a symbol says the same. */
export type Tone = 'good' | 'bad' | 'open' | 'plain';

export type Span =
  | string
  | { readonly kind: 'strong' | 'code' | 'soft'; readonly text: string }
  | { readonly kind: 'link'; readonly to: Anchor; readonly text: string }
  | { readonly kind: 'badge'; readonly tone: Tone; readonly text: string };

/** A run of text, on one line where there is room. */
export type Line = readonly Span[];

export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly look: 'plain' | 'lead' | 'soft' | 'warning' }
  | List
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | Table
  | { readonly kind: 'details'; readonly summary: string; readonly blocks: readonly Block[] }
  | { readonly kind: 'part'; readonly anchor: Anchor; readonly title: Line; readonly blocks: readonly Block[] }
  | { readonly kind: 'overall'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'outline'; readonly rows: readonly OutlineRow[] };

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

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  /** As many cells as there are columns; the first one is the row's header. */
  readonly rows: readonly Row[];
  /** Rows that are not shown. */
  readonly left: number;
}

export interface Column {
  readonly title: string;
  readonly numeric: boolean;
}

export interface Row {
  readonly anchor?: Anchor;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly lines: readonly Line[];
  /** A share from 0 to 1, drawn as a bar beside the text. */
  readonly share?: number;
  readonly tone?: Tone;
}

/** An unacceptable outcome at a glance. */
export interface Card {
  readonly anchor: Anchor;
  readonly name: string;
  readonly text: string;
  readonly severity?: string;
  readonly verdict: Verdict;
  /** The number against the threshold, in words; the parts are read one after the other. */
  readonly number?: { readonly value: string; readonly against: string };
  readonly plot?: Plot;
  readonly why: readonly Line[];
  readonly hinges: readonly Line[];
}

export interface Verdict {
  readonly word: string;
  readonly tone: Tone;
  readonly symbol: 'check' | 'cross' | 'question' | 'pencil' | 'circle';
  /** The verdict with its condition, where it has one. */
  readonly statement?: string;
}

/** Doubts on a logarithmic axis. Places run from 0 (left end) to 1 (right end). */
export interface Plot {
  /** All that the drawing says, as a sentence. */
  readonly alternative: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly threshold?: { readonly at: number; readonly label: string };
  readonly lanes: readonly Lane[];
}

export interface Lane {
  readonly name: 'declared' | 'independent' | 'bound';
  readonly label: string;
  /** The 5 to 95 % band in words. */
  readonly spread?: string;
  readonly from: number;
  readonly to: number;
  /** The 5 to 95 % band, where there is one. */
  readonly band?: { readonly from: number; readonly to: number };
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

/** Most rows of a table and items of a list; what is left out is said. */
export const mostRows = 200;

export const paragraph = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'plain' });
export const lead = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'lead' });
export const soft = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'soft' });
export const warning = (...line: Span[]): Block => ({ kind: 'paragraph', line, look: 'warning' });
export const list = (items: readonly Line[]): Block => listOf(items, false);
export const steps = (items: readonly Line[], first = 1): Block => listOf(items, true, first);
function listOf(items: readonly Line[], ordered: boolean, first = 1): Block {
  return { kind: 'list', ordered, first, items: items.slice(0, mostRows), left: Math.max(0, items.length - mostRows) };
}
export const details = (summary: string, ...blocks: Block[]): Block => ({ kind: 'details', summary, blocks });
export const strong = (text: string): Span => ({ kind: 'strong', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const faint = (text: string): Span => ({ kind: 'soft', text });
export const link = (to: Anchor, text: string): Span => ({ kind: 'link', to, text });
export const badge = (tone: Tone, text: string): Span => ({ kind: 'badge', tone, text });

/** A cell of one line. */
export const cell = (...line: Span[]): Cell => ({ lines: [line] });
/** A cell of several lines. */
export const cellOf = (lines: readonly Line[]): Cell => ({ lines });

/** A table with one row for each item, up to so many. */
export function table<T>(
  caption: string,
  columns: readonly (string | Column)[],
  items: readonly T[],
  rowOf: (item: T) => Row,
  most = mostRows,
): Table {
  return {
    kind: 'table',
    caption,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column, numeric: false } : column)),
    rows: items.slice(0, most).map(rowOf),
    left: Math.max(0, items.length - most),
  };
}

export const numeric = (title: string): Column => ({ title, numeric: true });

/** Says what a table or a list leaves out. */
export function leftOut(left: number): string {
  return `${left} more ${left === 1 ? 'is' : 'are'} left out here.`;
}
