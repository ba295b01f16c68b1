import fc from 'fast-check';
import { bareCase, bareElement } from '../case/bare.testing.js';
import type { Case, Challenge, Combine, Edge, Element, LegDependence } from '../case/index.js';

const origin = { file: 'case.yaml', path: [] };

export function edge(to: string): Edge {
  return { to, optional: false, origin };
}

export function stated(value: number): NonNullable<Element['doubt']> {
  return { opinions: [{ value: { kind: 'number', value }, origin }], origin };
}

/** A draft case of one outcome `o` claimed by `G0`, with these elements. */
export function caseOf(elements: readonly Element[], more: Partial<Case> = {}): Case {
  const threshold = { probability: 0.01, per: 'window', criterion: 'mean', approved: { by: 'board' }, origin } as const;
  return bareCase({ outcomes: [{ id: 'o', text: 'Outcome', claim: 'G0', threshold, origin }], elements, ...more });
}

export interface RandomArgumentOptions {
  readonly leaves: number;
  readonly goals: number;
  /** Most groups of dependence. */
  readonly groups: number;
  readonly challenges: boolean;
  readonly legs?: readonly LegDependence['kind'][];
}

const doubt = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 1e-6, max: 0.9, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 1e-9, 0.5) },
);

/**
 * A random argument below `G0`: a directed acyclic graph of goals over shared solutions and assumptions, with every way
 * to combine, inference steps, challenges with and without answers, and groups.
 */
export function randomCase(options: RandomArgumentOptions): fc.Arbitrary<Case> {
  const kinds = options.legs ?? ['undeclared', 'independent', 'beta'];
  return fc
    .record({
      leaves: fc.array(doubt, { minLength: 2, maxLength: options.leaves }),
      goals: fc.array(
        fc.record({
          picks: fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 4 }),
          context: fc.option(fc.nat(1_000_000), { freq: 5 }),
          combine: fc.constantFrom('all', 'all', 'any', 'any', 'atLeast'),
          k: fc.nat(3),
          legs: fc.constantFrom(...kinds),
          beta: fc.constantFrom(0.1, 0.5, 1, 0.02),
          inference: fc.option(doubt, { freq: 4 }),
          challenge: fc.option(
            fc.record({ strength: doubt, answer: fc.option(fc.nat(1_000_000), { freq: 2 }), link: fc.boolean() }),
            {
              freq: 5,
            },
          ),
        }),
        { minLength: 1, maxLength: options.goals },
      ),
      groups: fc.array(
        fc.record({
          members: fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 4 }),
          beta: fc.constantFrom(0.05, 0.3, 0.8, 1),
        }),
        { maxLength: options.groups },
      ),
    })
    .map((plan) => {
      const elements: Element[] = [];
      const leafIds = plan.leaves.map((_, i) => (i % 4 === 3 ? `A${i}` : `Sn${i}`));
      const solutions = leafIds.filter((id) => id.startsWith('Sn'));
      const assumptions = leafIds.filter((id) => id.startsWith('A'));
      const pick = <T>(items: readonly T[], n: number) => items[n % items.length] as T;
      const groupable = [...leafIds];
      // Goals are made from the last to the first, so that a goal can be supported by later ones only.
      plan.goals.forEach((goal, i) => {
        const id = `G${i}`;
        const later = plan.goals.slice(i + 1).map((_, j) => `G${i + 1 + j}`);
        const below = [
          ...new Set(goal.picks.map((n) => (n % 3 === 0 && later.length > 0 ? pick(later, n) : pick(solutions, n)))),
        ];
        const chain = i === 0 && later.length > 0 ? [...new Set([...below, later[0] as string])] : below;
        const k = 1 + (goal.k % chain.length);
        const combine: Combine =
          goal.combine === 'atLeast' ? { kind: 'atLeast', k } : { kind: goal.combine as 'all' | 'any' };
        const legs: LegDependence = goal.legs === 'beta' ? { kind: 'beta', beta: goal.beta } : { kind: goal.legs };
        const challenges: Element[] = [];
        if (options.challenges && goal.challenge !== null) {
          const { strength, answer, link } = goal.challenge;
          const target: Challenge['target'] = link
            ? { kind: 'link', from: id, to: chain[0] as string, origin }
            : { kind: 'element', element: id, origin };
          const answeredBy =
            answer === null
              ? {}
              : { answeredBy: answer % 2 === 0 && later.length > 0 ? pick(later, answer) : pick(solutions, answer) };
          challenges.push(
            bareElement(`D${i}`, 'challenge', {
              challenge: {
                target,
                status: answer === null ? 'open' : 'answered',
                strength: stated(strength),
                blocking: false,
                ...answeredBy,
              },
            }),
          );
        }
        if (goal.inference !== null) groupable.push(`${id}.inference`);
        elements.push(
          bareElement(id, 'goal', {
            supportedBy: chain.map(edge),
            inContextOf:
              goal.context === null || assumptions.length === 0 ? [] : [edge(pick(assumptions, goal.context))],
            combine,
            legs,
            ...(goal.inference === null ? {} : { inference: stated(goal.inference) }),
          }),
          ...challenges,
        );
      });
      leafIds.forEach((id, i) => {
        elements.push(
          bareElement(id, id.startsWith('A') ? 'assumption' : 'solution', { doubt: stated(plan.leaves[i] as number) }),
        );
      });
      const used = new Set<string>();
      const dependence = plan.groups.flatMap((group, i) => {
        const members = [...new Set(group.members.map((n) => pick(groupable, n)))].filter((id) => !used.has(id));
        if (members.length < 2) return [];
        for (const id of members) used.add(id);
        return [{ name: `group ${i}`, members: members.map((leaf) => ({ leaf, origin })), beta: group.beta, origin }];
      });
      return caseOf(elements, { dependence });
    });
}
