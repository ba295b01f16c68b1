import {
  type Case,
  type ElementId,
  type Interaction,
  type InteractionKind,
  interactionKinds,
  lookup,
  type OutcomeId,
  type SubsystemId,
} from '../case/index.js';

/** How the question whether this can bring the outcome about was settled. Argued counts before dismissed. */
export type CellState =
  | { readonly kind: 'argued'; readonly by: readonly ElementId[] }
  | { readonly kind: 'dismissed'; readonly because: readonly string[] }
  | { readonly kind: 'hole' };

/** Can the subsystem cause the outcome by itself? */
export interface SubsystemCell {
  readonly subsystem: SubsystemId;
  readonly outcome: OutcomeId;
  readonly state: CellState;
}

/** Can subsystems cause the outcome together, in this way? */
export interface InteractionCell {
  readonly kind: InteractionKind;
  readonly outcome: OutcomeId;
  readonly state: CellState;
}

/** The coverage matrix: one cell per subsystem and outcome, and one per kind of interaction and outcome. */
export interface Coverage {
  readonly subsystems: readonly SubsystemCell[];
  readonly interactions: readonly InteractionCell[];
}

/** A row of the matrix: what is asked about, and its cell for each outcome in the order of the text. */
export interface CoverageRow {
  /** A subsystem, or a kind of interaction. */
  readonly what: string;
  readonly states: readonly CellState[];
}

/** The same cells as the rows of two tables, for whoever shows them. */
export function coverageRows({ subsystems, interactions }: Coverage): {
  readonly subsystems: readonly CoverageRow[];
  readonly interactions: readonly CoverageRow[];
} {
  return {
    subsystems: rowsOf(subsystems.map((cell) => ({ ...cell, what: cell.subsystem }))),
    interactions: rowsOf(interactions.map((cell) => ({ ...cell, what: cell.kind }))),
  };
}

function rowsOf(cells: readonly { readonly what: string; readonly state: CellState }[]): readonly CoverageRow[] {
  return [...groupBy(cells, ({ what }) => what)].map(([what, own]) => ({
    what,
    states: own.map(({ state }) => state),
  }));
}

/** The coverage matrix of a case, outcomes in the order of the text. */
export function coverage(of: Case): Coverage {
  const index = lookup(of);
  return coverageOf(of, (outcome) => {
    const claim = index.outcome(outcome)?.claim;
    return index.below(claim === undefined ? [] : [claim]);
  });
}

/** The coverage matrix, given what each outcome's argument consists of. */
export function coverageOf(of: Case, argumentFor: (outcome: OutcomeId) => ReadonlySet<ElementId>): Coverage {
  const argued = arguedBy(of, argumentFor);
  const dismissed = groupBy(of.dismissed, (row) => key(row.subsystem, row.outcome));
  const interactions = groupBy(of.interactions, (row) => key(row.kind, row.outcome));
  return {
    subsystems: of.outcomes.flatMap((outcome) =>
      of.system.map((subsystem): SubsystemCell => {
        const cell = key(subsystem.id, outcome.id);
        const reasons = dismissed.get(cell)?.map((row) => row.because);
        return { subsystem: subsystem.id, outcome: outcome.id, state: stateOf(argued.get(cell), reasons) };
      }),
    ),
    interactions: of.outcomes.flatMap((outcome) =>
      interactionKinds.map((kind): InteractionCell => {
        const rows: readonly Interaction[] = interactions.get(key(kind, outcome.id)) ?? [];
        const by = rows.flatMap((row) => row.arguedBy ?? []);
        const reasons = rows.flatMap((row) => row.dismissed ?? []);
        return { kind, outcome: outcome.id, state: stateOf(by, reasons.length > 0 ? reasons : undefined) };
      }),
    ),
  };
}

/** Claims and solutions of an outcome's argument by the subsystem and the outcome that they name. */
function arguedBy(of: Case, argumentFor: (outcome: OutcomeId) => ReadonlySet<ElementId>): Map<string, ElementId[]> {
  const cells = new Map<string, ElementId[]>();
  for (const { id, type, subsystem, outcome } of of.elements) {
    if (subsystem === undefined || outcome === undefined) continue;
    if (type !== 'goal' && type !== 'strategy' && type !== 'solution') continue;
    if (!argumentFor(outcome).has(id)) continue;
    const cell = key(subsystem, outcome);
    const ids = cells.get(cell);
    if (ids === undefined) cells.set(cell, [id]);
    else ids.push(id);
  }
  return cells;
}

function stateOf(
  by: readonly ElementId[] | undefined,
  reasons: readonly (string | undefined)[] | undefined,
): CellState {
  if (by !== undefined && by.length > 0) return { kind: 'argued', by };
  if (reasons === undefined) return { kind: 'hole' };
  return { kind: 'dismissed', because: reasons.filter((reason) => reason !== undefined) };
}

function key(first: string, second: string): string {
  return `${first}\u0000${second}`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
