import { isMap } from 'yaml';
import type { Path } from '../../case/index.js';
import { locate, type TextDocument } from '../document.js';
import { type Collection, columnOfBlock, entryAt, isFlow } from './entry.js';
import { movable, unitOf } from './move.js';
import { firstOnLine, lineStart } from './text.js';

/** An entry of a block map as whole lines, which could stand in another block map at the same column. */
export interface EntryLines {
  /** With the comments directly above it, and a line break at its end. */
  readonly text: string;
  /** Where those comments start and end; nothing else stands on these lines. */
  readonly comments: { readonly start: number; readonly end: number };
}

/**
 * The lines of the entry at a path; undefined where it does not have lines to itself, as in brackets, or where anchors or
 * aliases tie it to its place.
 */
export function entryLines(document: TextDocument, path: Path): EntryLines | undefined {
  const found = locate(document, path);
  if (found === undefined || !isMap(found.parent)) return undefined;
  const map = found.parent as Collection;
  const { text, eol } = document;
  const entry = isFlow(map) ? undefined : entryAt(map, found.index);
  if (entry === undefined || entry.explicit || !firstOnLine(text, entry.start) || !movable(map, found.index))
    return undefined;
  const unit = unitOf(document, map, found.index, columnOfBlock(text, map));
  const comments = { start: unit.start, end: lineStart(text, entry.start) };
  return { text: unit.text.endsWith('\n') ? unit.text : unit.text + eol, comments };
}
