/** An opinion of subjective logic (Jøsang 2016): belief, disbelief and uncertainty add up to 1; `base` is the prior share. */
export interface SubjectiveOpinion {
  readonly belief: number;
  readonly disbelief: number;
  readonly uncertainty: number;
  readonly base: number;
}

/** The probability that an opinion projects: b + a·u. */
export function projected({ belief, base, uncertainty }: SubjectiveOpinion): number {
  return belief + base * uncertainty;
}

/** Both of two independent claims hold (binomial multiplication). Base rates of 1 for both have no value: `NaN`. */
export function multiplied(x: SubjectiveOpinion, y: SubjectiveOpinion): SubjectiveOpinion {
  const rest = 1 - x.base * y.base;
  const { belief: b1, disbelief: d1, uncertainty: u1, base: a1 } = x;
  const { belief: b2, disbelief: d2, uncertainty: u2, base: a2 } = y;
  return {
    belief: b1 * b2 + ((1 - a1) * a2 * b1 * u2 + a1 * (1 - a2) * u1 * b2) / rest,
    disbelief: d1 + d2 - d1 * d2,
    uncertainty: u1 * u2 + ((1 - a2) * b1 * u2 + (1 - a1) * u1 * b2) / rest,
    base: a1 * a2,
  };
}

/** Two independent sources about the same claim (cumulative fusion). Two without uncertainty count half each. */
export function fused(x: SubjectiveOpinion, y: SubjectiveOpinion): SubjectiveOpinion {
  const { uncertainty: u1 } = x;
  const { uncertainty: u2 } = y;
  const certain = u1 === 0 && u2 === 0;
  const total = certain ? 1 : u1 + u2 - u1 * u2;
  const [w1, w2] = certain ? [0.5, 0.5] : [u2 / total, u1 / total];
  return {
    belief: w1 * x.belief + w2 * y.belief,
    disbelief: w1 * x.disbelief + w2 * y.disbelief,
    uncertainty: certain ? 0 : (u1 * u2) / total,
    base: (x.base + y.base) / 2,
  };
}
