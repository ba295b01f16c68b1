import { nearest } from '../case/index.js';
import {
  type CaseText,
  idPattern,
  quantityNamePattern,
  type SectionName,
  sectionNames,
  sections,
} from '../schema/index.js';
import { isSectionName, kindOf } from './bare-file.js';
import { hold } from './hold.js';
import { salvageFile } from './salvage-file.js';
import { report, type Source } from './source.js';
import { textTraps } from './text-traps.js';
import { type Entry, entryOf, type MapNode, type Plain, type TextNode, toPlain } from './tree.js';
import { type Common, type Found, keyedSections, type Section, type ValidFile } from './valid-file.js';
import { validateBare } from './validate-bare.js';

/**
 * Holds the tree of a file against the schema; everything that is wrong is reported, and left out of what is given back.
 * Undefined where there is nothing to give.
 */
export function validate(source: Source, root: TextNode, common: Common): ValidFile | undefined {
  if (root.kind !== 'map') {
    const nothing = root.kind === 'scalar' && root.value === null;
    const message = nothing
      ? 'The file is empty; expected sections such as `case`, `outcomes` and `argument`.'
      : 'Expected a map of sections such as `case`, `outcomes` and `argument`.';
    report(source, 'not-a-map', { start: root.start, end: nothing ? root.start : root.end }, message);
    return undefined;
  }
  textTraps(source, root);
  const { alone } = common;
  const kind = kindOf(root);
  const bare = kind === 'bare' || (kind === 'module' && alone);
  const found = bare ? validateBare(source, root, common) : validateSections(source, root);
  const failed = source.diagnostics.some(({ severity }) => severity === 'error');
  const file = { source, root, bare, alone };
  return failed ? { ...file, ...salvageFile(root, bare, found) } : { ...file, ...found, losses: [] };
}

function validateSections(source: Source, root: MapNode): Found {
  const data: Record<string, Plain> = {};
  const found: Section[] = [];
  for (const entry of root.entries) {
    if (entry.key === 'surety') {
      checkVersion(source, entry);
      continue;
    }
    const name = isSectionName(entry.key) ? entry.key : meant(source, root, entry);
    // Of a section that stands twice the first counts, as of any key.
    if (name === undefined || Object.hasOwn(data, name)) continue;
    const { key, value: node } = entry;
    const plain = toPlain(node);
    hold(source, sections[name], plain, node, [key]);
    checkIds(source, name, node);
    data[name] = plain;
    found.push({ name, node, path: [key] });
  }
  return { data: data as CaseText, sections: found, information: {} };
}

/** Reports a section that is not known. The one that was meant, if it does not stand there as well, is read from it. */
function meant(source: Source, root: MapNode, entry: Entry): SectionName | undefined {
  const near = nearest(entry.key, sectionNames) as SectionName | undefined;
  reportUnknownSection(source, entry, near);
  return near === undefined || near === 'surety' || entryOf(root, near) !== undefined ? undefined : near;
}

function reportUnknownSection(
  source: Source,
  { key, keyStart, keyEnd, value }: Entry,
  near: SectionName | undefined,
): void {
  const element = value.kind === 'map' && entryOf(value, 'text') !== undefined;
  const hint =
    near !== undefined
      ? `Did you mean \`${near}\`?`
      : element
        ? `If \`${key}\` is an element, it stands under \`argument:\`.`
        : `Sections are ${sectionNames.join(', ')}.`;
  const message = `Unknown section \`${key}\` at the top of the file.`;
  report(source, 'unknown-key', { start: keyStart, end: keyEnd }, message, { hint });
}

function checkVersion(source: Source, { value }: Entry): void {
  if (value.kind === 'scalar' && value.value === 1) return;
  const found = source.text.slice(value.start, value.end);
  report(source, 'unsupported-version', value, `Expected version 1 of the format, found \`${found.slice(0, 40)}\`.`, {
    hint: 'Write `surety: 1`; a newer version needs a newer Surety.',
  });
}

/** Ids are map keys, which the schema does not see in the order and at the place of the text. */
function checkIds(source: Source, name: SectionName, node: TextNode): void {
  if (!keyedSections.has(name) || node.kind !== 'map') return;
  const quantities = name === 'quantities';
  const pattern = quantities ? quantityNamePattern : idPattern;
  for (const { key, keyStart, keyEnd, value } of node.entries) {
    if (!pattern.test(key)) {
      const expected = quantities
        ? 'letters, digits and `_` (expressions read `-` as minus)'
        : 'letters, digits, `_` and `-`';
      report(source, 'bad-id', { start: keyStart, end: keyEnd }, `The id '${key}' may hold only ${expected}.`);
    }
    const holds = (name === 'riskCases' || name === 'patterns') && value.kind === 'map';
    const inner = holds ? entryOf(value, 'argument')?.value : undefined;
    if (inner !== undefined) checkIds(source, 'argument', inner);
  }
}
