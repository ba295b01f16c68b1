import { append } from '../append.js';
import type { Graph } from './graph.js';
import type { Step } from './steps-below.js';

/**
 * Links between a claim and what is marked below it, on ways through nothing that is outside. Where it `fails`, only those
 * by which the failure reaches the claim.
 */
export function linksPointedOut(
  graph: Graph,
  steps: readonly (readonly Step[])[],
  claim: number,
  marked: readonly boolean[],
  isOutside: (at: number) => boolean,
  fails: boolean,
): ReadonlySet<number> {
  const above = waysUp(steps, claim, isOutside);
  const failing = fails ? linksThatFail(graph, steps, above, marked, claim) : undefined;
  return failing ?? linksUp(above, marked);
}

interface Way {
  readonly from: number;
  readonly link: number;
}

/** From whatever is reached from a vertex, through nothing that is outside, the ways up. */
function waysUp(
  steps: readonly (readonly Step[])[],
  start: number,
  isOutside: (at: number) => boolean,
): ReadonlyMap<number, readonly Way[]> {
  const above = new Map<number, Way[]>([[start, []]]);
  for (const at of above.keys()) {
    for (const { to, link } of isOutside(at) ? [] : steps[at]!) append(above, to, { from: at, link });
  }
  return above;
}

/** Links on ways from what is marked up to the claim. */
function linksUp(above: ReadonlyMap<number, readonly Way[]>, marked: readonly boolean[]): ReadonlySet<number> {
  const links = new Set<number>();
  const leading = new Set([...above.keys()].filter((at) => marked[at] === true));
  for (const at of leading) {
    for (const { from, link } of above.get(at)!) {
      links.add(link);
      leading.add(from);
    }
  }
  return links;
}

/**
 * Links by which the failure of what is marked passes up: not through an element of which enough support still holds.
 * Nothing where the claim does not fail by them, as far as the drawing tells.
 */
function linksThatFail(
  graph: Graph,
  steps: readonly (readonly Step[])[],
  above: ReadonlyMap<number, readonly Way[]>,
  marked: readonly boolean[],
  claim: number,
): ReadonlySet<number> | undefined {
  const failed = new Map<number, Pick<Step, 'to' | 'link'>[]>();
  const isSupport = (link: number) => graph.links[link]!.kind === 'supportedBy';
  const givesWay = (at: number) => {
    const own = failed.get(at)!;
    const combine = graph.vertices[at]!.element?.combine ?? { kind: 'all' };
    if (combine.kind === 'all' || !own.every(({ link }) => isSupport(link))) return true;
    const support = steps[at]!.filter(({ link }) => isSupport(link)).length;
    return own.length > support - (combine.kind === 'any' ? 1 : combine.k);
  };
  const fallen = new Set([...above.keys()].filter((at) => marked[at] === true));
  for (const at of fallen) {
    for (const { from, link } of above.get(at)!) {
      append(failed, from, { to: at, link });
      if (givesWay(from)) fallen.add(from);
    }
  }
  if (!fallen.has(claim)) return undefined;
  const links = new Set<number>();
  const passed = new Set([claim]);
  for (const at of passed) {
    for (const { to, link } of failed.get(at) ?? []) {
      links.add(link);
      passed.add(to);
    }
  }
  return links;
}
