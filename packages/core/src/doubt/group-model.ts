/** One doubt or one per trial. */
export type Column = number | Float64Array;

/**
 * The common-cause model of a group (`semantics.md` section 3). Members in ascending order of mean doubt; member j
 * fails iff (B and C_j) or I_j, with P(B) = beta, C_j = D_j and … and D_m nested, and I_j independent. Every marginal
 * is kept exactly, in every trial.
 */
export interface GroupModel {
  /** Members (positions in the input) by ascending mean doubt; ties keep the order of the input. */
  readonly order: readonly number[];
  /** Parallel to `order`: P(C_j), P(D_j), and P(I_j) when the group is in force. */
  readonly common: readonly Column[];
  readonly nested: readonly Column[];
  readonly own: readonly Column[];
}

export function groupModel(doubts: readonly Column[], means: readonly number[], beta: number): GroupModel {
  const order = doubts.map((_, i) => i).sort((a, b) => (means[a] as number) - (means[b] as number) || a - b);
  const sorted = order.map((i) => doubts[i] as Column);
  const common: Column[] = new Array(sorted.length);
  const nested: Column[] = new Array(sorted.length);
  let above: Column = 1;
  for (let j = sorted.length - 1; j >= 0; j--) {
    // The order is that of the means; the running minimum keeps C nested in trials where the order differs.
    const c = zip(sorted[j] as Column, above, Math.min);
    common[j] = c;
    nested[j] = zip(c, above, (low, high) => (high === 0 ? 1 : low / high));
    above = c;
  }
  const own = sorted.map((p, j) => zip(p, common[j] as Column, (doubt, c) => ownFailure(doubt, c, beta)));
  return { order, common, nested, own };
}

/** q such that beta c + (1 - beta c) q = p. */
function ownFailure(p: number, c: number, beta: number): number {
  const shared = beta * c;
  return shared >= 1 ? 0 : Math.max(0, (p - shared) / (1 - shared));
}

/** Applies `f` trial by trial; numbers stay numbers. */
export function zip(a: Column, b: Column, f: (a: number, b: number) => number): Column {
  if (typeof a === 'number' && typeof b === 'number') return f(a, b);
  const trials = typeof a === 'number' ? (b as Float64Array).length : a.length;
  const out = new Float64Array(trials);
  for (let t = 0; t < trials; t++) {
    out[t] = f(typeof a === 'number' ? a : (a[t] as number), typeof b === 'number' ? b : (b[t] as number));
  }
  return out;
}
