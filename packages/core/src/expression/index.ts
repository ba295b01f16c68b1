export type * from './ast.js';
export {
  type Column,
  type ColumnProblem,
  compileVector,
  firstWithoutValue,
  isColumnProblem,
  type VectorExpression,
} from './compile-vector.js';
export { type Environment, evaluate, isProblem, type Value } from './evaluate.js';
export type { ExpressionFunction } from './expression-function.js';
export {
  expressionFunction,
  expressionFunctions,
  functionNames,
} from './functions.js';
export { namesIn } from './names-in.js';
export { type ParsedExpression, parseExpression } from './parse-expression.js';
export { isDoubtUnit, isProbability, parseUnit, plainUnit, sameUnit, type Unit, unitText } from './unit.js';
export { type UnitEnvironment, type UnitFound, unitOf } from './unit-of.js';
