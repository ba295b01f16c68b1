import type * as z from 'zod';
import { nearest, type Path } from '../case/index.js';
import {
  type caseText,
  elementText,
  idPattern,
  moduleText,
  quantityNamePattern,
  type SectionName,
  sectionNames,
  sections,
} from '../schema/index.js';
import { explain } from './explain.js';
import { report, type Source } from './source.js';
import { textTraps } from './text-traps.js';
import { type Entry, entryOf, type MapNode, type Plain, type TextNode, toPlain } from './tree.js';

/** A file whose text keeps to the schema. */
export interface ValidFile {
  readonly source: Source;
  readonly root: MapNode;
  /** The sections as they are typed by the schema; of a bare argument, the section `argument` and `module`. */
  readonly data: z.infer<typeof caseText>;
  /** The tree of each section, in the order of the text. */
  readonly sections: readonly Section[];
  /** The whole file is an argument, as gsn2x has it: paths start at the elements. */
  readonly bare: boolean;
}

export interface Section {
  readonly name: SectionName;
  readonly node: TextNode;
  readonly path: Path;
}

/** Sections whose keys are ids. */
export const keyedSections: ReadonlySet<SectionName> = new Set([
  'outcomes',
  'system',
  'assumptions',
  'argument',
  'riskCases',
  'patterns',
  'quantities',
  'evidence',
  'indicators',
] as const);

/** Holds the tree of a file against the schema. Undefined where there are errors; they are all reported. */
export function validate(source: Source, root: TextNode): ValidFile | undefined {
  if (root.kind !== 'map') {
    const nothing = root.kind === 'scalar' && root.value === null;
    const message = nothing
      ? 'The file is empty; expected sections such as `case`, `outcomes` and `argument`.'
      : 'Expected a map of sections such as `case`, `outcomes` and `argument`.';
    report(source, 'not-a-map', { start: root.start, end: nothing ? root.start : root.end }, message);
    return undefined;
  }
  textTraps(source, root);
  const bare = isBareArgument(root);
  const found = bare ? validateBare(source, root) : validateSections(source, root);
  const failed = source.diagnostics.some(({ severity }) => severity === 'error');
  return failed ? undefined : { source, root, bare, ...found };
}

type Found = Pick<ValidFile, 'data' | 'sections'>;

function validateSections(source: Source, root: MapNode): Found {
  const data: Record<string, Plain> = {};
  const found: Section[] = [];
  for (const entry of root.entries) {
    if (!isSectionName(entry.key)) reportUnknownSection(source, entry);
    else if (entry.key === 'surety') checkVersion(source, entry);
    else {
      const { key: name, value: node } = entry;
      const plain = toPlain(node);
      hold(source, sections[name], plain, node, [name]);
      checkIds(source, name, node);
      data[name] = plain;
      found.push({ name, node, path: [name] });
    }
  }
  return { data: data as z.infer<typeof caseText>, sections: found };
}

/** Every key but `module` is an element. */
function validateBare(source: Source, root: MapNode): Found {
  const elements: Record<string, Plain> = {};
  let module: Plain | undefined;
  const entries: Entry[] = [];
  for (const entry of root.entries) {
    const plain = toPlain(entry.value);
    if (entry.key === 'module') {
      hold(source, moduleText, plain, entry.value, ['module']);
      module = plain;
    } else {
      hold(source, elementText, plain, entry.value, [entry.key]);
      elements[entry.key] = plain;
      entries.push(entry);
    }
  }
  const node: MapNode = { ...root, entries };
  checkIds(source, 'argument', node);
  return {
    data: { argument: elements, ...(module === undefined ? {} : { module }) } as z.infer<typeof caseText>,
    sections: [{ name: 'argument', node, path: [] }],
  };
}

function hold(source: Source, schema: z.ZodType, data: Plain, node: TextNode, path: Path): void {
  const result = schema.safeParse(data);
  if (!result.success) explain({ source, schema, data, node, where: path, issues: result.error.issues });
}

/** A gsn2x file: no `surety`, and everything but `module` is a map that has what elements have. */
function isBareArgument(root: MapNode): boolean {
  const elements = root.entries.filter(({ key }) => key !== 'module');
  return (
    elements.length > 0 && elements.every(({ value }) => value.kind === 'map' && entryOf(value, 'text') !== undefined)
  );
}

function isSectionName(key: string): key is SectionName {
  return Object.hasOwn(sections, key);
}

function reportUnknownSection(source: Source, { key, keyStart, keyEnd, value }: Entry): void {
  const near = nearest(key, sectionNames);
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
