import type * as z from 'zod';
import type { Path } from '../case/index.js';

/** The schema as `explain` looks at it: any zod type, seen through its public definition. */
export type Schema = z.core.$ZodType;

interface Def {
  readonly type: string;
  readonly innerType?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly Schema[];
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly items?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly getter?: () => Schema;
}

function def(schema: Schema): Def {
  return schema._zod.def as unknown as Def;
}

/** Without what only says that it may be absent. */
function unwrap(schema: Schema): Schema {
  const { type, innerType, getter } = def(schema);
  if (innerType !== undefined && (type === 'optional' || type === 'default' || type === 'readonly'))
    return unwrap(innerType);
  if (type === 'lazy' && getter !== undefined) return unwrap(getter());
  return schema;
}

/** All branches of a union, those of unions in it included; any other schema is its only branch. */
export function optionsOf(schema: Schema | undefined): readonly Schema[] {
  if (schema === undefined) return [];
  const plain = unwrap(schema);
  const { options } = def(plain);
  return options === undefined ? [plain] : options.flatMap(optionsOf);
}

export type Kind = 'text' | 'number' | 'boolean' | 'list' | 'map' | 'nothing';

export function kindOf(schema: Schema): readonly Kind[] {
  const plain = unwrap(schema);
  const { type, values, options } = def(plain);
  if (options !== undefined) return options.flatMap(kindOf);
  switch (type) {
    case 'number':
      return ['number'];
    case 'boolean':
      return ['boolean'];
    case 'array':
    case 'tuple':
      return ['list'];
    case 'object':
    case 'record':
      return ['map'];
    case 'literal':
      return [typeof values?.[0] === 'boolean' ? 'boolean' : typeof values?.[0] === 'number' ? 'number' : 'text'];
    case 'enum':
    case 'string':
      return ['text'];
    default:
      return [];
  }
}

function kindOfData(data: unknown): Kind {
  if (data === null || data === undefined) return 'nothing';
  if (Array.isArray(data)) return 'list';
  if (typeof data === 'object') return 'map';
  if (typeof data === 'string') return 'text';
  return typeof data === 'number' ? 'number' : 'boolean';
}

/** Whether the value is of a kind that the schema takes (it may still be a wrong one of that kind). */
export function takes(schema: Schema, data: unknown): boolean {
  return kindOf(schema).includes(kindOfData(data));
}

/** The schema at a path below another, where there is one; at unions the branch that takes the data. */
export function schemaAt(schema: Schema, path: Path, data: unknown): Schema | undefined {
  let at: Schema | undefined = schema;
  let value = data;
  for (const step of path) {
    if (at === undefined) return undefined;
    const options: readonly Schema[] = optionsOf(at).filter((option) => takes(option, value));
    at = options.map((option) => below(option, step)).find((found) => found !== undefined);
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined;
  }
  return at;
}

function below(schema: Schema, step: string | number): Schema | undefined {
  const { shape, element, valueType, items } = def(schema);
  if (shape !== undefined) return Object.hasOwn(shape, step) ? shape[step] : undefined;
  return element ?? valueType ?? items?.[Number(step)];
}

/** Keys of a map with fixed keys; none for other schemas. */
export function keysOf(schema: Schema | undefined): readonly string[] {
  if (schema === undefined) return [];
  return optionsOf(schema).flatMap((option) => Object.keys(def(option).shape ?? {}));
}

/** The values that a schema lists. */
export function valuesOf(schema: Schema | undefined): readonly unknown[] {
  if (schema === undefined) return [];
  const { values, entries } = def(unwrap(schema));
  return values ?? Object.values(entries ?? {});
}

/** The sentence that the schema has about what stands here. */
export function describe(schema: Schema): string | undefined {
  return (schema as z.ZodType).description ?? (unwrap(schema) as z.ZodType).description;
}

/** The key of the last step, in backticks; in a list, the number of the item. */
export function nameOf(where: Path): string {
  const last = where.at(-1);
  if (typeof last !== 'number') return last === undefined ? 'the file' : `\`${last}\``;
  const list = where.findLast((step) => typeof step === 'string');
  return `item ${last + 1} of \`${list ?? 'the list'}\``;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a schema takes, in words: `a number, text or a list`. */
export function expectedOf(options: readonly Schema[]): string {
  const words = [...new Set(options.flatMap((option) => optionsOf(option)).map(word))].filter((text) => text !== '');
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function word(schema: Schema): string {
  const { type, items, values } = def(schema);
  if (type === 'tuple') return `a list of ${items?.length} numbers`;
  if (type === 'literal') return String(values?.[0]);
  const [kind] = kindOf(schema);
  return kind === undefined ? '' : article(kind);
}

function article(kind: Kind): string {
  const words = {
    text: 'text',
    number: 'a number',
    boolean: 'true or false',
    list: 'a list',
    map: 'a map',
    nothing: 'nothing',
  };
  return words[kind];
}

const longestShown = 40;

/** What was found, in words: `text 'abc'`, `the number 3`, `a list`, `nothing (null)`. */
export function found(data: unknown): string {
  switch (kindOfData(data)) {
    case 'nothing':
      return 'nothing (null)';
    case 'text': {
      const text = String(data).replaceAll(/\s+/g, ' ');
      return `text '${text.length > longestShown ? `${text.slice(0, longestShown)}…` : text}'`;
    }
    case 'number':
      return `the number ${String(data)}`;
    case 'boolean':
      return String(data);
    case 'list': {
      const items = data as readonly unknown[];
      const { length } = items;
      if (length > 0 && length <= 3 && items.every((item) => typeof item === 'number')) return `[${items.join(', ')}]`;
      return length === 0 ? 'an empty list' : `a list of ${length}`;
    }
    default:
      return 'a map';
  }
}
