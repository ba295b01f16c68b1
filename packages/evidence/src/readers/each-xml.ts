import type { XmlHandlers, XmlPlace, XmlProblem } from '@surety/engine/xml';
import type { Limits } from '../limits.js';
import type { Problem } from '../problem.js';
import { readRange, type Source } from '../source/index.js';
import { utf8Gate } from '../text/index.js';

/** Attributes of one element, and nesting; both far beyond what reports and fault trees have. */
const attributes = 200;
const depth = 200;

/** Reads a source as XML; the first problem, of the text or of a handler, ends the reading. */
export async function eachXml(source: Source, limits: Limits, handlers: XmlHandlers): Promise<Problem | undefined> {
  // Loaded when there is XML to read: most folders of logs hold none.
  const { xmlScan } = await import('@surety/engine/xml');
  const gate = utf8Gate(source.path);
  const decoder = new TextDecoder('utf-8');
  const scan = xmlScan(handlers, { depth, attributes, token: limits.lineBytes });
  const said = (problem: XmlProblem | undefined) => problem && xmlProblem(problem, source.path);
  const read = await readRange(
    source,
    0,
    source.size,
    (chunk) => gate.write(chunk) ?? said(scan.write(decoder.decode(chunk, { stream: true }))),
  );
  return read ?? gate.end() ?? said(scan.end());
}

const codes = { syntax: 'xml-syntax', unsafe: 'xml-unsafe', limit: 'text-too-long' } as const;

/** A problem of the XML or of a handler, as one of the source; the place and the words stay. */
export function xmlProblem({ kind, message, line, column, expected }: XmlProblem, file: string): Problem {
  return { code: codes[kind], file, line, column, message, ...(expected === undefined ? {} : { expected }) };
}

/** A mistake in what the XML says, at the place of an element. */
export function contentProblem({ line, column }: XmlPlace, message: string, expected: string): XmlProblem {
  return { kind: 'syntax', line, column, message, expected };
}
