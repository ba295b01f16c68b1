import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Case, type Element, lookup } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { randomCase } from '../doubt/random-argument.testing.js';
import { firstOne, linkOf } from './chain.testing.js';
import { assessChain, citePrevious } from './index.js';

const options = { asOf: '2026-11-23' };
const origin = { file: 'case.yaml', path: [] };
const cited = 'G1@previous';

/** A random argument in which a leaf is the claim of the generation before, wherever it stands: under `all` or as a leg. */
const citing = randomCase({ leaves: 6, goals: 3, groups: 2, challenges: true }).map((of): Case => {
  const reached = lookup(of).below(['G0']);
  const [leaf] = of.elements.filter(({ id, type }) => type === 'solution' && reached.has(id)).map(({ id }) => id);
  const renamed = (id: string) => (id === leaf ? cited : id);
  const elements = of.elements.map((element): Element => {
    const edges = (list: Element['supportedBy']) => list.map((edge) => ({ ...edge, to: renamed(edge.to) }));
    const { challenge } = element;
    const { doubt: _, ...open } = element;
    return {
      ...(element.id === leaf ? { ...open, type: 'goal' as const, undeveloped: true } : element),
      id: renamed(element.id),
      supportedBy: edges(element.supportedBy),
      inContextOf: edges(element.inContextOf),
      ...(challenge?.answeredBy === undefined
        ? {}
        : {
            challenge: {
              ...challenge,
              answeredBy: renamed(challenge.answeredBy),
              target: retargeted(challenge.target, renamed),
            },
          }),
      ...(challenge !== undefined && challenge.answeredBy === undefined
        ? { challenge: { ...challenge, target: retargeted(challenge.target, renamed) } }
        : {}),
    };
  });
  const dependence = of.dependence.map((group) => ({
    ...group,
    members: group.members.map((member) => ({ ...member, leaf: renamed(member.leaf) })),
  }));
  return { ...of, elements, dependence, chain: { previous: '../before', claim: 'G1', origin } };
});

function retargeted(target: NonNullable<Element['challenge']>['target'], renamed: (id: string) => string) {
  return target.kind === 'link'
    ? { ...target, from: renamed(target.from), to: renamed(target.to) }
    : { ...target, element: renamed(target.element) };
}

describe('doubt along a chain, on random cases', () => {
  it('is never below what an assessment of the last case says, and never above certain failure', () => {
    let seen = 0;
    fc.assert(
      fc.property(citing, fc.double({ min: 0, max: 0.9, noNaN: true }), (of, doubt) => {
        const before = [linkOf('one', firstOne(doubt))];
        const chain = assessChain([...before, { ...linkOf('two', of), claim: 'G0' }], options);
        const last = chain.generations[1]!;
        const assessed = assess(citePrevious(of, {}, before, options), {}, options).outcomes[0]!;
        const number = assessed.number ?? 1;
        expect(last.doubt).toBeGreaterThanOrEqual(number - 1e-12);
        expect(last.doubt).toBeLessThanOrEqual(1);
        if (number > last.own + 1e-9) seen++;
      }),
      { numRuns: 200, seed: 3 },
    );
    // In some of them the claim of before matters.
    expect(seen).toBeGreaterThan(20);
  });
});
