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
  /** How many of them are no errors. */
  remarks: number;
  /** Where aliases start, with the anchor that each shows: a finding there is about what the anchor holds. */
  readonly aliases: Map<number, Span>;
  /** Where that starts which is anchored and shown by no alias, with the anchor. */
  readonly unusedAnchors: Map<number, Span>;
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
    remarks: 0,
    aliases: new Map(),
    unusedAnchors: new Map(),
  };
}

/** Findings of one file that are kept; a text that is wrong everywhere is not made clearer by more. */
const mostPerFile = 500;

/** Of these, what is no error: however much of it there is, an error is never left out for it. */
const mostRemarks = 250;

/** The one place where findings about a text are made. */
export function report(source: Source, code: TextCode, at: Span, message: string, details: Details = {}): void {
  if (source.diagnostics.length >= mostPerFile) return;
  const severity = details.severity ?? textCodes[code].severity;
  if (severity !== 'error') {
    if (source.remarks >= mostRemarks) return;
    source.remarks += 1;
  }
  const { hint, related } = details;
  const anchor = source.aliases.get(at.start);
  // What an alias shows can be mended only where it is written.
  const fix = anchor === undefined ? details.fix : undefined;
  const shown = anchor && { message: 'The anchor of this alias', range: rangeOf(source, anchor) };
  source.diagnostics.push({
    code,
    severity,
    message,
    range: rangeOf(source, at),
    ...(hint === undefined ? {} : { hint }),
    ...(fix === undefined ? {} : { fix: [{ file: source.file, ...fix } satisfies Splice] }),
    ...(related === undefined && shown === undefined
      ? {}
      : { related: [...(related ?? []), ...(shown === undefined ? [] : [shown])] }),
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
