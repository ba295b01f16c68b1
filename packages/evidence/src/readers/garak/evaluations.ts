import type { Trials } from '../../trials/index.js';

/** What a report says of one probe and detector: so many of the answers passed. */
export interface Evaluation {
  readonly probe: string;
  readonly detector: string;
  readonly passed: number;
  readonly total: number;
}

/** An answer passes below this score, where the report does not say (garak's own default). */
const usualThreshold = 0.5;
const mostSaid = 20;

/** Where what a report claims is not what its rows give: the rows count. */
export function compareWithEvaluations(
  evaluations: readonly Evaluation[],
  trials: Trials,
  threshold = usualThreshold,
): string[] {
  const counted = countRows(trials, threshold);
  const said = evaluations.flatMap(({ probe, detector, passed, total }): string[] => {
    const rows = counted.get(`${detector}\u0000${probe}`) ?? { passed: 0, total: 0 };
    if (rows.total === total && rows.passed === passed) return [];
    return [
      `the report claims for ${probe} and ${detector} that ${passed} of ${total} passed, the rows give ${rows.passed} of ${rows.total}: the rows count`,
    ];
  });
  const more = said.length - mostSaid;
  return more > 0 ? [...said.slice(0, mostSaid), `and ${more} more that differ`] : said;
}

/** Answers that have a score and those that passed, by detector and probe. */
function countRows(trials: Trials, threshold: number): ReadonlyMap<string, { passed: number; total: number }> {
  const counted = new Map<string, { passed: number; total: number }>();
  for (const [detector, column] of trials.scores) {
    column.forEach((score, row) => {
      if (typeof score !== 'number') return;
      const key = `${detector}\u0000${trials.group?.[row]}`;
      const rows = counted.get(key) ?? { passed: 0, total: 0 };
      counted.set(key, rows);
      rows.total += 1;
      if (score < threshold) rows.passed += 1;
    });
  }
  return counted;
}
