import {
  dempster,
  frechetAll,
  frechetAny,
  fused,
  groupHolds,
  highConflict,
  independentAny,
  multiplied,
  productOfConfidence,
  projected,
  sumOfDoubts,
  withWarrant,
} from '../../statistics/index.js';
import type { Arithmetic, ResultRow } from '../calculator.js';
import { number, probability } from '../parameter.js';
import { quantityFunction } from '../rows.js';

/** What every output that combines confidence says, because the literature found it. */
export const combinationWarning =
  'Graydon & Holloway (2017) found most schemes that combine confidence to give implausible results on some argument, and none to be validated. Show bounds and sensitivity beside a number, never a number alone; no verdict of Surety rests on these rules.';

const combines = ['all', 'any', 'same'] as const;

export const confidence: Arithmetic = {
  name: 'confidence',
  parameters: [
    { kind: 'numbers', name: 'confidence', text: 'confidence in each claim', ...probability, fewest: 2, most: 64 },
    {
      kind: 'choice',
      name: 'combine',
      text: 'all claims are needed, any is enough, or all are opinions about the same claim',
      choices: combines,
      default: 'all',
    },
    number('beta', probability, 'share of the failures that have a cause in common, for the exact answer', 0),
    number('warrant', probability, 'confidence in the step from the claims to what they support', 1),
  ],
  functions: [
    quantityFunction(
      'sumOfDoubts',
      'max(0, 1 - Σ(1 - p)): confidence that all claims hold, at least, whatever their dependence.',
      [number('p', probability, 'confidence in a claim'), number('q', probability, 'confidence in the next')],
      { repeats: true, unit: 'same', rises: ['p', 'q'], example: [[0.99, 0.98, 0.95], 0.92] },
      (...all) => sumOfDoubts(all),
    ),
  ],
  compute: (inputs) => {
    const all = inputs.confidence as readonly number[];
    const { beta, warrant } = inputs as Record<string, number>;
    const combine = inputs.combine as (typeof combines)[number];
    return combine === 'same' ? sameClaim(all) : combined(all, combine, beta!, warrant!);
  },
};

type Rule = readonly [name: string, value: number, text: string];

function combined(all: readonly number[], combine: 'all' | 'any', beta: number, warrant: number) {
  const exact = withWarrant(
    groupHolds(
      all.map((p) => 1 - p),
      beta,
    )[combine],
    warrant,
  );
  const rules: readonly Rule[] =
    combine === 'all'
      ? [
          ['product', productOfConfidence(all), 'As if independent.'],
          ['sumOfDoubts', sumOfDoubts(all), 'The least, whatever the dependence: also the lower Fréchet bound.'],
          [
            'weakest',
            frechetAll(all).upper,
            'The most, whatever the dependence: takes all doubts but one for the same.',
          ],
        ]
      : [
          ['independentLegs', independentAny(all), 'As if independent.'],
          ['strongest', frechetAny(all).lower, 'The least, whatever the dependence: the other legs earn nothing.'],
          ['frechetUpper', frechetAny(all).upper, 'The most, whatever the dependence.'],
        ];
  const rows: ResultRow[] = [
    { name: 'exact', value: exact, text: `By the fault tree, with beta ${beta} and the warrant.` },
  ];
  const misleading: string[] = [];
  for (const [name, value, text] of rules) {
    const weighted = withWarrant(value, warrant);
    rows.push({ name, value: weighted, text: `${text} ${distance(weighted, exact)}` });
    if (1 - exact > 1.5 * (1 - weighted) && 1 - exact > 1e-12)
      misleading.push(
        `\`${name}\` misleads here: it states ${timesText(1 - weighted, 1 - exact)} of the doubt that there is.`,
      );
  }
  return { rows, warnings: [...misleading, combinationWarning] };
}

function distance(value: number, exact: number): string {
  const more = 1 - value - (1 - exact);
  if (Math.abs(more) < 1e-12) return 'Equal to the exact answer.';
  return `Its doubt is ${figure(Math.abs(more))} ${more > 0 ? 'too high' : 'too low'}.`;
}

function timesText(part: number, whole: number): string {
  return `${figure((100 * part) / whole)} %`;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** Each confidence as an opinion of its own about one claim, half of its doubt being ignorance. */
function sameClaim(all: readonly number[]) {
  const opinions = all.map((p) => ({ belief: p, disbelief: (1 - p) / 2, uncertainty: (1 - p) / 2, base: 0.5 }));
  const together = opinions.slice(1).reduce((sum, one) => fused(sum, one), opinions[0]!);
  const both = opinions.slice(1).reduce((sum, one) => multiplied(sum, one), opinions[0]!);
  let masses: Readonly<Record<string, number>> = { yes: all[0]!, no: 1 - all[0]! };
  let kept = 1;
  for (const p of all.slice(1)) {
    const next = dempster(masses, { yes: p, no: 1 - p });
    kept *= 1 - next.conflict;
    masses = next.masses;
  }
  const conflict = 1 - kept;
  const mean = all.reduce((sum, p) => sum + p, 0) / all.length;
  return {
    rows: [
      {
        name: 'pooled',
        value: mean,
        text: 'The mean of the opinions, which is what Surety does with several experts.',
      },
      { name: 'dempster', value: masses.yes ?? null, text: 'By Dempster’s rule, as if the sources were independent.' },
      { name: 'conflict', value: conflict, text: 'K: the mass that contradicted itself and was divided away.' },
      { name: 'fusion', value: projected(together), text: 'By cumulative fusion: each opinion adds evidence.' },
      { name: 'multiplication', value: projected(both), text: 'Were they about different claims, all of them needed.' },
    ],
    warnings: [
      ...(conflict >= highConflict
        ? [`The conflict K is ${figure(conflict)}: Dempster’s rule means nothing here (Zadeh 1979).`]
        : []),
      'Dempster’s rule and fusion take opinions for independent evidence: two experts who read the same report are counted twice.',
      combinationWarning,
    ],
  };
}
