/**
 * The parametric models of common-cause failure (Fleming 1974; Mosleh et al., NUREG/CR-4780, 1988; Mosleh, Rasmuson & Marshall,
 * NUREG/CR-5485, 1998), as the Open-PSA Model Exchange Format 2.0d has them.
 */
export type CommonCauseModel = 'beta-factor' | 'MGL' | 'alpha-factor' | 'phi-factor';

/** What is needed of numbers, so that factors may be uncertain. */
export interface Arithmetic<T> {
  readonly constant: (value: number) => T;
  readonly add: (values: readonly T[]) => T;
  readonly subtract: (x: T, y: T) => T;
  readonly multiply: (values: readonly T[]) => T;
  readonly divide: (x: T, y: T) => T;
}

/**
 * The probability of one event that fails k given members of a group together and no others, for k = 1 … n; `undefined` at
 * levels that the model leaves out.
 *
 * - `beta-factor`, one factor β: Q₁ = (1 − β) Q, Qₙ = β Q.
 * - `MGL`, factors ρ₂ = β, ρ₃ = γ, …: Q_k = ρ₂ ⋯ ρ_k (1 − ρ_{k+1}) Q / C(n−1, k−1), the last without 1 − ρ.
 * - `alpha-factor`, α₁ …, for tests that are not staggered: Q_k = k α_k Q / (C(n−1, k−1) Σ i α_i).
 * - `phi-factor`, φ₁ …: Q_k = φ_k Q.
 *
 * @param total Q, the failure probability of a member from all causes
 * @param factors from level 2 (`MGL`), from level 1 (α, φ), or β alone; fewer than n leave out the upper levels.
 */
export function levelProbabilities<T>(
  model: CommonCauseModel,
  size: number,
  total: T,
  factors: readonly T[],
  { constant, add, subtract, multiply, divide }: Arithmetic<T>,
): readonly (T | undefined)[] {
  const levels: (T | undefined)[] = new Array(size).fill(undefined);
  const one = constant(1);
  switch (model) {
    case 'beta-factor':
      levels[0] = multiply([subtract(one, factors[0]), total]);
      levels[size - 1] = multiply([factors[0], total]);
      return levels;
    case 'MGL':
      for (let k = 1; k <= factors.length + 1; k++) {
        const parts = [constant(1 / choose(size - 1, k - 1)), ...factors.slice(0, k - 1)];
        if (k <= factors.length) parts.push(subtract(one, factors[k - 1]));
        levels[k - 1] = multiply([...parts, total]);
      }
      return levels;
    case 'alpha-factor': {
      const sum = add(factors.map((factor, i) => multiply([constant(i + 1), factor])));
      for (const [i, factor] of factors.entries())
        levels[i] = multiply([constant((i + 1) / choose(size - 1, i)), divide(factor, sum), total]);
      return levels;
    }
    case 'phi-factor':
      for (const [i, factor] of factors.entries()) levels[i] = multiply([factor, total]);
      return levels;
  }
}

/** The sets of members (0 … size − 1) that fail together by one event, of the levels given: by size, then in order. */
export function commonCauseEvents(size: number, levels: readonly number[]): readonly (readonly number[])[] {
  const wanted = new Set(levels);
  const sets: number[][] = [];
  for (let mask = 1; mask < 1 << size; mask++) {
    const members = Array.from({ length: size }, (_, i) => i).filter((i) => (mask >> i) & 1);
    if (wanted.has(members.length)) sets.push(members);
  }
  return sets.sort((x, y) => x.length - y.length || compare(x, y));
}

function compare(x: readonly number[], y: readonly number[]): number {
  const at = x.findIndex((member, i) => member !== y[i]);
  return at < 0 ? 0 : x[at] - y[at];
}

/** Binomial coefficient. */
function choose(n: number, k: number): number {
  let result = 1;
  for (let i = 1; i <= k; i++) result = (result * (n - k + i)) / i;
  return Math.round(result);
}
