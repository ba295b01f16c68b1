import type { Evaluation, Interval } from '@surety/engine';
import { modelColumns } from './declared-model.js';
import type { QuantifiedArgument } from './quantified.js';

/**
 * Doubts of nodes of the argument as written where every leaf has the mean of its trials, for one set of numbers after
 * another (of arguments of one shape). Where nothing is uncertain that is what is there already.
 */
export function meanDoubts(): (quantified: QuantifiedArgument) => (node: number) => Interval {
  let own: { readonly evaluation: Evaluation; means: readonly number[] } | undefined;
  const evaluationOf = ({
    written: { model, compiled, evaluation },
    means,
    trials,
  }: QuantifiedArgument): Evaluation => {
    if (trials === 1) return evaluation;
    if (own === undefined) {
      own = { evaluation: compiled.evaluate(modelColumns(model, 1, means, [], () => false)), means };
      return own.evaluation;
    }
    for (let leaf = 0; leaf < means.length; leaf++) {
      if (means[leaf] === own.means[leaf]) continue;
      const at = model.leafOf({ kind: 'leaf', leaf });
      if (at !== undefined) own.evaluation.set(at, means[leaf]!);
    }
    own.means = means;
    return own.evaluation;
  };
  return (quantified) => {
    const { model } = quantified.written;
    let evaluation: Evaluation | undefined;
    return (node) => {
      evaluation ??= evaluationOf(quantified);
      return evaluation.mean(model.node(node));
    };
  };
}
