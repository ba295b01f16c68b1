import fc from 'fast-check';
import { bareCase, bareElement } from '../../case/bare.testing.js';
import type { Case, Challenge, Edge, Element, ElementType } from '../../case/index.js';
import { randomText } from '../text/random-node.testing.js';
import type { SceneOptions } from './options.js';
import type { View } from './view.js';

const origin = { file: 'case.yaml', path: [] };
const prefixes: readonly (readonly [string, ElementType])[] = [
  ['G', 'goal'],
  ['G', 'goal'],
  ['S', 'strategy'],
  ['Sn', 'solution'],
  ['C', 'context'],
  ['A', 'assumption'],
  ['J', 'justification'],
];
const modules = ['base', 'power', 'contract'];
const categories = ['inability', 'control', 'trustworthiness', 'deference'] as const;
const nat = fc.nat(1_000_000);

const randomElement = fc.record({
  kind: fc.constantFrom(...prefixes),
  text: randomText,
  parent: nat,
  more: fc.array(nat, { maxLength: 2 }),
  module: fc.constantFrom(...modules),
  flags: fc.record({
    undeveloped: fc.boolean(),
    uninstantiated: fc.boolean(),
    public: fc.boolean(),
    defeated: fc.boolean(),
  }),
  category: fc.option(fc.constantFrom(...categories), { nil: undefined }),
  choose: fc.option(fc.record({ keep: fc.nat(3), of: fc.nat(9), atLeast: fc.boolean() }), { nil: undefined, freq: 8 }),
  edge: fc.record({ multiplicity: fc.option(randomText, { freq: 8 }), optional: fc.boolean() }),
  point: fc.option(nat, { freq: 5 }),
  combine: fc.constantFrom('all', 'any'),
});

const randomChallenge = fc.record({
  text: randomText,
  target: nat,
  link: fc.boolean(),
  status: fc.constantFrom('open', 'answered', 'accepted'),
  form: fc.constantFrom('challenge', 'counter-goal', 'counter-solution'),
  answer: nat,
});

/**
 * A random argument with all that GSN has: modules, patterns' choices, challenges to elements and links, claim points,
 * shared elements, and what a text may get wrong: circles and references to nothing.
 */
export const randomCase: fc.Arbitrary<Case> = fc
  .record({
    elements: fc.array(randomElement, { maxLength: 30 }),
    challenges: fc.array(randomChallenge, { maxLength: 6 }),
    wild: fc.boolean(),
  })
  .map(({ elements: plans, challenges, wild }) => {
    const ids = plans.map(({ kind: [prefix] }, at) => `${prefix}${at}`);
    const supports: Edge[][] = plans.map(() => []);
    const contexts: Edge[][] = plans.map(() => []);
    plans.forEach(({ kind: [, type], parent, more, edge }, at) => {
      const to: Edge = {
        to: ids[at]!,
        optional: edge.optional && edge.multiplicity !== null,
        origin,
        ...(edge.multiplicity === null ? {} : { multiplicity: edge.multiplicity }),
      };
      const isContext = type === 'context' || type === 'assumption' || type === 'justification';
      const lists = isContext ? contexts : supports;
      if (at > 0) lists[parent % at]!.push(to);
      for (const other of more)
        if (wild || other % 4 === 0) lists[other % (wild ? plans.length : Math.max(1, at))]!.push(to);
      if (wild && parent % 9 === 0) supports[at]!.push({ to: `G${parent % 90}`, optional: false, origin });
    });
    const elements = plans.map(
      ({ kind: [, type], text, module, flags, category, choose, point, combine }, at): Element => {
        const neighbours = [...supports[at]!, ...contexts[at]!].map(({ to }) => to);
        const stands = point === null ? [] : [neighbours[point % (neighbours.length + 1)] ?? ids[at]!];
        return bareElement(ids[at]!, type, {
          text,
          module,
          ...flags,
          combine: { kind: combine as 'all' | 'any' },
          supportedBy: supports[at]!,
          inContextOf: contexts[at]!,
          claimPoints: stands.map((one) => ({ name: `ACP${at}`, at: [one], origin })),
          ...(category === undefined ? {} : { category }),
          ...(choose === undefined ? {} : { choose }),
          ...(type === 'goal' && at > 0 && at % 5 === 0 ? { confidence: `ACP${at - 1}` } : {}),
        });
      },
    );
    const links = elements.flatMap(({ id, supportedBy }) => supportedBy.map(({ to }) => ({ from: id, to })));
    const objections = challenges.flatMap(({ text, target, link, status, form, answer }, at): Element[] => {
      if (elements.length === 0) return [];
      const pick = (n: number) => elements[n % elements.length]!.id;
      const on = link ? links[target % Math.max(1, links.length)] : undefined;
      const against: Challenge['target'] =
        on === undefined ? { kind: 'element', element: pick(target), origin } : { kind: 'link', ...on, origin };
      const answered = status === 'answered' ? { answeredBy: pick(answer) } : {};
      const challenge: Challenge = { target: against, status, strength: 1, blocking: answer % 2 === 0, ...answered };
      return [bareElement(`D${at}`, 'challenge', { text, form, challenge, module: modules[at % 3]! })];
    });
    return bareCase({
      elements: [...elements, ...objections],
      modules: modules.map((name) => ({
        name,
        brief: `Module ${name}`,
        uses: [],
        extends: [],
        contract: name === 'contract',
        information: {},
        origin: { file: `${name}.yaml`, path: [] },
      })),
    });
  });

/** What may be asked of such a case. */
export const randomOptions: fc.Arbitrary<SceneOptions> = fc.record(
  {
    view: fc.constantFrom<View>('complete', 'complete', 'architecture', ...modules.map((module) => ({ module }))),
    depth: fc.nat(4),
    collapse: fc.array(
      fc.nat(30).map((at) => `G${at}`),
      { maxLength: 3 },
    ),
    mask: fc.subarray(['base', 'power', 'G1', 'Sn2', 'C3']),
    layers: fc.subarray(['category', 'pattern', 'raised', 'inference']),
  },
  { requiredKeys: ['view'], noNullPrototype: true },
);
