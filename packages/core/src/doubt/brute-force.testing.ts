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

type Assignment = (name: string) => boolean;
type Mode = { readonly kind: 'written' } | { readonly kind: 'declared'; readonly legs: ReadonlyMap<string, readonly string[]> };

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

  /** Whether the element fails, given which basic events fail. */
  const fails = (id: string, failed: Assignment, mode: Mode): boolean => {
    const element = index.element(id) as Element;
    const stands = (challenge: Element) =>
      failed(challenge.id) && (challenge.challenge?.answeredBy === undefined || fails(challenge.challenge.answeredBy, failed, mode));
    const link = (to: string) => fails(to, failed, mode) || index.challengesToLink(id, to).some(stands);
    if (index.challengesTo(id).some(stands)) return true;
    if (doubts.has(id) && failed(id)) return true;
    if (doubts.has(`${id}.inference`) && failed(`${id}.inference`)) return true;
    if (element.inContextOf.some((edge) => link(edge.to))) return true;
    const children = element.supportedBy.map((edge) => edge.to);
    if (children.length === 0) return false;
    const holding = (ids: readonly string[]) => ids.filter((to) => !link(to)).length;
    const { combine } = element;
    if (combine.kind === 'all') return holding(children) < children.length;
    const k = combine.kind === 'any' ? 1 : combine.k;
    const asWritten = holding(children) < k;
    if (mode.kind === 'written' || element.legs.kind === 'independent' || k === children.length) return asWritten;
    const standing = mode.legs.get(id) as readonly string[];
    const noCredit = holding(standing) < standing.length;
    if (element.legs.kind === 'undeclared') return noCredit;
    return noCredit && (failed(`${id} leg cause`) || asWritten);
  };

  /** Probability of an event over independent basic events. */
  const probability = (events: ReadonlyMap<string, number>, event: (failed: Assignment) => boolean): number => {
    const names = [...events.keys()].filter((name) => (events.get(name) as number) > 0);
    let total = 0;
    for (let mask = 0; mask < 2 ** names.length; mask++) {
      let p = 1;
      const failing = new Set<string>();
      names.forEach((name, bit) => {
        const one = events.get(name) as number;
        if ((mask >> bit) & 1) {
          p *= one;
          failing.add(name);
        } else {
          p *= 1 - one;
        }
      });
      if (p > 0 && event((name) => failing.has(name))) total += p;
    }
    return total;
  };

  const written: Mode = { kind: 'written' };
  const independent = probability(doubts, (failed) => fails(claim, failed, written));

  const groups = of.dependence
    .map((group) => ({ ...group, members: group.members.map((member) => member.leaf).filter((leaf) => doubts.has(leaf)) }))
    .filter((group) => group.members.length > 1);
  let events = 0;
  const under = (legs: ReadonlyMap<string, readonly string[]>, active: typeof groups): number => {
    const basic = new Map(doubts);
    const member = new Map<string, (failed: Assignment) => boolean>();
    active.forEach((group, g) => {
      const order = [...group.members].sort((a, b) => (doubts.get(a) as number) - (doubts.get(b) as number));
      basic.set(`B${g}`, group.beta);
      order.forEach((leaf, j) => {
        const p = doubts.get(leaf) as number;
        const above = order[j + 1] === undefined ? 1 : (doubts.get(order[j + 1] as string) as number);
        basic.set(`D${g}.${j}`, above === 0 ? 1 : p / above);
        basic.set(leaf, group.beta * p >= 1 ? 0 : (p - group.beta * p) / (1 - group.beta * p));
        member.set(leaf, (failed) => (failed(`B${g}`) && order.slice(j).every((_, i) => failed(`D${g}.${j + i}`))) || failed(leaf));
      });
    });
    for (const strategy of strategies) if (strategy.legs.kind === 'beta') basic.set(`${strategy.id} leg cause`, strategy.legs.beta);
    events = Math.max(events, basic.size);
    const mode: Mode = { kind: 'declared', legs };
    return probability(basic, (failed) => fails(claim, (name) => (member.get(name) ?? ((f: Assignment) => f(name)))(failed), mode));
  };

  let declared = Infinity;
  const choose = (i: number, legs: Map<string, readonly string[]>): void => {
    const strategy = strategies[i];
    if (strategy === undefined) {
      let worst = 0;
      for (let mask = 0; mask < 2 ** groups.length; mask++) {
        worst = Math.max(worst, under(legs, groups.filter((_, g) => (mask >> g) & 1)));
      }
      declared = Math.min(declared, worst);
      return;
    }
    const children = strategy.supportedBy.map((edge) => edge.to);
    const k = strategy.combine.kind === 'atLeast' ? strategy.combine.k : 1;
    if (strategy.legs.kind === 'independent' || k === children.length) return choose(i + 1, legs);
    for (const set of subsetsOfSize(children, k)) choose(i + 1, new Map([...legs, [strategy.id, set]]));
  };
  choose(0, new Map());

  let bound = 1;
  const cuts: string[][] = [];
  const subsets = Array.from({ length: 2 ** leaves.length }, (_, mask) => leaves.filter((_, bit) => (mask >> bit) & 1)).sort(
    (a, b) => a.length - b.length,
  );
  for (const set of subsets) {
    const inside = new Set(set);
    if (!fails(claim, (name) => !inside.has(name), written)) {
      bound = Math.min(bound, set.reduce((sum, name) => sum + (doubts.get(name) as number), 0));
    }
    if (fails(claim, (name) => inside.has(name), written) && !cuts.some((cut) => cut.every((name) => inside.has(name)))) cuts.push(set);
  }
  return { declared: Math.min(declared, bound), independent, bound, cutSets: cuts, events };
}

function subsetsOfSize<T>(items: readonly T[], k: number): T[][] {
  if (k === 0) return [[]];
  return items.flatMap((item, i) => subsetsOfSize(items.slice(i + 1), k - 1).map((rest) => [item, ...rest]));
}
