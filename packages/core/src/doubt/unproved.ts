import { log } from '@surety/numerics';
import {
  type CountedResult,
  type Counts,
  type Element,
  type EvidenceId,
  formatProbability,
  grouped,
  type Measure,
  type Requirement,
} from '../case/index.js';
import { limitOf, perUseProbability, requirementDoubt, requirementInWords, trialsNeeded } from '../statistics/index.js';
import type { Leaf } from './argument.js';
import type { Unproved } from './assessment.js';
import { countedFor } from './counted-for.js';
import type { Prepared } from './prepare.js';
import { columnMean } from './statistics-of-trials.js';

/** Tail at which trials needed are told: one-sided 95 %. */
const TAIL = 0.05;

/**
 * What the numbers of a piece of evidence do not prove, for the people who read them: the step from what was measured to
 * the harm, elicitation beyond what was tried, how many trials it would take and how far there is to the uses, what the
 * trials hang together by, and what the flawed ones could have been. None of it changes a number.
 */
export function unproved(prepared: Prepared, id: EvidenceId): readonly Unproved[] {
  const measure = Object.hasOwn(prepared.measures, id) ? prepared.measures[id] : undefined;
  if (measure === undefined || measure.results.length === 0) return [];
  const leaves = leavesOn(prepared, id);
  return [
    ...leaves.flatMap(({ leaf, index, requirement }) => [
      proxy(prepared, leaf.element, requirement),
      ...margin(leaf.element, requirement),
      ...needed(leaf.element, requirement, prepared.leaves[index]!.counts),
    ]),
    ...drawnOn(prepared, id).map((element) => drawnProxy(prepared, element, id)),
    ...distance(prepared, id, leaves),
    ...clustering(measure),
    ...flawed(prepared, measure, leaves),
  ];
}

interface Required {
  readonly leaf: Leaf;
  readonly index: number;
  readonly requirement: Requirement;
}

/** Leaves that require something of the evidence; those that take a quantity of it rest on no bound. */
function leavesOn({ argument }: Prepared, id: EvidenceId): readonly Required[] {
  return argument.leaves.flatMap((leaf, index) =>
    leaf.source.kind === 'evidence' && leaf.source.evidence === id
      ? [{ leaf, index, requirement: leaf.source.requirement }]
      : [],
  );
}

/** Elements whose doubt is computed from the evidence, through quantities. */
function drawnOn({ argument, leaves }: Prepared, id: EvidenceId): readonly Element[] {
  return argument.leaves.flatMap(({ kind, source, element }, index) =>
    kind === 'element' && source.kind === 'stated' && leaves[index]!.evidence.includes(id) ? [element] : [],
  );
}

function drawnProxy(prepared: Prepared, element: Element, id: EvidenceId): Unproved {
  return {
    code: 'proxy',
    element: element.id,
    text: `${element.id} is computed from the trials of ${id}. The step from there to harm in the field is ${stepAbove(prepared, element)}.`,
  };
}

function proxy(prepared: Prepared, element: Element, { result }: Requirement): Unproved {
  return {
    code: 'proxy',
    element: element.id,
    text: `${element.id} is about ${result === 'excess' ? 'an' : 'a'} ${result} in trials. The step from there to harm in the field is ${stepAbove(prepared, element)}.`,
  };
}

/** The inferences that lead on from an element, and whether anybody assessed them. */
function stepAbove({ lookup }: Prepared, element: Element): string {
  const steps = lookup
    .parents(element.id)
    .filter(({ relation }) => relation === 'supportedBy')
    .map(({ element: parent }) =>
      parent.inference === undefined
        ? `${parent.id}, which nobody assessed`
        : `${parent.id}, which is assessed by itself`,
    );
  return steps.length === 0 ? 'a step that the case does not take' : `the inference of ${steps.join(' and of ')}`;
}

function margin({ id }: Element, { direction, margin: factor, result }: Requirement): readonly Unproved[] {
  if (direction !== '<=') return [];
  const text =
    factor === 1
      ? `${id} states no margin: what better elicitation, other attackers or later scaffolds would find beyond these trials is not covered.`
      : `The margin of ${id} covers a ${result} up to ${factor} times as high under better elicitation, and no more.`;
  return [{ code: 'margin', element: id, text }];
}

/** Of the way of counting that hurts most, which is the one that the doubt follows from. */
function needed({ id }: Element, requirement: Requirement, counts: Counts | undefined): readonly Unproved[] {
  if (counts?.kind !== 'binomial' || counts.trials === 0) return [];
  const bad = requirement.direction === '<=' ? counts.events : counts.trials - counts.events;
  const n = trialsNeeded(limitOf(requirement), TAIL, bad);
  if (!Number.isFinite(n)) return [];
  const against = `${bad} that speak against it`;
  return [
    {
      code: 'trials-needed',
      element: id,
      text: `To show ${requirementInWords(requirement)} at 95 % confidence takes ${grouped(n)} trials with ${against}; there are ${grouped(counts.trials)}.`,
    },
  ];
}

/** How many uses there will be for each trial, and how many clean trials would show a threshold by themselves. */
function distance(prepared: Prepared, id: EvidenceId, leaves: readonly Required[]): readonly Unproved[] {
  const { lookup } = prepared;
  const uses = lookup.case.decision?.exposure.tasks;
  const [counts] = countedFor(prepared, id);
  if (uses === undefined || counts?.kind !== 'binomial' || counts.trials === 0 || uses <= counts.trials) return [];
  const times = uses / counts.trials;
  const far = `${grouped(uses)} tasks are expected, ${times < 10 ? times.toPrecision(2) : grouped(Math.round(times))} for each trial (${(log(times) / Math.LN10).toFixed(1)} orders of magnitude).`;
  const ids = new Set(leaves.map(({ leaf }) => leaf.element.outcome).filter((one) => one !== undefined));
  const alone = lookup.case.outcomes
    .filter(({ id, threshold }) => ids.has(id) && threshold !== undefined)
    .map(({ id, threshold }) => {
      const n = trialsNeeded(perUseProbability(threshold!.probability, uses), TAIL);
      return Number.isFinite(n)
        ? ` Trials alone would have to be ${grouped(n)}, all clean, to show at 95 % confidence that one or more in all these tasks has a probability below ${threshold!.probability} (${id}).`
        : '';
    });
  return [{ code: 'extrapolation', text: `${far}${alone.join('')}` }];
}

function clustering({ trials }: Measure): readonly Unproved[] {
  if (trials === undefined) return [];
  const { rows, samples, groups } = trials;
  const epochs = rows === samples ? [] : [`${grouped(rows)} rows are epochs of ${grouped(samples)} samples`];
  const together =
    groups === undefined || groups.count >= samples
      ? []
      : [
          `the samples stand in ${grouped(groups.count)} groups, the largest of ${grouped(groups.largest)} rows; where a group fails together, no more than ${grouped(groups.count)} trials are independent`,
        ];
  const all = [...epochs, ...together];
  const [first] = all;
  return first === undefined ? [] : [{ code: 'clustering', text: `${capital(all.join('; '))}.` }];
}

/** The doubt of each leaf, had all flawed trials been left out, harmless, or the opposite. */
function flawed({ leaves: doubts }: Prepared, { trials }: Measure, leaves: readonly Required[]): readonly Unproved[] {
  if (trials === undefined || trials.flawed === 0) return [];
  const share = `${grouped(trials.flawed)} of ${grouped(trials.rows)} rows are flawed.`;
  const { extremes } = trials;
  if (extremes === undefined || leaves.length === 0) return [{ code: 'flawed', text: share }];
  const ranges = leaves.map(({ leaf, index, requirement }) => {
    const each = extremes.map(({ counts }: CountedResult) => requirementDoubt(counts, requirement).doubt);
    const best = each.reduce((least, one) => Math.min(least, one), 1);
    const worst = each.reduce((most, one) => Math.max(most, one), 0);
    const counted = columnMean(doubts[index]!.column);
    return `Whatever they were, the doubt of ${leaf.id} lies from ${formatProbability(best)} to ${formatProbability(worst)}; counted is ${formatProbability(counted)}.`;
  });
  return [{ code: 'flawed', text: `${share} ${ranges.join(' ')}` }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
