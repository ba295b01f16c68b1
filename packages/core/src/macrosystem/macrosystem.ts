import type { Limits } from '@surety/engine';
import type { Case, Measures, Outcome } from '../case/index.js';
import {
  type Assessment,
  type AssessOptions,
  doubtsWithOnly,
  type Prepared,
  prepareCase,
  upperEnd,
} from '../doubt/index.js';
import { interactionsOf } from './interactions.js';
import { largerSets } from './larger-sets.js';
import { bearingLeaves, leafCutSets, MOST_SETS, minimalSets } from './minimal-sets.js';
import { type LeafSubject, partKey, partsOfLeaves } from './parts-of-leaves.js';
import type { Macrosystem, OutcomeMacrosystem, Part, PartSet } from './types.js';

const LIMITS: Limits = { nodes: 400_000 };

/**
 * Macrosystem risk (step 6): for each outcome the minimal sets of subsystems that must misbehave together, how likely each
 * is under the three assumptions about dependence, and every interaction with what settles it.
 *
 * Pure and deterministic, like `assess`, whose result for the same case and options is taken in. A set's number is the
 * doubt of the claim with only that set's leaves free, every leg and group decided for these. Leaves whose doubt is 0 hold.
 *
 * @param options as of `assess`; `sets`: how many minimal sets, and how many larger ones, are looked at (64)
 */
export function macrosystem(
  of: Case,
  measures: Measures,
  options: AssessOptions & { readonly sets?: number },
  assessment: Assessment,
): Macrosystem {
  // In the same way as for the assessment, so that the same trials are drawn.
  const { prepared, argued } = prepareCase(of, measures, options);
  return {
    quantified: prepared.quantified !== undefined,
    outcomes: argued.map((outcome) => outcomeMacrosystem(prepared, outcome, assessment, options)),
    interactions: interactionsOf(of, assessment),
  };
}

function outcomeMacrosystem(
  prepared: Prepared,
  outcome: Outcome,
  assessment: Assessment,
  { limits = LIMITS, sets: most = MOST_SETS }: { readonly limits?: Limits; readonly sets?: number },
): OutcomeMacrosystem {
  const { argument, quantified } = prepared;
  const { id, text, claim } = outcome;
  const doubt = assessment.outcomes.find((one) => one.id === id)?.doubt;
  const named = {
    outcome: id,
    text,
    ...(claim === undefined ? {} : { claim }),
    ...(doubt === undefined ? {} : { doubt }),
  };
  const root = claim === undefined ? undefined : argument.nodeOf.get(claim);
  if (claim === undefined || root === undefined) {
    return { ...named, parts: [], sets: [], larger: [], complete: true, largerComplete: true };
  }

  const subjects = partsOfLeaves(prepared, claim);
  const parts = inOrder(prepared, subjects);
  const numberOf = new Map(parts.map((part, number) => [partKey(part), number]));
  const numbers = argument.leaves.map((_, leaf) =>
    (subjects.get(leaf)?.parts ?? []).map((part) => numberOf.get(partKey(part)) as number),
  );
  // What is stated never to fail brings nothing about.
  const means = quantified?.means ?? argument.leaves.map(() => 0.5);
  const partsOf = (leaf: number) => ((means[leaf] as number) > 0 ? (numbers[leaf] as readonly number[]) : []);
  const leavesOf = parts.map(() => [] as number[]);
  for (const leaf of subjects.keys()) for (const part of numbers[leaf] ?? []) leavesOf[part]?.push(leaf);

  const describe = (members: readonly number[]): PartSet => {
    const inSet = new Set(members);
    const free = (leaf: number) => partsOf(leaf).some((part) => inSet.has(part));
    const bearing = bearingLeaves(argument, root, free, limits);
    const given = new Set(bearing.flatMap((leaf) => subjects.get(leaf)?.given ?? []));
    return {
      parts: members.map((part) => parts[part] as Part),
      given: prepared.lookup.case.system.flatMap((one) => (given.has(one.id) ? [one.id] : [])),
      leaves: bearing.map((leaf) => argument.leaves[leaf]?.id ?? ''),
      ...(quantified === undefined ? {} : { doubt: doubtsWithOnly(quantified, root, free) }),
    };
  };
  const weights = Float64Array.from(leavesOf, (leaves) =>
    Math.min(
      1,
      leaves.reduce((sum, leaf) => sum + (means[leaf] as number), 0),
    ),
  );
  const minimal = minimalSets(argument, root, partsOf, weights, most, limits);
  const canFail = (leaf: number) => partsOf(leaf).length > 0;
  const cuts = leafCutSets(argument, root, canFail, Float64Array.from(means), limits);
  const larger = largerSets(cuts.sets, partsOf, minimal.sets);
  return {
    ...named,
    parts: parts.map((part, number) => ({
      part,
      leaves: (leavesOf[number] as number[]).map((leaf) => argument.leaves[leaf]?.id ?? ''),
    })),
    sets: ranked(minimal.sets.map(describe)),
    larger: ranked(larger.slice(0, most).map(describe)),
    ...(minimal.count === undefined ? {} : { count: minimal.count }),
    complete: minimal.complete,
    largerComplete: cuts.complete && minimal.complete && larger.length <= most,
  };
}

/** Parts in the order of the system, what is about the behaviour of a subsystem before its control; the argument last. */
function inOrder({ lookup: { case: of } }: Prepared, subjects: ReadonlyMap<number, LeafSubject>): readonly Part[] {
  const known = new Set([...subjects.values()].flatMap(({ parts }) => parts.map(partKey)));
  const all: Part[] = of.system.flatMap(({ id: subsystem }): Part[] => [
    { kind: 'subsystem', subsystem },
    { kind: 'control', subsystem },
  ]);
  return [...all, { kind: 'argument' } as const].filter((part) => known.has(partKey(part)));
}

/** Likeliest first; smaller ones first among equals, and where there are no numbers. */
function ranked(sets: readonly PartSet[]): readonly PartSet[] {
  const likely = ({ doubt }: PartSet) => (doubt === undefined ? 0 : upperEnd(doubt.declared));
  return [...sets].sort((a, b) => likely(b) - likely(a) || a.parts.length - b.parts.length);
}
