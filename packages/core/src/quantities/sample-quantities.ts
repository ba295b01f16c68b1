import type { AppliedPolicy, Case, Counts, EvidenceId, Measures, QuantityName } from '../case/index.js';
import {
  type Column,
  compileVector,
  firstWithoutValue,
  isColumnProblem,
  type VectorExpression,
} from '../expression/index.js';
import { builtInQuantitiesOf } from './built-in-quantities.js';
import { type ClippedMass, clipToUnit, columnMean } from './clip.js';
import { at, inExpression, type QuantityFinding } from './quantity-finding.js';
import { closure, type QuantityNode, quantityGraph } from './quantity-graph.js';
import { sourcesOf, type Uniforms } from './sources.js';
import { type Choice, worstChoice } from './worst-choice.js';

export interface SamplingInput {
  /** Whether evidence counts: not stale, altered, missing, nor about another model. */
  readonly usable: (evidence: EvidenceId) => boolean;
  /** Uniform numbers in the open interval (0, 1): the whole column of a dimension, `trials` long, the same every time. */
  readonly uniform: Uniforms;
  readonly trials: number;
  /** Values that quantities have in every trial, whatever the text says of them; their dimensions stay theirs. */
  readonly values?: ReadonlyMap<QuantityName, number>;
  /** What was sampled before, of the same text but for what is named, with the same uniform numbers. */
  readonly before?: { readonly sampled: SampledQuantities; readonly except: ReadonlySet<string> };
}

/** What a quantity is made of, in the order of the text. */
export interface QuantityDependencies {
  /** Quantities that are distributions or evidence. */
  readonly quantities: readonly QuantityName[];
  readonly evidence: readonly EvidenceId[];
  /** Quantities that are there by themselves. */
  readonly builtIns: readonly string[];
}

/** Why there is no column: evidence that does not count, or something that is wrong with the text. */
export type NoColumn =
  | { readonly kind: 'blocked'; readonly blockedBy: readonly EvidenceId[]; readonly dependsOn: QuantityDependencies }
  | {
      readonly kind: 'problem';
      readonly findings: readonly QuantityFinding[];
      readonly dependsOn: QuantityDependencies;
    };

/** A quantity in every trial; a plain number where no trial differs. */
export interface QuantityColumn {
  readonly kind: 'column';
  readonly column: Column;
  readonly mean: number;
  readonly dependsOn: QuantityDependencies;
  /** The way of counting that was used of each piece of evidence. */
  readonly policies: readonly {
    readonly evidence: EvidenceId;
    readonly policy: AppliedPolicy;
    readonly counts: Counts;
  }[];
  /** What is to be said about how it was computed. */
  readonly notes: readonly string[];
}

/** A doubt in every trial, in [0, 1]. */
export interface DoubtColumn extends QuantityColumn {
  readonly clippedMass: ClippedMass;
}

/** The quantities of a case over trials. Everything is computed when it is first asked for, and once. */
export interface SampledQuantities {
  readonly trials: number;
  /** Dimensions of uniform numbers that belong to quantities: 0 … dimensions − 1. */
  readonly dimensions: number;
  /** The quantity as it is, evidence being counted as in `doubtColumn`. */
  column(name: QuantityName): QuantityColumn | NoColumn;
  /** The quantity as a doubt: clipped, and under the counting policies that make its mean the largest. */
  doubtColumn(name: QuantityName): DoubtColumn | NoColumn;
  /** The quantity, those that it is made of, and the names of built-in ones. */
  madeOf(name: QuantityName): ReadonlySet<string>;
  /** The column of a quantity that is the same whatever the way of counting, where it was computed. */
  settled(name: QuantityName): Column | undefined;
  /** What was answered about a quantity, where it was asked for. */
  known(name: QuantityName): Answer | undefined;
}

/** A quantity as it is, and as a doubt. */
export interface Answer {
  readonly asIs: QuantityColumn | NoColumn;
  readonly asDoubt: DoubtColumn | NoColumn;
}

/** Draws by evidence and way of counting. */
type Draws = Map<string, Column>;

/**
 * Draws the quantities of a case (semantics, section 5). A distribution takes one dimension, evidence one per stratum, in
 * the order of the text; expressions are computed per trial, so that what shares a quantity moves together. Evidence
 * enters as the posterior of its measure's events; where it can be counted in several ways, a doubt takes the combination
 * that makes its mean largest, found with the same uniform numbers.
 */
export function sampleQuantities(of: Case, measures: Measures, input: SamplingInput): SampledQuantities {
  const graph = quantityGraph(of);
  const builtIns = builtInQuantitiesOf(of);
  const sources = sourcesOf(of, measures, input.uniform);
  const compiled = new Map<QuantityName, VectorExpression>();
  /** Columns that are the same whatever the way of counting. */
  const settled = new Map<QuantityName, Column>();
  const settledDraws: Draws = new Map();
  const answers = new Map<QuantityName, Answer>();

  /** Whether the evidence can be counted in more than one way. */
  const isOpen = (id: EvidenceId) => sources.evidence.get(id)!.results.length > 1;

  function compute(name: QuantityName): Answer {
    const builtIn = graph.nodes.has(name) ? undefined : builtIns.get(name);
    const parts = closure(graph, name);
    const dependsOn = dependencies(name, parts);
    const fail = (no: NoColumn) => ({ asIs: no, asDoubt: no });
    const findings = builtIn === undefined ? structuralProblems(name) : [];
    if (findings.length > 0) return fail({ kind: 'problem', findings, dependsOn });
    const blockedBy = dependsOn.evidence.filter(
      (id) => !input.usable(id) || sources.evidence.get(id)!.results.length === 0,
    );
    if (blockedBy.length > 0) return fail({ kind: 'blocked', blockedBy, dependsOn });
    const draws: Draws = new Map();
    const evaluate = (choice: Choice) => (builtIn === undefined ? columnUnder(parts, choice, draws) : builtIn.value);
    const found = worstChoice({
      open: dependsOn.evidence.filter(isOpen).map((id) => ({ id, results: sources.evidence.get(id)!.results.length })),
      evaluate,
      meanOf: (column) => clipToUnit(column).mean,
      meanOfEvidence: (id, index) => columnMean(drawOf(id, index, draws)),
    });
    if ('code' in found) return fail({ kind: 'problem', findings: [found], dependsOn });
    const { column, choice, note } = found;
    const policies = dependsOn.evidence.map((evidence) => ({
      evidence,
      ...sources.evidence.get(evidence)!.results[choice.get(evidence) ?? 0]!,
    }));
    const notes = [
      ...dependsOn.evidence.flatMap((id) => sources.evidence.get(id)!.notes),
      ...(note === undefined ? [] : [`${name}: ${note}`]),
    ];
    const clipped = clipToUnit(column);
    const common = { kind: 'column', dependsOn, policies, notes } as const;
    return { asIs: { ...common, column, mean: columnMean(column) }, asDoubt: { ...common, ...clipped } };
  }

  /** Draws of evidence: kept for good where there is one way of counting, else while one quantity is worked on. */
  function drawOf(id: EvidenceId, index: number, draws: Draws): Column {
    const kept = isOpen(id) ? draws : settledDraws;
    const key = `${index} ${id}`;
    const drawn = kept.get(key) ?? sources.drawEvidence(id, index);
    kept.set(key, drawn);
    return drawn;
  }

  function columnUnder(parts: readonly QuantityNode[], choice: Choice, draws: Draws): Column | QuantityFinding {
    const local = new Map<QuantityName, Column>();
    /** Names whose columns differ between the ways of counting. */
    const varying = new Set<QuantityName>();
    const columnOf = (name: string) => local.get(name) ?? settled.get(name) ?? builtIns.get(name)?.value;
    let last: Column = Number.NaN;
    for (const part of parts) {
      const { quantity, names } = part;
      const { name, definition } = quantity;
      const varies =
        input.values?.has(name) !== true &&
        (names.some((each) => varying.has(each)) || (definition.kind === 'evidence' && isOpen(definition.evidence)));
      if (varies) varying.add(name);
      const found = settled.get(name) ?? kept(name) ?? computeNode(part, choice, draws, columnOf);
      if (typeof found === 'object' && 'code' in found) return found;
      (varies ? local : settled).set(name, found);
      last = found;
    }
    return last;
  }

  function madeOf(name: QuantityName): ReadonlySet<string> {
    return new Set([name, ...closure(graph, name).flatMap((part) => [part.quantity.name, ...part.names])]);
  }

  function isSame(name: QuantityName): boolean {
    const { before } = input;
    return before !== undefined && ![...madeOf(name)].some((each) => before.except.has(each));
  }

  function kept(name: QuantityName): Column | undefined {
    return isSame(name) ? input.before?.sampled.settled(name) : undefined;
  }

  function computeNode(
    { quantity, ast }: QuantityNode,
    choice: Choice,
    draws: Draws,
    columnOf: (name: string) => Column | undefined,
  ): Column | QuantityFinding {
    const { name, definition } = quantity;
    const value = input.values?.get(name);
    if (value !== undefined) return value;
    switch (definition.kind) {
      case 'number':
        return definition.value;
      case 'evidence':
        return drawOf(definition.evidence, choice.get(definition.evidence) ?? 0, draws);
      case 'distribution': {
        const column = sources.drawDistribution(name);
        const message = `\`${name}\` is not a finite number in every trial: its distribution is too wide`;
        const problem = firstWithoutValue(column, () => ({ message, from: 0, to: 0 }));
        return problem === undefined ? column : at(quantity.origin, 'value-problem', message);
      }
      case 'expression': {
        const vector = compiled.get(name) ?? compileVector(ast!);
        compiled.set(name, vector);
        const column = vector(columnOf);
        if (!isColumnProblem(column)) return column;
        const { count, message } = column;
        const share = count === undefined ? '' : ` (in ${count} of ${input.trials} trials)`;
        return inExpression(quantity, 'value-problem', { ...column, message: `${message}${share}` });
      }
    }
  }

  /** What keeps a quantity, or one that it is made of, from having a value whatever is drawn. */
  function structuralProblems(name: QuantityName): readonly QuantityFinding[] {
    const seen = new Set<QuantityName>();
    const stack = [name];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (seen.has(next) || (builtIns.has(next) && !graph.nodes.has(next))) continue;
      seen.add(next);
      const node = graph.nodes.get(next);
      if (node === undefined) return [at(of.origin, 'unknown-quantity', `There is no quantity \`${next}\``)];
      if (node.problems.length > 0) {
        return node.problems.map((problem) => inExpression(node.quantity, 'expression-syntax', problem));
      }
      const message = `The quantity \`${next}\` is made of itself, or of one that is`;
      if (!graph.position.has(next)) return [at(node.quantity.origin, 'quantity-cycle', message)];
      stack.push(...node.names);
    }
    return [];
  }

  function dependencies(name: QuantityName, parts: readonly QuantityNode[]): QuantityDependencies {
    const bases = [...parts].sort((a, b) => a.place - b.place).map(({ quantity }) => quantity);
    const mentioned = new Set([name, ...parts.flatMap((part) => part.names)]);
    return {
      quantities: bases
        .filter(({ definition: { kind } }) => kind === 'distribution' || kind === 'evidence')
        .map((each) => each.name),
      evidence: [...new Set(bases.flatMap(({ definition: it }) => (it.kind === 'evidence' ? [it.evidence] : [])))],
      builtIns: [...mentioned].filter((each) => builtIns.has(each) && !graph.nodes.has(each)).sort(),
    };
  }

  function answer(name: QuantityName): Answer {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const found = (isSame(name) ? input.before?.sampled.known(name) : undefined) ?? compute(name);
    answers.set(name, found);
    return found;
  }

  return {
    trials: input.trials,
    dimensions: sources.dimensions,
    column: (name) => answer(name).asIs,
    doubtColumn: (name) => answer(name).asDoubt,
    madeOf,
    settled: (name) => settled.get(name),
    known: (name) => answers.get(name),
  };
}
