import type { SyntaxNode } from '@lezer/common';
import { nearest } from '../case/index.js';
import type { ArithmeticOperator, CompareOperator, Expression, ExpressionProblem, Span } from './ast.js';
import { expressionFunction, functionNames } from './functions.js';
import { parser } from './parser.generated.js';
import { syntaxProblem } from './syntax-problem.js';
import { tokensOf } from './tokens-of.js';

/** What reading an expression gave: an `ast` exactly where there are no problems. */
export type ParsedExpression =
  | { readonly ast: Expression; readonly problems: readonly never[] }
  | { readonly ast: undefined; readonly problems: readonly ExpressionProblem[] };

/** Longest text that is read, in UTF-16 units. */
const maxLength = 10_000;
/** Most words, numbers and signs that are read; the parser keeps its structure up to here. */
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
  const tree = parser.parse(text);
  const syntax = syntaxProblem(text, tokens, tree);
  if (syntax !== undefined) return refuse(syntax);
  const problems: ExpressionProblem[] = [];
  const ast = convert(tree.topNode.firstChild!, text, problems, 0);
  return problems.length === 0 ? { ast, problems: [] } : { ast: undefined, problems };
}

function convert(node: SyntaxNode, text: string, problems: ExpressionProblem[], depth: number): Expression {
  const { from, to } = node;
  const span: Span = { from, to };
  if (depth > maxDepth) {
    const message = `the expression is nested deeper than ${maxDepth}`;
    if (!problems.some((problem) => problem.message === message)) problems.push({ message, ...span });
    return { kind: 'number', value: 0, ...span };
  }
  const child = (inner: SyntaxNode | null) => convert(inner!, text, problems, depth + 1);
  const sides = () => ({ left: child(node.firstChild), right: child(node.lastChild) });
  const operator = () => text.slice(node.firstChild!.nextSibling!.from, node.firstChild!.nextSibling!.to);
  switch (node.name) {
    case 'Parenthesised':
      return child(node.firstChild!.nextSibling);
    case 'Number':
      return { kind: 'number', value: numberValue(text.slice(from, to), span, problems), ...span };
    case 'String':
      return { kind: 'text', value: text.slice(from + 1, to - 1), ...span };
    case 'True':
    case 'False':
      return { kind: 'boolean', value: node.name === 'True', ...span };
    case 'Name':
      return { kind: 'name', name: text.slice(from, to), ...span };
    case 'Negation':
      return { kind: 'negate', operand: child(node.lastChild), ...span };
    case 'Comparison':
      return { kind: 'compare', operator: operator() as CompareOperator, ...sides(), ...span };
    case 'Call':
      return convertCall(node, text, problems, depth);
    default:
      return { kind: 'arithmetic', operator: operator() as ArithmeticOperator, ...sides(), ...span };
  }
}

function numberValue(text: string, span: Span, problems: ExpressionProblem[]): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  problems.push({ message: `${text} is larger than any number that can be held`, ...span });
  return 0;
}

function convertCall(node: SyntaxNode, text: string, problems: ExpressionProblem[], depth: number): Expression {
  const callee = node.firstChild!;
  const name = text.slice(callee.from, callee.to);
  const values: Expression[] = [];
  for (let part = callee.nextSibling!.firstChild; part !== null; part = part.nextSibling) {
    if (!'(,)'.includes(part.name)) values.push(convert(part, text, problems, depth + 1));
  }
  const found = expressionFunction(name);
  if (found === undefined) {
    const near = nearest(name, functionNames());
    const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
    problems.push({ message: `there is no function \`${name}\`${hint}`, from: callee.from, to: callee.to });
  } else {
    const { fewest, most } = found.arity;
    if (values.length < fewest || values.length > most) {
      const message = `\`${found.signature}\` was given ${values.length} argument${values.length === 1 ? '' : 's'}`;
      problems.push({ message, from: node.from, to: node.to });
    }
  }
  return { kind: 'call', name, arguments: values, from: node.from, to: node.to };
}
