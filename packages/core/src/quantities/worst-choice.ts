import type { EvidenceId } from '../case/index.js';
import type { Column } from '../expression/index.js';
import type { QuantityFinding } from './quantity-finding.js';

/** Which of its results each piece of evidence is counted by; those without an entry have one only. */
export type Choice = ReadonlyMap<EvidenceId, number>;

export interface ChoiceQuestion {
  /** Evidence that can be counted in more than one way, in the order of the text. */
  readonly open: readonly { readonly id: EvidenceId; readonly results: number }[];
  readonly evaluate: (choice: Choice) => Column | QuantityFinding;
  /** What is to be made largest. */
  readonly meanOf: (column: Column) => number;
  /** Mean of the rate that the evidence measured, counted that way. */
  readonly meanOfEvidence: (id: EvidenceId, index: number) => number;
}

export interface WorstChoice {
  readonly choice: Choice;
  readonly column: Column;
  /** Said where not every combination was tried. */
  readonly note?: string;
}

/** Combinations up to which all are tried. */
const mostCombinations = 256;

/**
 * The combination of ways of counting under which the mean is largest (ties: the first in the order of the text). Beyond
 * 256 combinations: from the one in which each rate has its largest mean, one piece of evidence is changed at a time
 * while that raises the mean, which need not find the largest; the note says so. A combination without a value is a
 * finding.
 */
export function worstChoice(question: ChoiceQuestion): WorstChoice | QuantityFinding {
  const combinations = question.open.reduce((product, { results }) => product * results, 1);
  return combinations <= mostCombinations ? exhaustive(question) : ascent(question, combinations);
}

function exhaustive({ open, evaluate, meanOf }: ChoiceQuestion): WorstChoice | QuantityFinding {
  let best: { column: Column; mean: number; choice: Choice } | undefined;
  const digits = open.map(() => 0);
  for (let more = true; more; more = increment(digits, open)) {
    const choice = new Map(open.map(({ id }, i) => [id, digits[i]!]));
    const column = evaluate(choice);
    if (isFinding(column)) return column;
    const mean = meanOf(column);
    if (best === undefined || mean > best.mean) best = { column, mean, choice };
  }
  return best!;
}

/** The next combination, the last piece of evidence changing fastest; false after the last one. */
function increment(digits: number[], open: ChoiceQuestion['open']): boolean {
  for (let i = digits.length - 1; i >= 0; i--) {
    digits[i]! += 1;
    if (digits[i]! < open[i]!.results) return true;
    digits[i] = 0;
  }
  return false;
}

function ascent(question: ChoiceQuestion, combinations: number): WorstChoice | QuantityFinding {
  const { open, evaluate, meanOf, meanOfEvidence } = question;
  let choice = new Map(open.map(({ id, results }) => [id, largest(results, (index) => meanOfEvidence(id, index))]));
  let column = evaluate(choice);
  if (isFinding(column)) return column;
  let mean = meanOf(column);
  for (let improved = true; improved; ) {
    improved = false;
    for (const { id, results } of open) {
      for (let index = 0; index < results; index++) {
        if (index === choice.get(id)) continue;
        const changed = new Map(choice).set(id, index);
        const other = evaluate(changed);
        if (isFinding(other)) return other;
        const otherMean = meanOf(other);
        if (!(otherMean > mean)) continue;
        [choice, column, mean, improved] = [changed, other, otherMean, true];
      }
    }
  }
  const note = `not all ${combinations} combinations of counting policies were tried; one piece of evidence was changed at a time`;
  return { choice, column, note };
}

function largest(count: number, value: (index: number) => number): number {
  let best = 0;
  let most = value(0);
  for (let index = 1; index < count; index++) {
    const other = value(index);
    if (other > most) [best, most] = [index, other];
  }
  return best;
}

function isFinding(of: Column | QuantityFinding): of is QuantityFinding {
  return typeof of === 'object' && !(of instanceof Float64Array);
}
