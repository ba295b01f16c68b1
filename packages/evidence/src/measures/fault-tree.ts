import type { FaultTreeSpec } from '@surety/core/case';
import { compile } from '@surety/engine';
import { nearest } from '@surety/engine/names';
import { type OpenPsaModel, type Solvable, topGates, toRiskModel } from '@surety/engine/open-psa';
import { sampleModel, samplingPlan, summarise } from '@surety/engine/uncertainty';
import { failed, ok, type Result } from '../problem.js';
import type { Log } from '../readers/index.js';
import { plural } from '../text/index.js';
import type { Measured } from './measured.js';

const mostNamed = 8;

/** Trials of a tree with uncertain numbers; what is drawn follows from the tree alone. */
const trials = 65_536;

/**
 * The probability of a top event, its basic events independent but for common-cause groups and parameters that they share,
 * with the probabilities that the tree states. Of a tree with distributions it is the mean over trials and three errors
 * more, since a probability at the mean of its inputs may lie below the mean. Nothing is counted, so there is one result and
 * no policy matters. What the engine cannot solve exactly is refused.
 */
export function measureFaultTree(spec: FaultTreeSpec, logs: readonly Log[]): Result<Measured> {
  const [log, second] = logs;
  const tree = log?.faultTree;
  if (tree === undefined || second !== undefined) {
    const message = second === undefined ? 'the source is no fault tree' : 'several sources are no fault tree';
    return failed({ code: 'not-a-fault-tree', message, expected: 'one model in Open-PSA MEF (reader: open-psa)' });
  }
  const top = topOf(spec, tree);
  if (!top.ok) return top;
  const { missionTime } = spec;
  const found = toRiskModel(tree, top.value, missionTime === undefined ? {} : { missionTime });
  if (!found.ok) {
    const { message, line, column, expected, nearest } = found.problem;
    const hint = nearest === undefined ? message : `${message}; did you mean “${nearest}”?`;
    return failed({ code: 'fault-tree', message: hint, line, column, ...(expected === undefined ? {} : { expected }) });
  }
  if (found.value.usesMissionTime && missionTime === undefined)
    return failed({
      code: 'fault-tree',
      message: `events below “${top.value}” depend on the system mission time, which the evidence does not state`,
      expected: 'measure: { kind: fault tree, missionTime: the hours of the deployment window }',
    });
  const solved = solve(found.value, top.value);
  if (!solved.ok) return solved;
  const mapped = mappedEvents(spec, found.value, top.value, solved.value.coherent);
  if (!mapped.ok) return mapped;
  const used = { exclude: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' } } as const;
  const { leaves, gates, events } = found.value;
  const groups = new Set(events.flatMap((event) => (event.kind === 'ccf-event' ? [event.group] : [])));
  return ok({
    results: [
      { policy: used.exclude, counts: { kind: 'computed', probability: solved.value.probability, ...mapped.value } },
    ],
    notes: [
      `the probability of “${top.value}” is computed from ${plural(leaves.length, 'basic event')} and ${plural(gates, 'gate')}; the probabilities of the events, and their independence, are the tree’s own and nothing here tests them`,
      ...(groups.size === 0 ? [] : [`${plural(groups.size, 'common-cause group')} expanded`]),
      ...solved.value.notes,
    ],
  });
}

/**
 * Probabilities of the basic events that the case says are elements of it. The elements may have lower ones only in a tree
 * without negation, and only where all its numbers are fixed does one number of an element stand for that of the event.
 */
function mappedEvents(
  { events }: FaultTreeSpec,
  of: Solvable,
  top: string,
  coherent: boolean,
): Result<{ readonly events?: Readonly<Record<string, number>> }> {
  if (events === undefined || events.length === 0) return ok({});
  const refuse = (message: string, expected: string) => failed({ code: 'fault-tree', message, expected });
  if (of.terms.some(({ kind }) => kind === 'deviate'))
    return refuse(
      'the tree has uncertain numbers, so that none of its events can be an element',
      'a tree of fixed numbers, or no `map`',
    );
  if (!coherent)
    return refuse(
      'the tree has negations, so that none of its events can be an element',
      'a tree without them, or no `map`',
    );
  const found: Record<string, number> = {};
  for (const event of events) {
    const leaf = of.leaves.indexOf(event);
    if (leaf < 0 || of.events[leaf]!.kind === 'ccf-event') {
      const near = nearest(event, of.leaves);
      const meant = near === undefined ? '' : `; did you mean “${near}”?`;
      return refuse(
        `there is no basic event “${event}” of its own below “${top}”${meant}`,
        '`map` to name such events',
      );
    }
    found[event] = of.probabilities[leaf]!;
  }
  return ok({ events: found });
}

interface Solution {
  readonly probability: number;
  readonly notes: readonly string[];
  readonly coherent: boolean;
}

function solve(of: Solvable, top: string): Result<Solution> {
  const { model, root, probabilities, terms, leafTerms, leaves } = of;
  const compiled = compile(model, [root], undefined, { rootsOnly: true });
  const { lower, upper, exact } = compiled.probability(probabilities, root);
  if (!exact) {
    const message = `the tree is too large to be solved exactly: the probability of “${top}” lies between ${lower} and ${upper}`;
    return failed({ code: 'fault-tree', message, expected: 'a smaller tree, or modules that share fewer events' });
  }
  if (!terms.some(({ kind }) => kind === 'deviate'))
    return ok({ probability: upper, notes: [], coherent: compiled.coherent });
  const plan = samplingPlan(trials, 'sobol', 1);
  const sampled = sampleModel(compiled, root, of, plan);
  if (sampled.without !== undefined) {
    const message = `basic event “${leaves[sampled.without]}” has no probability in some trials: an operation leaves its domain`;
    return failed({ code: 'fault-tree', message, expected: 'parameters within the domain of the expression' });
  }
  const { mean, error, p5, p95 } = summarise(plan, sampled.upper, {}, sampled.tally);
  const clipped = leafTerms.flatMap((_, leaf) =>
    sampled.clipped[leaf]! > 0
      ? [
          `“${leaves[leaf]}” left [0, 1] in ${sampled.clipped[leaf]} of ${sampled.upper.length} trials and was moved to its end`,
        ]
      : [],
  );
  const shown = (x: number) => String(Number(x.toPrecision(4)));
  return ok({
    probability: Math.min(1, mean + 3 * error),
    coherent: compiled.coherent,
    notes: [
      `the tree has uncertain numbers: over ${sampled.upper.length} trials the probability has the mean ${shown(mean)} ± ${shown(error)} and lies between ${shown(p5)} and ${shown(p95)} in nine of ten; the mean and three errors more is taken`,
      // Then the trials have hardly seen the tail that the mean comes from.
      ...(error > 0.1 * mean ? ['the tail is too heavy for the error to mean much'] : []),
      ...clipped,
    ],
  });
}

function topOf(spec: FaultTreeSpec, tree: OpenPsaModel): Result<string> {
  if (spec.top !== undefined) {
    if (tree.gates.has(spec.top)) return ok(spec.top);
    const message = `the fault tree has no gate “${spec.top}”`;
    return failed({ code: 'fault-tree', message, expected: `one of ${named(topGates(tree))}, or a gate below` });
  }
  const tops = topGates(tree);
  if (tops.length === 1) return ok(tops[0]!);
  const message =
    tops.length === 0 ? 'every gate of the tree is used by another' : `the tree has several top gates: ${named(tops)}`;
  return failed({ code: 'fault-tree', message, expected: 'the evidence to name one with `top:`' });
}

function named(names: readonly string[]): string {
  return `${names.slice(0, mostNamed).join(', ')}${names.length > mostNamed ? ', …' : ''}`;
}
