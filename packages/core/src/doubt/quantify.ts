import { compile, type Limits } from '@surety/engine';
import type { Argument } from './argument.js';
import { declaredModel, modelColumns } from './declared-model.js';
import type { Column } from './group-model.js';
import type { Group } from './groups.js';
import type { QuantifiedArgument, Solved } from './quantified.js';
import { columnMean } from './statistics-of-trials.js';

export interface Numbers {
  /** Per leaf of the argument. */
  readonly doubts: readonly Column[];
  readonly groups: readonly Group[];
  readonly sharedSources: readonly (readonly number[])[];
  readonly randomisations: number;
  readonly limits: Limits;
}

/** Puts the numbers to the argument: mean doubts, and the argument as written pushed through the engine. */
export function quantify(argument: Argument, roots: readonly number[], numbers: Numbers): QuantifiedArgument {
  const { doubts, limits } = numbers;
  const trials = trialsOf(doubts);
  const written = writtenModel(argument, roots, doubts, trials, limits);
  return { ...numbers, argument, means: doubts.map(columnMean), trials, written };
}

/** The same argument with other doubts: what was compiled stays. */
export function withDoubts(quantified: QuantifiedArgument, doubts: readonly Column[]): QuantifiedArgument {
  const { model, compiled } = quantified.written;
  const trials = trialsOf(doubts);
  const evaluation = compiled.evaluate(modelColumns(model, trials, doubts, [], () => false));
  return { ...quantified, doubts, means: doubts.map(columnMean), trials, written: { model, compiled, evaluation } };
}

/**
 * The same argument, or one of the same shape, with other numbers. The engine's evaluation is one throughout: only what
 * depends on the doubts that changed is computed again, and what was answered of the numbers before holds no more.
 */
export function followDoubts(
  before: QuantifiedArgument,
  argument: Argument,
  doubts: readonly Column[],
  groups: readonly Group[],
): QuantifiedArgument {
  const { model, compiled, evaluation } = before.written;
  const trials = trialsOf(doubts);
  const means = before.means.slice();
  const changed: number[] = [];
  for (let leaf = 0; leaf < doubts.length; leaf++) if (doubts[leaf] !== before.doubts[leaf]) changed.push(leaf);
  for (const leaf of changed) means[leaf] = columnMean(doubts[leaf]!);
  const next = { ...before, argument, doubts, means, groups, trials };
  if (trials !== before.trials) {
    const anew = compiled.evaluate(modelColumns(model, trials, doubts, [], () => false));
    return { ...next, written: { model, compiled, evaluation: anew } };
  }
  for (const leaf of changed) {
    const own = model.leafOf({ kind: 'leaf', leaf });
    if (own !== undefined) evaluation.set(own, doubts[leaf]!);
  }
  return next;
}

/** 1 where no doubt is uncertain. */
function trialsOf(doubts: readonly Column[]): number {
  const varying = doubts.find((column) => typeof column !== 'number');
  return typeof varying === 'object' ? varying.length : 1;
}

/** The argument as written, every leg counted in full: its structure, and the doubts pushed through it. */
export function writtenModel(
  argument: Argument,
  roots: readonly number[],
  doubts: readonly Column[],
  trials: number,
  limits: Limits,
): Solved {
  const model = declaredModel(argument, { kind: 'written' }, []);
  const compiled = compile(model.model, roots.map(model.node), limits);
  const evaluation = compiled.evaluate(modelColumns(model, trials, doubts, [], () => false));
  return { model, compiled, evaluation };
}
