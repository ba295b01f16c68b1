import { exp, log, pow } from '@surety/numerics';
import { exponential, glm, periodicTest, periodicTestInstantRepair, weibull } from './mission-time.js';

/**
 * What can be done with numbers, under the names of the Open-PSA Model Exchange Format. Sines and the like are those of the
 * platform, whose last digit may differ; all else has the same bits everywhere. Truth is 1 and falsehood 0; any other number
 * but 0 is true.
 */
export interface OperationEntry {
  readonly inputs: (count: number) => boolean;
  /** `NaN` outside of the domain. */
  readonly apply: (inputs: ArrayLike<number>) => number;
}

const exactly = (count: number) => (n: number) => n === count;
const some = (n: number) => n >= 1;
const one = (f: (x: number) => number): OperationEntry => ({ inputs: exactly(1), apply: (v) => f(v[0]) });
const two = (f: (x: number, y: number) => number): OperationEntry => ({
  inputs: exactly(2),
  apply: (v) => f(v[0], v[1]),
});
const fold = (f: (x: number, y: number) => number): OperationEntry => ({
  inputs: some,
  apply: (v) => {
    let result = v[0];
    for (let i = 1; i < v.length; i++) result = f(result, v[i]);
    return result;
  },
});
const truth = (value: boolean): number => (value ? 1 : 0);

export const operations = {
  neg: one((x) => -x),
  add: fold((x, y) => x + y),
  sub: fold((x, y) => x - y),
  mul: fold((x, y) => x * y),
  div: fold((x, y) => (y === 0 ? Number.NaN : x / y)),
  abs: one(Math.abs),
  acos: one(Math.acos),
  asin: one(Math.asin),
  atan: one(Math.atan),
  cos: one(Math.cos),
  sin: one(Math.sin),
  tan: one(Math.tan),
  cosh: one(Math.cosh),
  sinh: one(Math.sinh),
  tanh: one(Math.tanh),
  exp: one(exp),
  log: one((x) => (x > 0 ? log(x) : Number.NaN)),
  log10: one((x) => (x > 0 ? log(x) / Math.LN10 : Number.NaN)),
  mod: two((x, y) => (Math.trunc(y) === 0 ? Number.NaN : Math.trunc(x) % Math.trunc(y))),
  pow: two((x, y) => pow(x, y)),
  sqrt: one(Math.sqrt),
  ceil: one(Math.ceil),
  floor: one(Math.floor),
  min: fold(Math.min),
  max: fold(Math.max),
  mean: {
    inputs: some,
    apply: (v: ArrayLike<number>) => {
      let sum = 0;
      for (let i = 0; i < v.length; i++) sum += v[i];
      return sum / v.length;
    },
  },
  not: one((x) => truth(x === 0)),
  and: fold((x, y) => truth(x !== 0 && y !== 0)),
  or: fold((x, y) => truth(x !== 0 || y !== 0)),
  eq: two((x, y) => truth(x === y)),
  df: two((x, y) => truth(x !== y)),
  lt: two((x, y) => truth(x < y)),
  gt: two((x, y) => truth(x > y)),
  leq: two((x, y) => truth(x <= y)),
  geq: two((x, y) => truth(x >= y)),
  ite: { inputs: exactly(3), apply: (v: ArrayLike<number>) => (v[0] !== 0 ? v[1] : v[2]) },
  exponential: two(exponential),
  GLM: { inputs: exactly(4), apply: (v: ArrayLike<number>) => glm(v[0], v[1], v[2], v[3]) },
  Weibull: { inputs: exactly(4), apply: (v: ArrayLike<number>) => weibull(v[0], v[1], v[2], v[3]) },
  'periodic-test': {
    inputs: (n: number) => n === 4 || n === 5 || n === 11,
    apply: (v: ArrayLike<number>) => {
      if (v.length === 4) return periodicTestInstantRepair(v[0], v[1], v[2], v[3]);
      if (v.length === 5)
        return periodicTest(
          { ...instantTest, failing: v[0], failingInTest: v[0], repair: v[1], period: v[2], first: v[3] },
          v[4],
        );
      return periodicTest(
        {
          failing: v[0],
          failingInTest: v[1],
          repair: v[2],
          period: v[3],
          first: v[4],
          failsByTest: v[5],
          duration: v[6],
          availableInTest: v[7] !== 0,
          finds: v[8],
          failsAtRestart: v[9],
        },
        v[10],
      );
    },
  },
} as const satisfies Record<string, OperationEntry>;

/** A test that takes no time and finds everything. */
const instantTest = { failsByTest: 0, duration: 0, availableInTest: true, finds: 1, failsAtRestart: 0 } as const;

export type Operation = keyof typeof operations;

export function isOperation(name: string): name is Operation {
  return Object.hasOwn(operations, name);
}
