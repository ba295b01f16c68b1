import { forEachElement } from './element-ids.js';
import { report } from './source.js';
import { entryOf, type MapNode } from './tree.js';
import { keyedSections, type ValidFile } from './valid-file.js';

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
 * An id is unique within its module, whatever its section; that of a gsn2x file in the case. Only elements are qualified
 * by their module, so everything else is unique in the case. Twice in one map is a duplicate key and was reported as such.
 */
export function checkUniqueIds(files: readonly ValidFile[]): void {
  const byModule = new Map<string, Map<string, Given>>();
  const shared = new Map<string, Given>();

  function give(file: ValidFile, id: string, given: Given, element: boolean): void {
    const module = files.length > 1 && !file.alone ? (file.data.module?.name ?? '') : '';
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
      forEachElement(node, (id, start, end) => give(file, id, { file, what: 'an element', start, end }, true));
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

function reportTwice(id: string, first: Given, second: Given): void {
  const range = first.file.source.lines().range(first.start, first.end);
  const message = `The id \`${id}\` stands twice: first as ${first.what} in ${range.file}, line ${range.start.line}.`;
  report(second.file.source, 'duplicate-id', second, message, {
    hint: second.file.alone
      ? 'In gsn2x files an id is unique over all modules.'
      : 'An id is unique in its module, whatever its section.',
    related: [{ message: 'First here', range }],
  });
}
