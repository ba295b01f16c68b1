import type { AgreementSpec } from '@surety/core/case';
import { cohenKappa, fleissKappa, type Grades, krippendorffAlpha, prevalence } from '@surety/core/statistics';
import { ok, type Result } from '../problem.js';
import type { PooledTrials } from '../trials/index.js';
import { countRate } from './count-events.js';
import type { Measured } from './measured.js';
import { type CellOf, cellOf } from './names.js';
import { outcomesFrom } from './outcomes.js';
import { rowValues } from './row-values.js';

/**
 * The rate at which all graders give the same grade. A row that a grader left without one has no outcome. A flawed trial
 * counted as a success agrees, as a failure disagrees. Chance-corrected numbers stand beside it, over the rows as they are:
 * they have no exact interval, and no doubt rests on them.
 */
export function measureAgreement(spec: AgreementSpec, trials: PooledTrials): Result<Measured> {
  const cells: CellOf[] = [];
  for (const grader of spec.graders) {
    const cell = cellOf(trials, grader, spec.scorer);
    if (!cell.ok) return cell;
    cells.push(cell.value);
  }
  const grades = (row: number): Grades =>
    cells.map((cell) => {
      const value = cell(row);
      return value === undefined ? undefined : String(value);
    });
  const read = rowValues<boolean>(trials, (row) => {
    const given = grades(row);
    const missing = given.indexOf(undefined);
    if (missing >= 0) return ok({ without: `“${spec.graders[missing]}” has no value` });
    return ok(new Set(given).size === 1);
  });
  if (!read.ok) return read;
  const counted = countRate(spec, trials, outcomesFrom(read.value));
  const unflawed = Array.from({ length: trials.rows }, (_, row) => row).filter((row) => trials.flags[row] === 0);
  return ok({ ...counted, notes: [...counted.notes, ...chanceNotes(unflawed.map(grades))] });
}

function chanceNotes(units: readonly Grades[]): string[] {
  const most = prevalence(units);
  const said: string[] = [];
  if (units[0]?.length === 2) {
    const { kappa, standardError } = cohenKappa(units.map(([a, b]) => [a, b]));
    const width = standardError > 0 ? ` ± ${figure(standardError)} (standard error)` : '';
    said.push(`Cohen’s κ ${figure(kappa)}${width}`);
  } else said.push(`Fleiss’ κ ${figure(fleissKappa(units))}`);
  said.push(`Krippendorff’s α ${figure(krippendorffAlpha(units))} (nominal)`);
  const paradox =
    most !== undefined && most.share >= 0.8
      ? [
          `${figure(100 * most.share)} % of the grades are “${most.category}”: chance agreement is high, so that κ and α are low even where graders hardly differ (prevalence paradox)`,
        ]
      : [];
  return [`row by row, beyond chance: ${said.join(', ')}`, ...paradox];
}

function figure(value: number): string {
  return Number.isNaN(value) ? 'without a value, as all grades are one' : String(Number(value.toPrecision(3)));
}
