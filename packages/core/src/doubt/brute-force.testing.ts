import type { Case, Element } from '../case/index.js';
import { lookup } from '../case/index.js';

/**
 * The three doubts of a claim by enumeration, straight from the sentences of the contract and independent of the code
 * under test: every combination of legs, every subset of groups, every assignment of the basic events.
 */
export interface BruteForce {
  readonly declared: number;
  readonly independent: number;
  readonly bound: number;
  readonly cutSets: readonly (readonly string[])[];
  /** Basic events after expansion of groups and legs, under the worst choice. */
  readonly events: number;
}

/** An event over the basic events, of which bit `i` of the mask says whether number `i` fails. */
type Event = (mask: number) => boolean;
type Basic = (name: string) => Event;
type Mode =
  | { readonly kind: 'written' }
  | { readonly kind: 'declared'; readonly legs: ReadonlyMap<string, readonly string[]> };

function number(stated: Element['doubt']): number | undefined {
  const value = stated?.opinions[0]?.value;
  return value?.kind === 'number' ? value.value : undefined;
}

export function bruteForce(of: Case, claim: string): BruteForce {
  const index = lookup(of);
  const scope = [...index.below([claim])].map((id) => index.element(id) as Element);
  const doubts = new Map<string, number>();
  for (const element of scope) {
    const own = number(element.doubt);
    if (own !== undefined) doubts.set(element.id, own);
    const inference = number(element.inference);
    if (inference !== undefined) doubts.set(`${element.id}.inference`, inference);
    const strength = element.challenge?.strength;
    if (strength !== undefined) doubts.set(element.id, strength === 1 ? 1 : (number(strength) as number));
  }
  const leaves = [...doubts.keys()];
  const strategies = scope.filter((element) => element.combine.kind !== 'all' && element.supportedBy.length > 1);

  /** The event that the element fails. */
  const fails = (id: string, failed: Basic, mode: Mode): Event => {
    const element = index.element(id) as Element;
    const stands = (challenge: Element): Event => {
      const right = failed(challenge.id);
      const answeredBy = challenge.challenge?.answeredBy;
      if (answeredBy === undefined) return right;
      const answer = fails(answeredBy, failed, mode);
      return (mask) => right(mask) && answer(mask);
    };
    const link = (to: string): Event => any([fails(to, failed, mode), ...index.challengesToLink(id, to).map(stands)]);
    const alone = [
      ...index.challengesTo(id).map(stands),
      ...(doubts.has(id) ? [failed(id)] : []),
      ...(doubts.has(`${id}.inference`) ? [failed(`${id}.inference`)] : []),
      ...element.inContextOf.map((edge) => link(edge.to)),
    ];
    const children = element.supportedBy.map((edge) => edge.to);
    if (children.length === 0) return any(alone);
    const links = new Map(children.map((to) => [to, link(to)]));
    const fewerHold = (ids: readonly string[], k: number): Event => {
      const events = ids.map((to) => links.get(to) as Event);
      return (mask) => events.filter((event) => !event(mask)).length < k;
    };
    const { combine } = element;
    const k = combine.kind === 'all' ? children.length : combine.kind === 'any' ? 1 : combine.k;
    const asWritten = fewerHold(children, k);
    if (mode.kind === 'written' || element.legs.kind === 'independent' || k === children.length)
      return any([...alone, asWritten]);
    const standing = mode.legs.get(id) as readonly string[];
    const noCredit = fewerHold(standing, standing.length);
    if (element.legs.kind === 'undeclared') return any([...alone, noCredit]);
    const cause = failed(`${id} leg cause`);
    return any([...alone, (mask) => noCredit(mask) && (cause(mask) || asWritten(mask))]);
  };

  /** Probability of an event over independent basic events. */
  const probability = (events: ReadonlyMap<string, number>, event: (failed: Basic) => Event): number => {
    const names = [...events.keys()].filter((name) => (events.get(name) as number) > 0);
    const place = new Map(names.map((name, i) => [name, i]));
    const fails = event((name) => {
      const bit = place.get(name);
      return bit === undefined ? () => false : (mask) => ((mask >> bit) & 1) === 1;
    });
    let total = 0;
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      if (!fails(mask)) continue;
      let p = 1;
      for (let bit = 0; bit < names.length; bit++) {
        const one = events.get(names[bit] as string) as number;
        p *= (mask >> bit) & 1 ? one : 1 - one;
      }
      total += p;
    }
    return total;
  };

  const written: Mode = { kind: 'written' };
  const independent = probability(doubts, (failed) => fails(claim, failed, written));

  const groups = of.dependence
    .map((group) => ({
      ...group,
      members: group.members.map((member) => member.leaf).filter((leaf) => doubts.has(leaf)),
    }))
    .filter((group) => group.members.length > 1);
  let events = 0;
  const under = (legs: ReadonlyMap<string, readonly string[]>, active: typeof groups): number => {
    const basic = new Map(doubts);
    const member = new Map<string, (failed: Basic) => Event>();
    active.forEach((group, g) => {
      const order = [...group.members].sort((a, b) => (doubts.get(a) as number) - (doubts.get(b) as number));
      basic.set(`B${g}`, group.beta);
      order.forEach((leaf, j) => {
        const p = doubts.get(leaf) as number;
        const above = order[j + 1] === undefined ? 1 : (doubts.get(order[j + 1] as string) as number);
        basic.set(`D${g}.${j}`, above === 0 ? 1 : p / above);
        basic.set(leaf, group.beta * p >= 1 ? 0 : (p - group.beta * p) / (1 - group.beta * p));
        member.set(leaf, (failed) => {
          const cause = failed(`B${g}`);
          const nested = order.slice(j).map((_, i) => failed(`D${g}.${j + i}`));
          const own = failed(leaf);
          return (mask) => (cause(mask) && nested.every((event) => event(mask))) || own(mask);
        });
      });
    });
    for (const strategy of strategies)
      if (strategy.legs.kind === 'beta') basic.set(`${strategy.id} leg cause`, strategy.legs.beta);
    events = Math.max(events, basic.size);
    const mode: Mode = { kind: 'declared', legs };
    return probability(basic, (failed) =>
      fails(claim, (name) => (member.get(name) ?? ((f: Basic) => f(name)))(failed), mode),
    );
  };

  let declared = Infinity;
  const choose = (i: number, legs: Map<string, readonly string[]>): void => {
    const strategy = strategies[i];
    if (strategy === undefined) {
      let worst = 0;
      for (let mask = 0; mask < 2 ** groups.length; mask++) {
        worst = Math.max(
          worst,
          under(
            legs,
            groups.filter((_, g) => (mask >> g) & 1),
          ),
        );
      }
      declared = Math.min(declared, worst);
      return;
    }
    const children = strategy.supportedBy.map((edge) => edge.to);
    const k = strategy.combine.kind === 'atLeast' ? strategy.combine.k : 1;
    if (strategy.legs.kind === 'independent' || k === children.length) {
      choose(i + 1, legs);
      return;
    }
    for (const set of subsetsOfSize(children, k)) choose(i + 1, new Map([...legs, [strategy.id, set]]));
  };
  choose(0, new Map());

  let bound = 1;
  const cuts: number[] = [];
  const all = 2 ** leaves.length - 1;
  const topFails = fails(claim, (name) => (mask) => ((mask >> leaves.indexOf(name)) & 1) === 1, written);
  const masks = Array.from({ length: all + 1 }, (_, mask) => mask).sort((a, b) => bitsOf(a).length - bitsOf(b).length);
  for (const mask of masks) {
    // The leaves of the mask hold, all others fail: a path set if the claim holds all the same.
    if (!topFails(all & ~mask)) {
      const sum = bitsOf(mask).reduce((total, bit) => total + (doubts.get(leaves[bit] as string) as number), 0);
      bound = Math.min(bound, sum);
    }
    if (topFails(mask) && !cuts.some((cut) => (cut & mask) === cut)) cuts.push(mask);
  }
  const cutSets = cuts.map((cut) => bitsOf(cut).map((bit) => leaves[bit] as string));
  return { declared: Math.min(declared, bound), independent, bound, cutSets, events };
}

function subsetsOfSize<T>(items: readonly T[], k: number): T[][] {
  if (k === 0) return [[]];
  return items.flatMap((item, i) => subsetsOfSize(items.slice(i + 1), k - 1).map((rest) => [item, ...rest]));
}

function any(events: readonly Event[]): Event {
  return (mask) => events.some((event) => event(mask));
}

function bitsOf(mask: number): number[] {
  const bits: number[] = [];
  for (let bit = 0; mask >> bit > 0; bit++) if ((mask >> bit) & 1) bits.push(bit);
  return bits;
}
