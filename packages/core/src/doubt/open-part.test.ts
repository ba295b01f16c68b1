import { DEFAULT_LIMITS } from '@surety/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.js';
import { prepareCase } from './assess.js';
import { coneOf } from './cone.js';
import { legChooser } from './legs.js';
import { openPart } from './open-part.js';
import { randomCase } from './random-argument.testing.js';

const cases = randomCase({ leaves: 10, goals: 10, groups: 2, challenges: true, legs: ['undeclared', 'beta'] });

function argued(of: Case) {
  const { prepared } = prepareCase(of, {}, { asOf: '2026-11-23' });
  const root = prepared.argument.nodeOf.get('G0');
  return { argument: prepared.argument, root, quantified: prepared.quantified };
}

describe('the open part of an argument', () => {
  it('is the same function of its leaves as the argument, and no larger', () => {
    let smaller = 0;
    fc.assert(
      fc.property(cases, fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), (of, draws) => {
        const { argument, root } = argued(of);
        fc.pre(root !== undefined && root >= argument.leaves.length);
        const leaves = argument.leaves.length;
        const part = openPart(argument, coneOf(argument, root), [], () => true);
        const shape = part.of(argument);
        const whole = failing(argument, (leaf) => draws[leaf % draws.length]!);
        const own = failing(shape, (leaf) => whole[part.behind[leaf]!]!);
        expect(own[part.root]).toBe(whole[root]);
        part.behind.forEach((node, at) => {
          expect(own[at]).toBe(whole[node]);
        });
        // A leaf of the argument is the leaf of the part, or below what that stands for.
        part.leafOf.forEach((at, leaf) => {
          const holds = at >= 0 && coneOf(argument, part.behind[at]!).hasLeaf[leaf] === 1;
          expect(holds).toBe(coneOf(argument, root).hasLeaf[leaf] === 1);
          if (at >= 0) expect(at).toBeLessThan(shape.leaves.length);
        });
        if (shape.gates.length < coneOf(argument, root).gates.length && part.root >= shape.leaves.length) smaller++;
        expect(shape.leaves.length).toBeLessThanOrEqual(leaves);
      }),
      { numRuns: 1000 },
    );
    expect(smaller).toBeGreaterThan(50);
  });

  it('gives the legs that are chosen on the whole argument', () => {
    let chosen = 0;
    fc.assert(
      fc.property(cases, (of) => {
        const { argument, root, quantified } = argued(of);
        fc.pre(root !== undefined && quantified !== undefined);
        const { groups, means, written } = quantified;
        const numbers = { argument, means, groups, heldLeaves: [] };
        const doubtAt = (node: number) => written.evaluation.mean(written.model.node(node));
        const onPart = legChooser(argument, root, groups, DEFAULT_LIMITS)({ ...numbers, doubtAt });
        // Of what is an interval nothing becomes a leaf.
        const unknown = (node: number) => ({ ...doubtAt(node), exact: false });
        const onWhole = legChooser(argument, root, groups, DEFAULT_LIMITS)({ ...numbers, doubtAt: unknown });
        expect(onPart).toEqual(onWhole);
        chosen += onPart.chosen.size;
      }),
      { numRuns: 600 },
    );
    expect(chosen).toBeGreaterThan(300);
  });

  it('proves legs best within tight limits only where they are', () => {
    let proved = 0;
    let unproved = 0;
    fc.assert(
      fc.property(cases, fc.integer({ min: 2, max: 40 }), (of, nodes) => {
        const { prepared } = prepareCase(of, {}, { asOf: '2026-11-23', limits: { nodes } });
        const { argument, quantified } = prepared;
        const root = argument.nodeOf.get('G0');
        fc.pre(root !== undefined && quantified !== undefined);
        const { groups, means, written } = quantified;
        const doubtAt = (node: number) => written.evaluation.mean(written.model.node(node));
        const numbers = { argument, means, groups, heldLeaves: [], doubtAt };
        const within = legChooser(argument, root, groups, { nodes })(numbers);
        if (within.chosen.size === 0) return;
        if (!within.provedBest) unproved++;
        if (!within.provedBest) return;
        proved++;
        const unknown = (node: number) => ({ ...doubtAt(node), exact: false });
        const best = legChooser(argument, root, groups, DEFAULT_LIMITS)({ ...numbers, doubtAt: unknown });
        expect(within.chosen).toEqual(best.chosen);
      }),
      { numRuns: 1000 },
    );
    expect([proved > 100, unproved > 100]).toEqual([true, true]);
  });
});

/** Which nodes fail, from which leaves do. */
function failing(
  { leaves, gates }: ReturnType<ReturnType<typeof openPart>['of']>,
  leafFails: (leaf: number) => boolean,
): boolean[] {
  const fails = Array.from({ length: leaves.length }, (_, leaf) => leafFails(leaf));
  for (const gate of gates) {
    const count = gate.inputs.filter((input) => fails[input]).length;
    const needed = gate.kind === 'legs' ? gate.inputs.length - gate.k + 1 : gate.kind === 'or' ? 1 : gate.inputs.length;
    fails.push(count >= needed);
  }
  return fails;
}
