import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { sampleModel, samplingPlan, summarise, termsBuilder, type UncertainLeaves } from './index.js';
import { mergeLognormals } from './merge-lognormals.js';

/** Uncertain numbers of what is merged: family and parameters. */
function deviates({ terms }: UncertainLeaves) {
  return terms.flatMap((term) =>
    term.kind === 'deviate'
      ? [
          {
            family: term.family,
            parameters: term.inputs.map((input) => {
              const of = terms[input]!;
              return of.kind === 'constant' ? of.value : 'a term';
            }),
          },
        ]
      : [],
  );
}

test('factors that are lognormal and nothing else become one: μ and σ² add up', () => {
  const b = termsBuilder();
  const c = b.constant;
  const inner = b.apply('mul', b.deviate('lognormal', c(-1), c(0.3)), b.deviate('lognormal', c(-2), c(0.4)));
  const beta = b.deviate('beta', c(2), c(3));
  const product = b.apply('mul', inner, beta, b.deviate('lognormal', c(-3), c(1.2)), c(0.5));
  const merged = mergeLognormals({ terms: b.terms, leafTerms: [product, beta] });
  expect(deviates(merged)).toEqual([
    { family: 'beta', parameters: [2, 3] },
    { family: 'lognormal', parameters: [-6, 1.3] },
  ]);
  expect(merged.leafTerms.map((at) => merged.terms[at]!.kind)).toEqual(['apply', 'deviate']);
});

test('by error factor too; a product that is used in two places is drawn once', () => {
  const b = termsBuilder();
  const c = b.constant;
  const one = () => b.deviate('lognormal-by-error-factor', c(0.01), c(3), c(0.95));
  const product = b.apply('mul', one(), one());
  const merged = mergeLognormals({ terms: b.terms, leafTerms: [product, b.apply('exp', product)] });
  expect(deviates(merged)).toHaveLength(1);
  const [leaf, other] = merged.leafTerms.map((at) => merged.terms[at]!);
  expect([leaf!.kind, other!.kind === 'apply' && other!.inputs]).toEqual(['deviate', [merged.leafTerms[0]]]);
});

test('what is used elsewhere, has uncertain or wrong parameters, or stands alone, stays', () => {
  const b = termsBuilder();
  const c = b.constant;
  const shared = b.deviate('lognormal', c(-1), c(0.3));
  const doubtful = b.deviate('lognormal', b.deviate('normal', c(-2), c(0.1)), c(0.3));
  const wrong = b.deviate('lognormal', c(-1), c(-0.3));
  const alone = b.deviate('lognormal', c(-4), c(0.3));
  const leaves = { terms: b.terms, leafTerms: [b.apply('mul', shared, doubtful, wrong, alone), shared] };
  expect(mergeLognormals(leaves)).toBe(leaves);
});

test('a product of three lognormals: quantiles by the closed form', () => {
  const b = termsBuilder();
  const c = b.constant;
  const leafTerms = [
    b.apply('mul', ...[0.5, 0.8, 0.3].map((sigma) => b.deviate('lognormal', c(-2), c(sigma))), c(0.25)),
  ];
  const plan = samplingPlan(65_536, 'sobol', 3);
  const { upper } = sampleModel(compile({ leaves: 1, gates: [] }, [0]), 0, { terms: b.terms, leafTerms }, plan);
  const { p5, p50, p95 } = summarise(plan, upper);
  const sigma = Math.sqrt(0.25 + 0.64 + 0.09);
  for (const [found, z] of [
    [p5, -1.6448536269514722],
    [p50, 0],
    [p95, 1.6448536269514722],
  ] as const) {
    expect(found / (0.25 * Math.exp(-6 + z * sigma))).toBeCloseTo(1, 3);
  }
});
