import type { Gate } from '../types.js';
import { pointValues, termsBuilder, whyNoValue } from '../uncertainty/index.js';
import { expressionTerms } from './expression-terms.js';
import type { OpenPsaModel } from './model.js';
import { type ModelResult, problemAt } from './problem.js';
import type { PathOfSequence, SequencePaths } from './sequences.js';
import { defaultMissionTime, type Solvable, type SolveOptions, toRiskModels } from './to-risk-model.js';
import { quoted } from './xml-node.js';

/**
 * The model of a sequence of an event tree, given the initiating event. Of formulas: one of its paths happens, that is all
 * that the path collects. Of expressions: the sum over the paths of the products of what they collect, as one leaf. A path
 * that collects nothing is certain. Both kinds in one sequence are refused.
 */
export function solveSequence(
  model: OpenPsaModel,
  { name, paths }: SequencePaths,
  options: SolveOptions = {},
): ModelResult<Solvable> {
  const formulas = paths.some((path) => path.formulas.length > 0);
  if (!formulas) return ofExpressions(model, name, paths, options.missionTime ?? defaultMissionTime);
  const mixed = paths.flatMap((path) => path.expressions)[0];
  if (mixed !== undefined) {
    const message = `sequence ${quoted(name)} collects formulas and expressions`;
    return {
      ok: false,
      problem: problemAt('not-supported', mixed.expression.place, message, 'one kind in all its paths'),
    };
  }
  const built = toRiskModels(
    model,
    paths.flatMap((path) => path.formulas),
    options,
  );
  if (!built.ok) return built;
  const { roots } = built.value;
  const gates: Gate[] = [...built.value.model.gates];
  const { leaves } = built.value.model;
  const add = (gate: Gate) => leaves + gates.push(gate) - 1;
  let next = 0;
  const all = paths.map((path) => {
    const inputs = roots.slice(next, next + path.formulas.length);
    next += path.formulas.length;
    return add({ kind: 'and', inputs });
  });
  const root = add({ kind: 'or', inputs: all });
  return { ok: true, value: { ...built.value, model: { leaves, gates }, root } };
}

function ofExpressions(
  model: OpenPsaModel,
  name: string,
  paths: readonly PathOfSequence[],
  missionTime: number,
): ModelResult<Solvable> {
  const builder = termsBuilder();
  const { termOf, usesMissionTime } = expressionTerms(model, builder, missionTime);
  const products: number[] = [];
  for (const { expressions } of paths) {
    const factors = [builder.constant(1)];
    for (const { expression, context } of expressions) {
      const term = termOf(expression, [], context);
      if (typeof term !== 'number') return { ok: false, problem: term };
      factors.push(term);
    }
    products.push(builder.apply('mul', ...factors));
  }
  const sum = builder.apply('add', ...products);
  const values = pointValues(builder.terms);
  const p = values[sum]!;
  const place = paths[0]?.expressions[0]?.expression.place ?? { line: 1, column: 1 };
  // A sum of shares of 1 may miss it by its rounding.
  const rounding = 1e-12;
  if (!(p >= 0 && p <= 1 + rounding)) {
    const what = Number.isFinite(p)
      ? `has the probability ${p}`
      : `has no probability: ${whyNoValue(builder.terms, values, sum)}`;
    return {
      ok: false,
      problem: problemAt('domain', place, `sequence ${quoted(name)} ${what}`, 'a number from 0 to 1'),
    };
  }
  return {
    ok: true,
    value: {
      model: { leaves: 1, gates: [] },
      roots: [0],
      root: 0,
      events: [{ kind: 'basic-event', name, place }],
      leaves: [name],
      probabilities: Float64Array.of(Math.min(1, p)),
      terms: builder.terms,
      leafTerms: [sum],
      gates: 0,
      usesMissionTime: usesMissionTime(),
    },
  };
}
