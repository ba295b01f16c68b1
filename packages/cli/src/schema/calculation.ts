import { described, format, list, object, type Schema, text } from './parts.js';

const value: Schema = { type: ['number', 'string', 'null'] };

export const calculation: Schema = object({
  format: format('surety-calculation/1'),
  calculator: text,
  inputs: described(
    { type: 'object', additionalProperties: true },
    'Numbers, lists of numbers, choices and shares by name; a table is the path of its file.',
  ),
  results: list(
    object({ name: text, value: described(value, 'Null where there is none for these inputs.'), text }),
    'In the order of the help.',
  ),
  warnings: list(text, 'What whoever uses these numbers must know.'),
});

export const calculatorList: Schema = object({
  format: format('surety-calculators/1'),
  calculators: list(
    object({
      name: text,
      title: text,
      topic: text,
      parameters: list(object({ name: text, text, takes: text })),
      functions: list(text, 'What a quantity of a case can call.'),
    }),
  ),
});
