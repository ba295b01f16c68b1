/** Pieces of arithmetic for safety cases: as calculators that a person uses, and as functions that a quantity calls. */
export {
  type Calculator,
  type CalibrationSeries,
  type Computed,
  type Example,
  type Inputs,
  isRefusal,
  type Picture,
  type Refusal,
  type ResultRow,
  type TableRow,
  type Topic,
  topics,
} from './calculator.js';
export { calculatorNamed, calculators } from './calculators.js';
export { commandOf, optionName } from './command-of.js';
export { calculatorsMarkdown } from './markdown.js';
export {
  inRange,
  type NumberParameter,
  type Parameter,
  type Range,
  rangeText,
  type TableParameter,
} from './parameter.js';
export {
  argumentOutside,
  parameterAt,
  type QuantityFunction,
  signatureOf,
  type UnitRule,
} from './quantity-function.js';
export { expectation, type InputsRead, type RawCell, type RawTable, readInputs } from './read-inputs.js';
export { quantityFunctions } from './registry.js';
