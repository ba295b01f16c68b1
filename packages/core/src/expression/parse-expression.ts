import { nearest } from '../case/index.js';
import type { ArithmeticOperator, CompareOperator, Expression, ExpressionProblem, Span } from './ast.js';
import { expressionFunction, functionNames } from './functions.js';
import { readTree, type Tree } from './read-tree.js';
import { syntaxProblem } from './syntax-problem.js';
import { tokensOf } from './tokens-of.js';

/** What reading an expression gave: an `ast` exactly where there are no problems. */
export type ParsedExpression =
  | { readonly ast: Expression; readonly problems: readonly never[] }
  | { readonly ast: undefined; readonly problems: readonly ExpressionProblem[] };

/** Longest text that is read, in UTF-16 units. */
const maxLength = 10_000;
/** Most words, numbers and signs that are read. */
const maxTokens = 2000;
/** Deepest nesting that is read; what walks an expression may recurse. */
const maxDepth = 500;

/**
 * Reads the text of an expression: numbers, names (dots allowed), texts in quotes, `true`, `false`, `+ - * / ^`, at
 * most one comparison, calls of the functions of `expressionFunctions`. `^` is right-associative and binds tighter than
 * a minus sign before it: −2^2 = −4. Never throws; functions are looked up and their number of arguments is checked,
 * names are not (see `namesIn`).
 */
export function parseExpression(text: string): ParsedExpression {
  const refuse = (problem: ExpressionProblem): ParsedExpression => ({ ast: undefined, problems: [problem] });
  if (text.length > maxLength) {
    return refuse({ message: `the expression is longer than ${maxLength} characters`, from: 0, to: text.length });
  }
  const tokens = tokensOf(text);
  if (tokens.length > maxTokens) {
    const message = `the expression has more than ${maxTokens} words, numbers and signs`;
    return refuse({ message, from: tokens[maxTokens]!.from, to: text.length });
  }
  const read = readTree(text);
  if ('error' in read) return refuse(syntaxProblem(text, tokens, read.error));
  const problems: ExpressionProblem[] = [];
  const ast = convert(read.tree, problems, 0);
  return problems.length === 0 ? { ast, problems: [] } : { ast: undefined, problems };
}

function convert(node: Tree, problems: ExpressionProblem[], depth: number): Expression {
  const { from, to, text, children } = node;
  const span: Span = { from, to };
  if (depth > maxDepth) {
    const message = `the expression is nested deeper than ${maxDepth}`;
    if (!problems.some((problem) => problem.message === message)) problems.push({ message, ...span });
    return { kind: 'number', value: 0, ...span };
  }
  const child = (at: number) => convert(children[at]!, problems, depth + 1);
  switch (node.kind) {
    case 'parenthesised':
      return child(0);
    case 'number':
      return { kind: 'number', value: numberValue(text, span, problems), ...span };
    case 'text':
      return { kind: 'text', value: text.slice(1, -1), ...span };
    case 'boolean':
      return { kind: 'boolean', value: text === 'true', ...span };
    case 'name':
      return { kind: 'name', name: text, ...span };
    case 'negate':
      return { kind: 'negate', operand: child(0), ...span };
    case 'call':
      return convertCall(node, problems, depth);
    case 'operation': {
      const sides = { left: child(0), right: child(1) };
      return arithmetic.has(text)
        ? { kind: 'arithmetic', operator: text as ArithmeticOperator, ...sides, ...span }
        : { kind: 'compare', operator: text as CompareOperator, ...sides, ...span };
    }
  }
}

const arithmetic: ReadonlySet<string> = new Set<ArithmeticOperator>(['+', '-', '*', '/', '^']);

function numberValue(text: string, span: Span, problems: ExpressionProblem[]): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  problems.push({ message: `${text} is larger than any number that can be held`, ...span });
  return 0;
}

function convertCall(
  { text: name, children, from, to }: Tree,
  problems: ExpressionProblem[],
  depth: number,
): Expression {
  const [callee, ...given] = children;
  const values = given.map((one) => convert(one, problems, depth + 1));
  const found = expressionFunction(name);
  if (found === undefined) {
    const near = nearest(name, functionNames());
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    problems.push({ message: `there is no function \`${name}\`${hint}`, from: callee!.from, to: callee!.to });
  } else {
    const { fewest, most } = found.arity;
    if (values.length < fewest || values.length > most) {
      const message = `\`${found.signature}\` was given ${values.length} argument${values.length === 1 ? '' : 's'}`;
      problems.push({ message, from, to });
    }
  }
  return { kind: 'call', name, arguments: values, from, to };
}
