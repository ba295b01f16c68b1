import { type Expression, operands } from './ast.js';

/** Every occurrence of a name (not of a function) in the expression, with its place, in the order of the text. */
export function namesIn(of: Expression): readonly (Expression & { readonly kind: 'name' })[] {
  return of.kind === 'name' ? [of] : operands(of).flatMap(namesIn);
}
