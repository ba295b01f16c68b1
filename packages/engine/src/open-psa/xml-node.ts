import type { ModelPlace, ModelProblem, ModelProblemCode } from './problem.js';
import { problemAt } from './problem.js';

/** An element of a definition, with all that stands in it. */
export interface XmlNode extends ModelPlace {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  /** Text between its elements; only a label has one. */
  text: string;
}

/** Where problems go; the first one is kept. */
export interface Sink {
  fail(code: ModelProblemCode, place: ModelPlace, message: string, expected?: string, nearest?: string): undefined;
  readonly problem: ModelProblem | undefined;
}

export function sink(): Sink {
  let problem: ModelProblem | undefined;
  return {
    fail(code, place, message, expected, nearest) {
      problem ??= problemAt(code, place, message, expected, nearest);
      return undefined;
    },
    get problem() {
      return problem;
    },
  };
}

/** Where a node stands, without the node. */
export function placeOf({ line, column, file }: XmlNode): ModelPlace {
  return file === undefined ? { line, column } : { line, column, file };
}

/** Text of others in a message. */
export function quoted(text: string): string {
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

/** An attribute that must be there. */
export function required(node: XmlNode, attribute: string, to: Sink): string | undefined {
  const value = node.attributes[attribute];
  if (value !== undefined && value !== '') return value;
  return to.fail(
    'missing-attribute',
    placeOf(node),
    `<${node.name}> has no ${attribute}`,
    `the attribute \`${attribute}\``,
  );
}

/** The results of all, or nothing if one has none. */
export function all<T, R>(items: readonly T[], read: (item: T) => R | undefined): R[] | undefined {
  const results: R[] = [];
  for (const item of items) {
    const result = read(item);
    if (result === undefined) return undefined;
    results.push(result);
  }
  return results;
}

/** The one thing in an element. */
export function only<T>(node: XmlNode, to: Sink, read: (node: XmlNode, to: Sink) => T | undefined): T | undefined {
  const [child, second] = node.children;
  if (child !== undefined && second === undefined) return read(child, to);
  return to.fail(
    'bad-number-of-parts',
    placeOf(second ?? node),
    `<${node.name}> has ${node.children.length === 0 ? 'nothing' : 'more than one part'} in it`,
    'one part',
  );
}
