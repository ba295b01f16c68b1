import { report } from './source.js';
import type { Entry } from './tree.js';
import { entryOf, type MapNode } from './tree.js';
import { keyedSections, type ValidFile } from './validate.js';

/** An id that is given somewhere, and what kind of thing it is given to. */
interface Given {
  readonly file: ValidFile;
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

const things: Readonly<Record<string, string>> = {
  outcomes: 'an outcome',
  system: 'a subsystem',
  assumptions: 'an element',
  argument: 'an element',
  patterns: 'a pattern',
  quantities: 'a quantity',
  evidence: 'a piece of evidence',
  indicators: 'an indicator',
};

/**
 * An id is unique within its module, whatever its section. Only elements are qualified by their module, so everything
 * else is unique in the case. Twice in one map is a duplicate key and was reported as such.
 */
export function checkUniqueIds(files: readonly ValidFile[]): void {
  const byModule = new Map<string, Map<string, Given>>();
  const shared = new Map<string, Given>();

  function give(file: ValidFile, id: string, given: Given, element: boolean): void {
    const module = files.length > 1 ? (file.data.module?.name ?? '') : '';
    let own = byModule.get(module);
    if (own === undefined) {
      own = new Map();
      byModule.set(module, own);
    }
    const first = own.get(id) ?? (element ? undefined : shared.get(id));
    if (first === undefined) {
      own.set(id, given);
      if (!element) shared.set(id, given);
    } else reportTwice(id, first, given);
  }

  for (const file of files) {
    const elements = (node: MapNode) =>
      forEachElement(node, (id, at) => give(file, id, { file, what: 'an element', ...at }, true));
    for (const { name, node } of file.sections) {
      if (!keyedSections.has(name) || node.kind !== 'map') continue;
      if (name === 'argument' || name === 'assumptions') elements(node);
      else if (name === 'riskCases') {
        for (const { value } of node.entries) {
          const argument = value.kind === 'map' ? entryOf(value, 'argument')?.value : undefined;
          if (argument?.kind === 'map') elements(argument);
        }
      } else {
        for (const { key, keyStart: start, keyEnd: end } of node.entries) {
          give(file, key, { file, what: things[name] ?? 'a thing', start, end }, false);
        }
      }
    }
  }
}

/** The elements of an argument, those written in place included, in the order of the text. */
function forEachElement(argument: MapNode, visit: (id: string, at: { start: number; end: number }) => void): void {
  for (const { key, keyStart: start, keyEnd: end, value } of argument.entries) {
    visit(key, { start, end });
    if (value.kind === 'map') nested(value, visit);
  }
}

function nested(element: MapNode, visit: (id: string, at: { start: number; end: number }) => void): void {
  for (const { key, value } of element.entries) {
    if (key !== 'supportedBy' && key !== 'inContextOf') continue;
    for (const item of value.kind === 'list' ? value.items : [value]) {
      if (item.kind !== 'map') continue;
      const id: Entry | undefined = entryOf(item, 'id');
      if (id?.value.kind === 'scalar') visit(String(id.value.value), id.value);
      nested(item, visit);
    }
  }
}

function reportTwice(id: string, first: Given, second: Given): void {
  const range = first.file.source.lines().range(first.start, first.end);
  const message = `The id \`${id}\` stands twice: first as ${first.what} in ${range.file}, line ${range.start.line}.`;
  report(second.file.source, 'duplicate-id', second, message, {
    hint: 'An id is unique in its module, whatever its section.',
    related: [{ message: 'First here', range }],
  });
}
