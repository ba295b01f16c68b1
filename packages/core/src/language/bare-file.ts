import { nearest } from '../case/index.js';
import { type SectionName, sectionNames, sections } from '../schema/index.js';
import { typeByPrefix } from './element-type.js';
import { type Entry, entryOf, type MapNode, type TextNode } from './tree.js';

/**
 * What a file is: sections of Surety; a bare argument, as gsn2x writes it, where every key but `module` is an element;
 * or a `module` alone, which may belong to either.
 */
export type FileKind = 'sections' | 'bare' | 'module';

export function kindOf(root: MapNode): FileKind {
  const elements = root.entries.filter(({ key }) => key !== 'module');
  if (elements.length === 0) return root.entries.length === 0 ? 'sections' : 'module';
  if (elements.every(({ value }) => saysSomething(value))) return 'bare';
  return elements.every(isNoSection) && elements.some(isElement) ? 'bare' : 'sections';
}

/** Whether these files are bare arguments only, so that ids are one name space over all of them. */
export function allBare(roots: readonly (TextNode | undefined)[]): boolean {
  const kinds = roots.flatMap((root) => (root?.kind === 'map' ? [kindOf(root)] : []));
  return kinds.includes('bare') && !kinds.includes('sections');
}

function saysSomething(value: TextNode): boolean {
  return value.kind === 'map' && entryOf(value, 'text') !== undefined;
}

const ofElements = ['text', 'nodeType', 'node_type', 'supportedBy', 'inContextOf', 'challenges'] as const;

/** Whether an entry can be meant as an element. A draft may be no more than an id: it is known by its prefix then. */
export function isElement({ key, value }: Entry): boolean {
  if (value.kind === 'map' && ofElements.some((name) => entryOf(value, name) !== undefined)) return true;
  const isDraft = value.kind === 'map' || (value.kind === 'scalar' && value.value === null);
  return isDraft && typeByPrefix(key) !== undefined;
}

function isNoSection({ key, value }: Entry): boolean {
  if (isSectionName(key)) return false;
  // Ids mostly have a number, and no section is near one that has.
  return saysSomething(value) || /\d/.test(key) || nearest(key, sectionNames) === undefined;
}

export function isSectionName(key: string): key is SectionName {
  return Object.hasOwn(sections, key);
}
