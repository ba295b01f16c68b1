/*
 * Agreement between graders, on categories without an order. Percent agreement has an exact interval (a binomial rate) and
 * says nothing of chance; κ and α take chance off, by the categories' shares. Where nearly all grades are one category
 * chance agreement is nearly 1, so that κ is low although graders hardly ever differ (the prevalence paradox: Feinstein &
 * Cicchetti 1990, High agreement but low kappa); with a single category it is 0/0, and `NaN` here. None says who is right.
 */

/** The grades of one unit, one for each grader; `undefined` where a grader gave none. */
export type Grades = readonly (string | undefined)[];

/** κ with its standard error. */
export interface Kappa {
  readonly kappa: number;
  readonly standardError: number;
  /** Share of the units on which the two agree, and what the shares of the categories alone would give. */
  readonly observed: number;
  readonly expected: number;
}

/**
 * Cohen's κ of two graders (1960), over the units that both graded, with the standard error of Fleiss, Cohen & Everitt
 * 1969 (in large samples, for a κ that is not 0). At full agreement that error is 0: a width that means nothing.
 */
export function cohenKappa(units: readonly (readonly [string | undefined, string | undefined])[]): Kappa {
  const both = units.flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [[a, b] as const]));
  const categories = [...new Set(both.flat())].sort();
  const n = both.length;
  const at = new Map(categories.map((category, i) => [category, i]));
  const share = categories.map(() => new Float64Array(categories.length));
  for (const [a, b] of both) share[at.get(a)!]![at.get(b)!]! += 1 / n;
  const rows = share.map((row) => row.reduce((sum, each) => sum + each, 0));
  const columns = categories.map((_, j) => share.reduce((sum, row) => sum + row[j]!, 0));
  const observed = categories.reduce((sum, _, i) => sum + share[i]![i]!, 0);
  const expected = categories.reduce((sum, _, i) => sum + rows[i]! * columns[i]!, 0);
  if (n === 0 || categories.length < 2) return { kappa: Number.NaN, standardError: Number.NaN, observed, expected };
  const kappa = (observed - expected) / (1 - expected);
  let squares = -square(kappa - expected * (1 - kappa));
  for (let i = 0; i < categories.length; i++) {
    squares += share[i]![i]! * square(1 - (rows[i]! + columns[i]!) * (1 - kappa));
    for (let j = 0; j < categories.length; j++)
      if (i !== j) squares += share[i]![j]! * square((1 - kappa) * (columns[i]! + rows[j]!));
  }
  const standardError = Math.sqrt(Math.max(0, squares) / n) / (1 - expected);
  return { kappa, standardError, observed, expected };
}

/** Fleiss' κ (1971) of any number of graders, over the units that all of them graded; graders are interchangeable. */
export function fleissKappa(units: readonly Grades[]): number {
  const full = units.filter((grades) => grades.every((grade) => grade !== undefined));
  const graders = full[0]?.length ?? 0;
  const totals = new Map<string, number>();
  let agreeing = 0;
  for (const grades of full) {
    for (const [category, count] of countsOf(grades)) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      agreeing += count * (count - 1);
    }
  }
  if (graders < 2 || totals.size < 2) return Number.NaN;
  const observed = agreeing / (full.length * graders * (graders - 1));
  const expected = [...totals.values()].reduce((sum, count) => sum + square(count / (full.length * graders)), 0);
  return (observed - expected) / (1 - expected);
}

/**
 * Krippendorff's α for nominal grades (Krippendorff 2004, Content analysis, chapter 11), over the units that two graders
 * or more graded: missing grades are no loss of the unit.
 */
export function krippendorffAlpha(units: readonly Grades[]): number {
  const totals = new Map<string, number>();
  let pairable = 0;
  let disagreeing = 0;
  for (const grades of units) {
    const given = grades.filter((grade) => grade !== undefined).length;
    if (given < 2) continue;
    pairable += given;
    for (const [category, count] of countsOf(grades)) {
      totals.set(category, (totals.get(category) ?? 0) + count);
      disagreeing += (count * (given - count)) / (given - 1);
    }
  }
  if (totals.size < 2) return Number.NaN;
  const expected = [...totals.values()].reduce((sum, count) => sum + count * (pairable - count), 0) / (pairable - 1);
  return 1 - disagreeing / expected;
}

/** The most frequent category and its share of all grades. */
export function prevalence(
  units: readonly Grades[],
): { readonly category: string; readonly share: number } | undefined {
  const counts = countsOf(units.flat());
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [top] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return top && { category: top[0], share: top[1] / total };
}

function countsOf(grades: Grades): Map<string, number> {
  const counts = new Map<string, number>();
  for (const grade of grades) if (grade !== undefined) counts.set(grade, (counts.get(grade) ?? 0) + 1);
  return counts;
}

function square(x: number): number {
  return x * x;
}
