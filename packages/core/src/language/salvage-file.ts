import * as z from 'zod';
import type { Path } from '../case/index.js';
import { bareElementText, bareModuleText, type ElementText, type SectionName, sections } from '../schema/index.js';
import { typeByPrefix } from './element-type.js';
import { ownerOf, type Sectioned } from './owner.js';
import { type Salvaged, salvage, withoutTwins } from './salvage.js';
import { type Schema, schemaAt } from './schema-words.js';
import { type Entry, type MapNode, type Plain, type TextNode, toPlain, walk } from './tree.js';
import type { Found, Loss, Section } from './valid-file.js';
import { bareData } from './validate-bare.js';

/** What is left of a file without what does not keep to the schema. */
export function salvageFile(root: MapNode, bare: boolean, found: Found): Found & { readonly losses: readonly Loss[] } {
  const file: Sectioned = { root, bare, sections: found.sections };
  const losses: Loss[] = [];
  const data: Record<string, Plain> = {};
  const kept: Section[] = [];
  for (const section of found.sections) {
    const tell = (path: Path, gone: boolean) => losses.push(lossAt(file, path, gone));
    const node = salvageSection(section, bare, tell);
    if (node === undefined) continue;
    kept.push({ ...section, node });
    data[section.name] = dataOf(section, node, bare, found);
  }
  return { ...found, data: data as Found['data'], sections: kept, losses };
}

type Tell = (path: Path, gone: boolean) => void;

const bareArgument = z.record(z.string(), bareElementText);

function schemaOf(name: SectionName, bare: boolean): z.ZodType {
  if (!bare) return sections[name];
  return name === 'argument' ? bareArgument : name === 'module' ? bareModuleText() : sections[name];
}

/** Entries and items are salvaged one by one, so that a fault in one does not cost the others. */
function salvageSection({ name, node: twins, path }: Section, bare: boolean, tell: Tell): TextNode | undefined {
  const schema = schemaOf(name, bare);
  const node = withoutTwins(twins);
  const data = toPlain(node);
  if (schema.safeParse(data).success) return node;
  const at = (step: string | number): z.ZodType => schemaAt(schema, [step], data) as Schema as z.ZodType;
  const one = (step: string | number, value: TextNode): TextNode | undefined => {
    const found = salvage(at(step), value);
    tellAll(found, [...path, step], tell);
    return found?.node;
  };
  if (node.kind === 'map' && schema instanceof z.ZodRecord) {
    const entries = node.entries.flatMap((entry): Entry[] => {
      const value = one(entry.key, entry.value);
      return value === undefined ? [] : [{ ...entry, value }];
    });
    return { ...node, entries };
  }
  if (node.kind === 'list' && schema instanceof z.ZodArray) {
    // A hole keeps the places of those behind it.
    return { ...node, items: node.items.map((item, index) => one(index, item) ?? hole(item)) };
  }
  const found = salvage(schema, node);
  tellAll(found, path, tell);
  return found?.node;
}

function hole({ start, end }: TextNode): TextNode {
  return { kind: 'scalar', value: null, plain: false, start, end };
}

function tellAll(found: Salvaged | undefined, path: Path, tell: Tell): void {
  if (found === undefined) tell(path, true);
  else for (const mended of found.mended) tell([...path, ...mended.path], mended.gone);
}

function dataOf({ name }: Section, node: TextNode, bare: boolean, found: Found): Plain {
  const data = toPlain(node);
  if (!bare || name !== 'argument') return data;
  const elements = data as { readonly [id: string]: Plain };
  const before = found.data.argument as Readonly<Record<string, ElementText>> | undefined;
  return Object.fromEntries(Object.entries(elements).map(([id, one]) => [id, bareData(one, before?.[id]?.layers)]));
}

/** Keys by which one thing leads to an element. */
const linkKeys: ReadonlySet<string> = new Set([
  'supportedBy',
  'inContextOf',
  'challenges',
  'answeredBy',
  'acp',
  'confidence',
  'public',
  'uses',
  'claim',
  'transfer',
  'argument',
  'develops',
]);

function lossAt(file: Sectioned, path: Path, gone: boolean): Loss {
  const owner = ownerOf(file, path) ?? { section: 'argument', path, element: false };
  const key = path[owner.path.length];
  const { node, found } = walk(file.root, path);
  const known = key !== undefined && Object.hasOwn(bareElementText.shape, key);
  const unknown = owner.element && !known && found === path.length && mayLink(node);
  const links = gone && (key === undefined || linkKeys.has(String(key)) || unknown);
  return { owner, links, names: gone && found === path.length ? idsIn(node) : [] };
}

/** Whether an unknown value may have named elements. */
function mayLink(node: TextNode): boolean {
  if (node.kind === 'scalar') return typeof node.value === 'string' && isLikeAnId(node.value);
  return node.kind === 'list' ? node.items.some(mayLink) : node.entries.some(({ value }) => mayLink(value));
}

function isLikeAnId(text: string): boolean {
  return /^[\p{L}\p{N}_.@-]+$/u.test(text) && typeByPrefix(text) !== undefined;
}

/** Ids of elements that are written in a value: in place of their ids, or as an argument. */
export function idsIn(node: TextNode): string[] {
  if (node.kind === 'scalar') return [];
  if (node.kind === 'list') return node.items.flatMap(idsIn);
  return node.entries.flatMap(({ key, value }) => [
    ...(key === 'id' && value.kind === 'scalar' ? [String(value.value)] : []),
    ...(key === 'argument' && value.kind === 'map' ? value.entries.map((entry) => entry.key) : []),
    ...idsIn(value),
  ]);
}
