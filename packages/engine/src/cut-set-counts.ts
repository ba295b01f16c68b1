import { type Families, UNKNOWN } from './minimal-sets.js';

/** `coefficients[i]` sets of order `low + i`. */
interface Polynomial {
  readonly low: number;
  readonly coefficients: readonly bigint[];
}

/**
 * The number of sets of each order in a family: polynomials in the order, bottom-up, where a module's polynomial is put in
 * for its variable (the sets of independent modules combine freely). `null` if a family is not known, or if more than
 * `maxWork` terms would have to be added.
 */
export function countSets(sets: Families, root: number, maxWork: number): readonly bigint[] | null {
  const { zbdd } = sets;
  if (root === UNKNOWN) return null;

  const uses = countUses(sets, root);
  if (uses === null) return null;
  const known = new Map<number, Polynomial>();
  known.set(0, { low: 0, coefficients: [] });
  known.set(1, { low: 0, coefficients: [1n] });
  const take = (node: number): Polynomial => {
    const polynomial = known.get(node) as Polynomial;
    if (node > 1 && --uses[node] === 0) known.delete(node);
    return polynomial;
  };
  let work = 0;
  for (let n = 2; n <= root; n++) {
    if (uses[n] === 0) continue;
    const level = zbdd.level(n);
    let high = take(zbdd.hi(n));
    if (sets.leafAt(level) >= 0) high = { low: high.low + 1, coefficients: high.coefficients };
    else {
      const inner = take(sets.innerAt(level));
      work += inner.coefficients.length * high.coefficients.length;
      if (work > maxWork) return null;
      high = product(inner, high);
    }
    const low = take(zbdd.lo(n));
    work += low.coefficients.length + high.coefficients.length;
    if (work > maxWork) return null;
    known.set(n, sum(low, high));
  }
  const { low, coefficients } = known.get(root) as Polynomial;
  return coefficients.length === 0 ? [] : [...new Array<bigint>(low).fill(0n), ...coefficients];
}

/** How often each node is read by nodes that are needed for the root; `null` if a module's family is not known. */
function countUses({ zbdd, leafAt, innerAt }: Families, root: number): Int32Array | null {
  const uses = new Int32Array(root + 1);
  uses[root] = 1;
  for (let n = root; n > 1; n--) {
    if (uses[n] === 0) continue;
    uses[zbdd.lo(n)]++;
    uses[zbdd.hi(n)]++;
    if (leafAt(zbdd.level(n)) >= 0) continue;
    const inner = innerAt(zbdd.level(n));
    if (inner === UNKNOWN) return null;
    uses[inner]++;
  }
  return uses;
}

function sum(x: Polynomial, y: Polynomial): Polynomial {
  if (x.coefficients.length === 0) return y;
  if (y.coefficients.length === 0) return x;
  const low = Math.min(x.low, y.low);
  const end = Math.max(x.low + x.coefficients.length, y.low + y.coefficients.length);
  const coefficients = new Array<bigint>(end - low).fill(0n);
  x.coefficients.forEach((c, i) => {
    coefficients[x.low - low + i] = c;
  });
  y.coefficients.forEach((c, i) => {
    coefficients[y.low - low + i]! += c;
  });
  return { low, coefficients };
}

function product(x: Polynomial, y: Polynomial): Polynomial {
  if (x.coefficients.length === 0 || y.coefficients.length === 0) return { low: 0, coefficients: [] };
  const coefficients = new Array<bigint>(x.coefficients.length + y.coefficients.length - 1).fill(0n);
  x.coefficients.forEach((a, i) => {
    if (a === 0n) return;
    y.coefficients.forEach((b, j) => {
      coefficients[i + j]! += a * b;
    });
  });
  return { low: x.low + y.low, coefficients };
}
