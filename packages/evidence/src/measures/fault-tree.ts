import type { FaultTreeSpec } from '@surety/core/case';
import { compile } from '@surety/engine';
import { type OpenPsaModel, topGates, toRiskModel } from '@surety/engine/open-psa';
import { failed, ok, type Result } from '../problem.js';
import type { Log } from '../readers/index.js';
import { plural } from '../text/index.js';
import type { Measured } from './measured.js';

const mostNamed = 8;

/**
 * The exact probability of a top event, its basic events independent with the probabilities that the tree states.
 * Nothing is counted, so there is one result and no policy matters. What the engine cannot solve exactly is refused.
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
  const found = toRiskModel(tree, top.value);
  if (!found.ok) {
    const { message, line, column, expected, nearest } = found.problem;
    const hint = nearest === undefined ? message : `${message}; did you mean “${nearest}”?`;
    return failed({ code: 'fault-tree', message: hint, line, column, ...(expected === undefined ? {} : { expected }) });
  }
  const { model, root, leaves, probabilities } = found.value;
  const { lower, upper, exact } = compile(model, [root]).probability(probabilities, root);
  if (!exact) {
    const message = `the tree is too large to be solved exactly: the probability of “${top.value}” lies between ${lower} and ${upper}`;
    return failed({ code: 'fault-tree', message, expected: 'a smaller tree, or modules that share fewer events' });
  }
  const used = { exclude: { errors: 'exclude', invalid: 'exclude', limits: 'exclude' } } as const;
  return ok({
    results: [{ policy: used.exclude, counts: { kind: 'computed', probability: upper } }],
    notes: [
      `the probability of “${top.value}” is computed from ${plural(leaves.length, 'basic event')} and ${plural(model.gates.length, 'gate')}; the probabilities of the events, and their independence, are the tree’s own and nothing here tests them`,
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
