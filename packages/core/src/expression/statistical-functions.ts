import { parameterAt, quantityFunctions, signatureOf } from '../calculator/index.js';
import type { ExpressionFunction } from './expression-function.js';

/** The functions of statistics that an expression may call: those that the calculators declare. */
export const statisticalFunctions: readonly ExpressionFunction[] = quantityFunctions.map((each) => {
  const { name, text, parameters, repeats, needs, unit, example, value } = each;
  return {
    name,
    signature: signatureOf(each),
    text,
    ...(needs === undefined ? {} : { domain: needs }),
    arity: { fewest: parameters.length, most: repeats ? Number.POSITIVE_INFINITY : parameters.length },
    parameter: (at) => parameterAt(each, at),
    unit,
    examples: [{ expression: `${name}(${example.values.join(', ')})`, value: example.value }],
    value,
  };
});
