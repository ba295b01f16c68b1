import { type Element, type ElementId, measureOf } from '../../case/index.js';
import { type Found, type RuleContext, rule } from '../rule.js';
import { inside, list, named } from '../words.js';

export const oneLeg = rule({
  code: 'one-leg',
  title: 'Alternative legs with only one leg',
  severity: 'warning',
  check: ({ case: of }) =>
    of.elements
      .filter((element) => element.combine.kind !== 'all' && element.supportedBy.length === 1)
      .map((element) => ({
        message: `${named(element)} combines its legs by \`${element.combine.kind}\` and has only the leg ${element.supportedBy[0]?.to}`,
        at: inside(element.origin, 'combine'),
        element: element.id,
      })),
});

export const independenceUnreasoned = rule({
  code: 'independence-unreasoned',
  title: 'Independence without a reason',
  severity: 'error',
  check: ({ case: of }) => [
    ...of.elements.flatMap((element) => {
      const { legs, id, origin } = element;
      const claimed = legs.kind === 'independent' ? 'to be independent' : 'to have β = 0';
      if (legs.kind === 'undeclared' || (legs.kind === 'beta' && legs.beta > 0) || legs.because?.trim()) return [];
      return [
        {
          message: `${named(element)} declares its legs ${claimed} and gives no reason`,
          at: inside(origin, 'dependence'),
          element: id,
          hint: 'Add `because`, or a β above 0.',
        },
      ];
    }),
    ...of.dependence
      .filter((group) => group.beta === 0 && !group.because?.trim())
      .map((group) => ({
        message: `Group “${group.name}” states β = 0 and gives no reason`,
        at: group.origin,
        hint: 'Add `because`, or a β above 0.',
      })),
  ],
});

export const independentLegsShareOrigin = rule({
  code: 'independent-legs-share-origin',
  title: 'Independent legs that share an origin',
  severity: 'warning',
  check: (context) =>
    context.case.elements
      .filter((element) => element.legs.kind === 'independent' && element.supportedBy.length > 1)
      .flatMap((element) => sharedOrigins(element, context)),
});

function sharedOrigins(element: Element, context: RuleContext): Found[] {
  const legs = [...new Set(element.supportedBy.map((edge) => edge.to))];
  const members = legs.map((leg) => context.lookup.below([leg]));
  const origins = members.map((below) => originsOf(below, context));
  const shared = new Map<string, Set<ElementId>>();
  for (let i = 0; i < legs.length; i++) {
    for (let j = i + 1; j < legs.length; j++) {
      const common = [...(origins[i] as Set<string>)].filter((origin) => origins[j]?.has(origin));
      if (common.length === 0 || hasGroupBetween(members[i], members[j], context)) continue;
      for (const origin of common) {
        const who = shared.get(origin) ?? new Set();
        shared.set(origin, who.add(legs[i] as ElementId).add(legs[j] as ElementId));
      }
    }
  }
  if (shared.size === 0) return [];
  const byLegs = new Map<string, string[]>();
  for (const [origin, who] of shared) {
    const sharing = list([...who]);
    byLegs.set(sharing, [...(byLegs.get(sharing) ?? []), origin]);
  }
  const what = [...byLegs].map(([sharing, common]) => `${sharing} share ${list(common)}`);
  return [
    {
      message: `${named(element)} declares its legs independent, but ${what.join('; ')}`,
      at: inside(element.origin, 'dependence'),
      element: element.id,
      hint: 'State a β instead, or a dependence group with members in both legs.',
    },
  ];
}

/** What the elements rest on, in words: `the evidence range`, `the team red-team-1`, … in the order of the argument. */
function originsOf(below: ReadonlySet<ElementId>, { lookup, measures, facts }: RuleContext): Set<string> {
  const origins = new Set<string>();
  const add = (kind: string, name: string | undefined) => name !== undefined && origins.add(`${kind} ${name}`);
  for (const id of below) {
    const element = lookup.element(id);
    if (element === undefined) continue;
    add('the subsystem', element.subsystem);
    add('the owner', element.owner);
    for (const name of facts.evidenceBehind(element)) {
      const evidence = lookup.evidence(name);
      if (evidence === undefined) continue;
      add('the evidence', evidence.id);
      add('the team', evidence.by);
      add('the subsystem', evidence.about?.subsystem);
      add('the model', evidence.about?.model);
      const measure = measureOf(measures, name);
      for (const digest of measure?.digests ?? []) add('the source', digest);
    }
  }
  return origins;
}

function hasGroupBetween(
  one: ReadonlySet<ElementId> | undefined,
  other: ReadonlySet<ElementId> | undefined,
  { case: of }: RuleContext,
): boolean {
  return of.dependence.some(({ members }) => {
    const ids = members.map(({ leaf }) => leaf.replace(/\.inference$/, ''));
    return ids.some((id) => one?.has(id) && !other?.has(id)) && ids.some((id) => other?.has(id) && !one?.has(id));
  });
}
