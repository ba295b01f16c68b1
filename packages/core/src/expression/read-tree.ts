import type { Span } from './ast.js';
import { type Lexeme, scan } from './scan.js';

/** An expression as it is written, parentheses too. */
export interface Tree extends Span {
  readonly kind: 'number' | 'text' | 'boolean' | 'name' | 'negate' | 'operation' | 'call' | 'parenthesised';
  /** The sign of an operation, the name of a call. */
  readonly text: string;
  readonly children: readonly Tree[];
}

/** How tight a sign binds; a minus sign before a value stands between `*` and `^`. */
const strengths: Readonly<Record<string, number>> = { '+': 2, '-': 2, '*': 3, '/': 3, '^': 5 };
const compareStrength = 1;
const minusStrength = 4;
const comparisons: ReadonlySet<string> = new Set(['<=', '>=', '==', '!=', '<', '>']);

/** What waits for its right side. */
type Waiting = { readonly sign: Lexeme; readonly strength: number; readonly left?: Tree };

/** What is open: the whole, a parenthesis, or a call. */
interface Group {
  readonly from: number;
  readonly callee?: Tree;
  readonly values: Tree[];
  readonly waiting: Waiting[];
  compared: boolean;
}

/**
 * Reads the whole of an expression by the grammar (`expression.grammar`), or says where the first piece stands that cannot
 * go on what was before it. It does not recurse, so depth is no danger.
 */
export function readTree(text: string): { readonly tree: Tree } | { readonly error: number } {
  const groups: Group[] = [opened(0)];
  let operand: Tree | undefined;
  for (let place = 0; ; ) {
    const { at, lexeme } = scan(text, place);
    const group = groups.at(-1)!;
    if (at === text.length) {
      if (operand === undefined || groups.length > 1) return { error: at };
      return { tree: closed(group, operand) };
    }
    if (lexeme === undefined) return { error: at };
    place = lexeme.to;
    if (operand === undefined) {
      if (lexeme.kind !== 'sign') operand = leaf(lexeme);
      else if (lexeme.text === '(') groups.push(opened(lexeme.from));
      else if (lexeme.text === '-') group.waiting.push({ sign: lexeme, strength: minusStrength });
      else if (lexeme.text === ')' && isEmptyCall(group)) {
        groups.pop();
        operand = called(group, lexeme.to);
      } else return { error: at };
      continue;
    }
    const sign = lexeme.kind === 'sign' ? lexeme.text : '';
    if (sign === '(' && operand.kind === 'name') {
      groups.push(opened(operand.from, operand));
      operand = undefined;
    } else if (sign === ')' && groups.length > 1) {
      groups.pop();
      const value = closed(group, operand);
      if (group.callee !== undefined) group.values.push(value);
      operand =
        group.callee === undefined
          ? { kind: 'parenthesised', text: '', children: [value], from: group.from, to: lexeme.to }
          : called(group, lexeme.to);
    } else if (sign === ',' && group.callee !== undefined) {
      group.values.push(closed(group, operand));
      group.compared = false;
      operand = undefined;
    } else if (comparisons.has(sign) && !group.compared) {
      group.compared = true;
      group.waiting.push({ sign: lexeme, strength: compareStrength, left: closed(group, operand) });
      operand = undefined;
    } else if (Object.hasOwn(strengths, sign)) {
      const strength = strengths[sign]!;
      // A power waits for the next one: it is right-associative.
      const left = reduced(group, operand, sign === '^' ? strength + 1 : strength);
      group.waiting.push({ sign: lexeme, strength, left });
      operand = undefined;
    } else return { error: at };
  }
}

function opened(from: number, callee?: Tree): Group {
  return { from, ...(callee === undefined ? {} : { callee }), values: [], waiting: [], compared: false };
}

function isEmptyCall({ callee, values, waiting }: Group): boolean {
  return callee !== undefined && values.length === 0 && waiting.length === 0;
}

function called({ callee, values }: Group, to: number): Tree {
  return { kind: 'call', text: callee!.text, children: [callee!, ...values], from: callee!.from, to };
}

function leaf({ kind, text, from, to }: Lexeme): Tree {
  const isBoolean = kind === 'name' && (text === 'true' || text === 'false');
  return { kind: isBoolean ? 'boolean' : (kind as 'number' | 'text' | 'name'), text, children: [], from, to };
}

/** Everything of the group that waits, with its right side. */
function closed(group: Group, operand: Tree): Tree {
  return reduced(group, operand, 0);
}

/** What binds at least so tight, with its right side. */
function reduced({ waiting }: Group, operand: Tree, strength: number): Tree {
  let value = operand;
  while (waiting.length > 0 && waiting.at(-1)!.strength >= strength) {
    const { sign, left } = waiting.pop()!;
    value =
      left === undefined
        ? { kind: 'negate', text: '-', children: [value], from: sign.from, to: value.to }
        : { kind: 'operation', text: sign.text, children: [left, value], from: left.from, to: value.to };
  }
  return value;
}
