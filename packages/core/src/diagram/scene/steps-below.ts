import type { Graph, Link } from './graph.js';

/** A step from a vertex to one that stands below it. */
export interface Step {
  readonly to: number;
  /** Index of the link. */
  readonly link: number;
  /** Levels further down: context and challenges stand beside what they are about, and a choice is no level of its own. */
  readonly levels: 0 | 1;
}

/** Context right behind its element, then challenges, and then what it rests on. */
const order: readonly (readonly Link['kind'][])[] = [
  ['inContextOf'],
  ['challenges', 'challenges link'],
  ['confidence'],
  ['answeredBy'],
  ['supportedBy', 'uses'],
];

/** For every vertex what stands below it, in reading order. A challenge stands below what it is against. */
export function stepsBelow({ vertices, links }: Graph): readonly (readonly Step[])[] {
  const steps: Step[][] = vertices.map(() => []);
  for (const kinds of order) {
    links.forEach(({ from, to, kind, challenged }, link) => {
      if (!kinds.includes(kind)) return;
      const isChallenge = kind === 'challenges' || kind === 'challenges link';
      const above = isChallenge ? (challenged === undefined ? to : links[challenged]!.from) : from;
      const beside = isChallenge || kind === 'inContextOf' || vertices[to]!.kind === 'choice';
      steps[above]!.push({ to: isChallenge ? from : to, link, levels: beside ? 0 : 1 });
    });
  }
  return steps;
}
