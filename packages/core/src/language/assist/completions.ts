import type { Path } from '../../case/index.js';
import { type SectionName, sectionNames, sections } from '../../schema/index.js';
import type { TextDocument } from '../document.js';
import { mentionsIn } from '../edit/mentions.js';
import { fileShape, type Mention, type NameKind, type Shape, shapeAt } from '../edit/shape.js';
import { describe, keysOf, type Schema, schemaAt, valuesOf } from '../schema-words.js';
import { placeAt } from './place-at.js';

export interface Completion {
  /** What is put in. */
  readonly text: string;
  readonly kind: 'key' | 'value' | NameKind;
  /** One sentence about it. */
  readonly about?: string;
}

export interface Completions {
  /** Offsets of what a completion replaces. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly Completion[];
}

/** Of a list of names that is too long to read. */
const most = 2000;

/**
 * What may stand at an offset of one of the texts: keys that the format knows and the map does not have yet, the values
 * that it lists, and the names of the things of the case that are meant there. `texts` says what elements say, by name.
 */
export function completionsAt(
  documents: readonly TextDocument[],
  file: string,
  offset: number,
  texts: (name: string, kind: NameKind) => string | undefined = () => undefined,
): Completions | undefined {
  const document = documents.find((one) => one.file === file);
  const place = document === undefined ? undefined : placeAt(document.text, offset);
  if (document === undefined || place === undefined) return undefined;
  const { path, at, prefix, siblings } = place;
  const shape = shapeAlong(path);
  const schema = schemaAlong(path);
  const names = (mention: Mention | undefined): Completion[] =>
    mention === undefined ? [] : named(documents, mention, texts);
  const items =
    at === 'key'
      ? [...keysHere(path, siblings), ...(shape.eachKey?.defines ? [] : names(shape.eachKey))]
      : [...values(schema), ...names(shape.scalar)];
  return items.length === 0 ? undefined : { start: offset - prefix.length, end: offset, items: items.slice(0, most) };
}

/** The shape at a path: lists hold what their own items are. */
function shapeAlong(path: Path): Shape {
  return path.reduce<Shape>(
    (shape, step) => (typeof step === 'number' ? (shape.items ?? {}) : shapeAt(shape, step)),
    fileShape,
  );
}

/** The schema at a path; what the file says is not asked, as it is half written: the first branch that has the step is taken. */
export function schemaAlong([section, ...path]: Path): Schema | undefined {
  const schema = sections[section as SectionName] as Schema | undefined;
  return schema === undefined ? undefined : schemaAt(schema, path, dataFor(path));
}

/** Data that has something at a path and nothing else. */
function dataFor(path: Path): unknown {
  return path.reduceRight<unknown>(
    (inner, step) => (typeof step === 'number' ? Array.from({ length: step + 1 }, () => inner) : { [step]: inner }),
    null,
  );
}

function keysHere(path: Path, siblings: readonly string[]): Completion[] {
  const has = new Set(siblings);
  const keys = path.length === 0 ? sectionNames : keysOf(schemaAlong(path));
  return [...new Set(keys)]
    .filter((key) => !has.has(key))
    .map((key) => {
      const about = aboutKey(path, key);
      return { text: key, kind: 'key', ...(about === undefined ? {} : { about }) };
    });
}

/** What a key of the map at the path means, in the sentence that the format has about it. */
export function aboutKey(path: Path, key: string): string | undefined {
  const schema = schemaAlong([...path, key]);
  return schema === undefined ? undefined : describe(schema);
}

function values(schema: Schema | undefined): Completion[] {
  return valuesOf(schema)
    .filter((value) => typeof value === 'string')
    .map((text) => ({ text, kind: 'value' }));
}

function named(
  documents: readonly TextDocument[],
  { kind, form }: Mention,
  texts: (name: string, kind: NameKind) => string | undefined,
): Completion[] {
  const seen = new Set<string>();
  return mentionsIn(documents).all.flatMap((one): Completion[] => {
    if (!one.defines || (form !== 'any' && one.kind !== kind) || seen.has(one.name)) return [];
    seen.add(one.name);
    const about = texts(one.name, one.kind);
    return [{ text: one.name, kind: one.kind, ...(about === undefined ? {} : { about }) }];
  });
}
