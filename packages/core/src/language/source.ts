import type { Diagnostic, SourceRange, Splice } from '../case/index.js';
import { type TextCode, textCodes } from './codes.js';
import { type LineTable, lineTable } from './lines.js';
import type { Span, TextNode } from './tree.js';

export type TextDiagnostic = Diagnostic<TextCode>;

/** A file under reading: its text and what was found about it. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Made at its first use: a text without diagnostics needs no lines. */
  readonly lines: () => LineTable;
  readonly diagnostics: TextDiagnostic[];
}

export interface Details {
  readonly hint?: string | undefined;
  /** A sure mend, in this file. */
  readonly fix?: { readonly start: number; readonly end: number; readonly text: string } | undefined;
  readonly related?: readonly { readonly message: string; readonly range: SourceRange }[];
  /** Instead of the severity in the table. */
  readonly severity?: 'warning' | 'info';
}

export function openSource(file: string, text: string): Source {
  let lines: LineTable | undefined;
  return {
    file,
    text,
    lines: () => {
      lines ??= lineTable(file, text);
      return lines;
    },
    diagnostics: [],
  };
}

/** Findings of one file that are kept; a text that is wrong everywhere is not made clearer by more. */
const mostPerFile = 500;

/** The one place where findings about a text are made. */
export function report(source: Source, code: TextCode, at: Span, message: string, details: Details = {}): void {
  if (source.diagnostics.length >= mostPerFile) return;
  const { hint, fix, related } = details;
  source.diagnostics.push({
    code,
    severity: details.severity ?? textCodes[code].severity,
    message,
    range: source.lines().range(at.start, at.end),
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix: [{ file: source.file, ...fix } satisfies Splice] }),
    ...(related === undefined ? {} : { related }),
  });
}

/** The range of a node in its file. */
export function rangeOf(source: Source, node: Span | TextNode): SourceRange {
  return source.lines().range(node.start, node.end);
}

/** A text in YAML's double quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
