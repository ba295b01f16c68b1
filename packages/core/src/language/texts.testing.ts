import { readFileSync } from 'node:fs';
import type { Case, Element } from '../case/index.js';
import { type Parsed, parse, type TextFile } from './parse.js';

/** The example of the format's description, which shows every section. */
export const formatExample = readFileSync(new URL('./fixtures/format-example.yaml', import.meta.url), 'utf8');

export const head = 'surety: 1\ncase: { id: x, title: X }\n';

/** Parses a text behind the head of a case. */
export function parseBody(body: string): Parsed {
  return parse([{ path: 'case.yaml', text: head + body }]);
}

/** The case of files that must have no diagnostics. */
export function caseOf(files: readonly TextFile[] | string): Case {
  const parsed = parse(typeof files === 'string' ? [{ path: 'case.yaml', text: head + files }] : files);
  if (parsed.case === null || parsed.diagnostics.length > 0)
    throw new Error(JSON.stringify(parsed.diagnostics, null, 1));
  return parsed.case;
}

export function elementOf(of: Case, id: string): Element {
  const found = of.elements.find((element) => element.id === id);
  if (found === undefined) throw new Error(`no element ${id}`);
  return found;
}
