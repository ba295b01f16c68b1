import { inRange, type NumberParameter } from './parameter.js';

/** How the unit of a call follows from those of its arguments. */
export type UnitRule =
  /** Arguments and result are plain numbers. */
  | 'plain'
  /** All arguments have one unit, and the result has it. */
  | 'same'
  /** All arguments have one unit, and the result is a plain number. */
  | 'ratio'
  /** Argument `p`, a probability per X, in argument `n`, X per Y, gives a probability per Y; the others are shares. */
  | { readonly kind: 'occurrence'; readonly p: number; readonly n: number }
  /** Argument `k` of argument `n` things, each with probability `p`; the others are plain. */
  | { readonly kind: 'copies'; readonly k: number; readonly n: number; readonly p: number };

/** A function that an expression of a case can call, over parameters of a calculator. */
export interface QuantityFunction {
  readonly name: string;
  /** What it gives, in one or two sentences. */
  readonly text: string;
  readonly parameters: readonly NumberParameter[];
  /** The last parameter may be given several times. */
  readonly repeats: boolean;
  /** What must hold of the arguments together, beside their ranges. */
  readonly needs?: string;
  readonly unit: UnitRule;
  /** Names of parameters in which it never falls, and never rises: who wants to be on the safe side must know. */
  readonly rises: readonly string[];
  readonly falls: readonly string[];
  readonly example: { readonly values: readonly number[]; readonly value: number };
  /** `NaN` outside the domain, as `argumentOutside` and `needs` tell it. */
  readonly value: (...values: readonly number[]) => number;
}

/** As it is called: `atLeastOne(p, n)`. */
export function signatureOf({ name, parameters, repeats }: Pick<QuantityFunction, 'name' | 'parameters' | 'repeats'>) {
  return `${name}(${parameters.map((each) => each.name).join(', ')}${repeats ? ', …' : ''})`;
}

/** The parameter of the argument at a place. */
export function parameterAt(
  { parameters, repeats }: Pick<QuantityFunction, 'parameters' | 'repeats'>,
  at: number,
): NumberParameter | undefined {
  return parameters[at] ?? (repeats ? parameters.at(-1) : undefined);
}

/** The place of the first argument that lies outside the range of its parameter; -1 where none does. */
export function argumentOutside(
  of: Pick<QuantityFunction, 'parameters' | 'repeats'>,
  values: readonly number[],
): number {
  return values.findIndex((value, at) => {
    const parameter = parameterAt(of, at);
    return parameter === undefined || !inRange(value, parameter);
  });
}
