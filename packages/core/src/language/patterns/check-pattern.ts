import { nearest } from '../../case/index.js';
import { readChoice } from '../../schema/index.js';
import { report, type Source } from '../source.js';
import { entryOf, type MapNode, type Span } from '../tree.js';
import type { ValidFile } from '../valid-file.js';
import { alternativesOf } from './decide.js';
import type { FoundElement } from './elements-of-pattern.js';
import type { PatternText } from './pattern-text.js';
import type { Piece } from './piece.js';
import { parametersIn, textsIn } from './placeholders.js';

/** What follows an element's id in the name of a leaf, as in `G2.inference`. */
const leafSuffixes: ReadonlySet<string> = new Set(['inference', 'holdsUntil', 'combine', 'defeated']);

/** Reports what is wrong with a pattern whatever the values are. */
export function checkPattern(pattern: PatternText, node: MapNode, found: readonly FoundElement[]): void {
  const { file, id, parameters, pieces } = pattern;
  const { source } = file;
  checkParameters(source, node);
  checkIds(source, id, found);
  // What is missing may have gone with what was not read.
  if (isMended(file, id)) return;
  checkUnused(pattern, node);
  for (const piece of pieces) {
    for (const { text, ...at } of textsIn(piece.node)) checkPlaces(source, id, text, at, parameters);
    checkChoice(source, piece);
  }
}

/** Whether something of a pattern was taken out, as it did not keep to the schema. */
export function isMended({ losses }: ValidFile, pattern: string): boolean {
  return losses.some(({ owner: { section, path } }) => section === 'patterns' && (path[1] ?? pattern) === pattern);
}

function checkChoice(source: Source, piece: Piece): void {
  const choose = entryOf(piece.node, 'choose')?.value;
  const choice = choose?.kind === 'scalar' ? readChoice(String(choose.value)) : undefined;
  const { length } = alternativesOf(piece);
  if (choose === undefined || choice === undefined || choice.of === length) return;
  const message = `\`${piece.id}\` chooses among ${choice.of}, and has ${length === 1 ? '1 alternative' : `${length} alternatives`}.`;
  report(source, 'bad-choice', choose, message, { severity: 'warning' });
}

/** Names that no `{name}` could be would never be filled in. */
function checkParameters(source: Source, node: MapNode): void {
  const section = entryOf(node, 'parameters')?.value;
  if (section?.kind !== 'map') return;
  for (const { key, keyStart: start, keyEnd: end } of section.entries) {
    if (canBeNamed(key)) continue;
    report(source, 'bad-id', { start, end }, `The parameter '${key}' may hold only letters, digits, \`_\` and \`-\`.`);
  }
}

function canBeNamed(parameter: string): boolean {
  return parametersIn(`{${parameter}}`)[0] === parameter;
}

/** A parameter that no text of the pattern has a place for, and no link is repeated over, changes nothing. */
function checkUnused({ file: { source }, id, pieces, edges }: PatternText, node: MapNode): void {
  const section = entryOf(node, 'parameters')?.value;
  if (section?.kind !== 'map') return;
  const used = new Set(pieces.flatMap((piece) => [...textsIn(piece.node)].flatMap(({ text }) => parametersIn(text))));
  for (const { per } of edges) if (per !== undefined) used.add(per);
  for (const { key, keyStart: start, keyEnd: end } of section.entries) {
    if (used.has(key) || !canBeNamed(key)) continue;
    const message = `The pattern \`${id}\` has no place \`{${key}}\` that its parameter \`${key}\` would fill.`;
    report(source, 'unused-parameter', { start, end }, message);
  }
}

function checkIds(source: Source, pattern: string, found: readonly FoundElement[]): void {
  const first = new Map<string, Span>();
  for (const { id, at } of found) {
    const before = first.get(id);
    if (before === undefined) first.set(id, at);
    else {
      const range = source.lines().range(before.start, before.end);
      const message = `The id \`${id}\` stands twice in the pattern \`${pattern}\`: first in line ${range.start.line}.`;
      report(source, 'duplicate-id', at, message, { related: [{ message: 'First here', range }] });
    }
    if (leafSuffixes.has(id)) {
      const message = `An element of a pattern cannot be called \`${id}\`: \`G1.${id}\` is something else in a case.`;
      report(source, 'bad-id', at, message);
    }
  }
}

function checkPlaces(
  source: Source,
  pattern: string,
  text: string,
  at: Span,
  parameters: ReadonlyMap<string, string>,
): void {
  for (const name of new Set(parametersIn(text))) {
    if (parameters.has(name)) continue;
    const near = nearest(name, parameters.keys());
    const hint = near === undefined ? 'Name it under `parameters`.' : `Did you mean \`{${near}}\`?`;
    const message = `The pattern \`${pattern}\` has no parameter \`${name}\`, so \`{${name}}\` is never filled in.`;
    report(source, 'unknown-parameter', at, message, { hint, severity: 'warning' });
  }
}
