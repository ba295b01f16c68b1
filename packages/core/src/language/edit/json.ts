import { maxDepth } from '../compose.js';
import type { TextDocument } from '../document.js';
import { maxKeyLength, printScalar } from './scalar.js';

/** Why a value cannot be written at this depth, if it cannot. */
export function jsonProblem(value: unknown, depth: number): string | undefined {
  if (depth >= maxDepth) return `the value is nested deeper than ${maxDepth} levels`;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `${value} is not a finite number`;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (Array.isArray(value)) return firstProblem(value, depth);
  if (typeof value !== 'object') return `a value of type ${typeof value} is not plain data`;
  const long = Object.keys(value).some((key) => printScalar(key, 'flow').length > maxKeyLength);
  return long ? `a key has at most ${maxKeyLength} characters` : firstProblem(Object.values(value), depth);
}

function firstProblem(items: readonly unknown[], depth: number): string | undefined {
  for (const item of items) {
    const problem = jsonProblem(item, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why a text cannot be changed at all, if it cannot: splices are sure only where YAML is. */
export function textProblem(document: TextDocument): string | undefined {
  if (document.yaml === null)
    return /\S/.test(document.text.replace(/^\s*#.*$/gm, '')) ? 'the text cannot be read' : undefined;
  const [error] = document.yaml.errors;
  if (error === undefined) return undefined;
  const { line } = document.lines.position(error.pos[0]);
  return `line ${line} is not valid YAML: mend it first`;
}
