import type { Arithmetic, Computed, Example, Inputs, Refusal } from './calculator.js';
import type { NumberParameter } from './parameter.js';
import { argumentOutside, type QuantityFunction, type UnitRule } from './quantity-function.js';

/** The numbers of a calculator, by the names of its parameters. */
export type Numbers = Readonly<Record<string, number>>;

/** A result that follows from numbers, which an expression may be able to call too. */
export interface Row {
  readonly name: string;
  readonly text: string;
  readonly value: (of: Numbers) => number;
  readonly call?: Call;
}

export interface Call {
  /** Names of the parameters that are its arguments, in order. */
  readonly takes: readonly string[];
  readonly repeats?: boolean;
  readonly needs?: string;
  readonly unit?: UnitRule;
  readonly rises?: readonly string[];
  readonly falls?: readonly string[];
  readonly example: readonly [values: readonly number[], value: number];
  /** Instead of the row's `value`: where that takes more than the parameters. */
  readonly of?: (...values: readonly number[]) => number;
}

type Definition = Omit<Arithmetic, 'functions' | 'compute' | 'parameters'> & {
  readonly parameters: readonly NumberParameter[];
  readonly rows: readonly Row[];
  /** Of these inputs and results; sentences. */
  readonly warnings?: (of: Numbers, results: Numbers) => readonly string[];
  /** What keeps the inputs from fitting together. */
  readonly refuse?: (of: Numbers) => Refusal | undefined;
  readonly picture?: (of: Numbers) => Computed['picture'];
};

/** A calculator whose results follow one by one from numbers, and its functions for expressions, in one declaration. */
export function calculatorOf(definition: Definition): Arithmetic {
  const { rows, warnings, refuse, picture, ...rest } = definition;
  return {
    ...rest,
    functions: rows.flatMap((row) => functionOf(row, rest.parameters)),
    compute: (inputs: Inputs): Computed | Refusal => {
      const numbers = inputs as Numbers;
      const refusal = refuse?.(numbers);
      if (refusal !== undefined) return refusal;
      const values = rows.map(({ name, value }) => [name, value(numbers)] as const);
      const drawn = picture?.(numbers);
      return {
        rows: rows.map(({ name, text }, at) => {
          const value = values[at]![1];
          return { name, text, value: Number.isFinite(value) ? value : null };
        }),
        warnings: warnings?.(numbers, Object.fromEntries(values)) ?? [],
        ...(drawn === undefined ? {} : { picture: drawn }),
      };
    },
  };
}

function functionOf({ name, text, value, call }: Row, parameters: readonly NumberParameter[]): QuantityFunction[] {
  if (call === undefined) return [];
  return [
    quantityFunction(
      name,
      text,
      call.takes.map((one) => parameters.find((each) => each.name === one)!),
      call,
      call.of ?? ((...values) => value(Object.fromEntries(call.takes.map((one, at) => [one, values[at]!])))),
    ),
  ];
}

/** A function for expressions over parameters of its own. */
export function quantityFunction(
  name: string,
  text: string,
  parameters: readonly NumberParameter[],
  { repeats = false, needs, unit = 'plain', rises = [], falls = [], example }: Omit<Call, 'takes' | 'of'>,
  value: (...values: readonly number[]) => number,
): QuantityFunction {
  const ranges = { parameters, repeats };
  return {
    name,
    text,
    ...ranges,
    ...(needs === undefined ? {} : { needs }),
    unit,
    rises,
    falls,
    example: { values: example[0], value: example[1] },
    value: (...values) => (argumentOutside(ranges, values) < 0 ? value(...values) : Number.NaN),
  };
}

/** An example, with the options of the command line by the names of the parameters. */
export function example(
  given: Readonly<Record<string, string | number>>,
  gives: Readonly<Record<string, string>>,
  oracle: string,
): Example {
  return {
    given: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)])),
    gives,
    oracle,
  };
}
