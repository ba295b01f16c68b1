import { type FileMetaData, parquetSchema, type SchemaElement, type SchemaTree } from 'hyparquet';
import { plural, shown } from '../../text/index.js';
import { damaged, Refusal } from './refusal.js';

/** A column that holds one plain value a row, by the path of its names. */
export interface Leaf {
  readonly name: string;
  readonly element: SchemaElement;
  /** Its number among all leaves, in the order of the column chunks. */
  readonly index: number;
  /** A value is there where its definition level is this. */
  readonly maxDefinition: number;
}

export interface Schema {
  readonly leaves: readonly Leaf[];
  /** All leaves, also those that are passed over. */
  readonly chunks: number;
  /** Names of columns that hold lists or maps. */
  readonly lists: readonly string[];
}

/** What a row says of itself must be plain: a flaw in a shape that is passed over would be lost. */
const plainOnly: ReadonlySet<string> = new Set(['sample', 'id', 'epoch', 'error', 'limit', 'invalid']);

const deepest = 100;

/** The elements stand in one list, each before its children: how many and how deep is checked before it is made a tree. */
function checkTree(elements: readonly SchemaElement[]): void {
  /** How many children the elements that lead to where we are have yet to come. */
  const open: number[] = [];
  for (const [at, { num_children: children = 0 }] of elements.entries()) {
    if (at > 0) {
      while (open.at(-1) === 0) open.pop();
      if (open.length === 0) throw damaged('the schema has columns that belong nowhere');
      open.push(open.pop()! - 1);
    }
    if (children < 0 || children > elements.length) throw damaged(`the schema has an element of ${children} columns`);
    if (children > 0) open.push(children);
    if (open.length > deepest) throw damaged('columns are nested too deeply', `at most ${deepest} levels`);
  }
  if (elements.length === 0 || open.some((left) => left > 0))
    throw damaged('the schema has fewer columns than it says');
}

/** Plain columns of the schema; a struct gives one for each of its fields (`judge.harm`). */
export function readSchema(metadata: FileMetaData, mostColumns: number): Schema {
  const leaves: Leaf[] = [];
  const lists = new Set<string>();
  let index = 0;
  const visit = (node: SchemaTree, path: readonly string[], definition: number, repeated: boolean): void => {
    const { element, children } = node;
    if (path.length > deepest) throw damaged('columns are nested too deeply', `at most ${deepest} levels`);
    const inList = repeated || element.repetition_type === 'REPEATED';
    const level = definition + (element.repetition_type === 'OPTIONAL' ? 1 : 0);
    if (children.length > 0) {
      for (const child of children) visit(child, [...path, child.element.name], level, inList);
      return;
    }
    const [top] = path;
    if (element.type === undefined || top === undefined) throw damaged('a column has no type');
    if (plainOnly.has(top) && (inList || path.length > 1)) {
      const message = `the column “${top}” holds lists or structs`;
      throw new Refusal({ code: 'field-value', message, expected: 'one plain value in each row' });
    }
    if (inList) lists.add(top);
    else leaves.push({ name: path.join('.'), element, index, maxDefinition: level });
    index += 1;
    if (leaves.length > mostColumns) {
      const message = `there are more than ${plural(mostColumns, 'column')}`;
      throw new Refusal({ code: 'too-many-columns', message });
    }
  };
  checkTree(metadata.schema);
  const root = parquetSchema(metadata);
  for (const child of root.children) visit(child, [child.element.name], 0, false);
  const twice = leaves.find(({ name }, at) => leaves.findIndex((other) => other.name === name) < at);
  if (twice !== undefined) throw damaged(`two columns have the name “${shown(twice.name)}”`, 'a name for each column');
  return { leaves, chunks: index, lists: [...lists] };
}
