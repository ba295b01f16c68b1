import type { Case, ElementId, Origin } from '../case/index.js';

/** A place that names what goes. `whole`: the entry goes too; `link`: it is an entry of the support or context of an element. */
export interface Mention {
  readonly at: Origin;
  readonly how: 'whole' | 'link';
  /** What is lost beside the elements. */
  readonly words?: string;
}

/** Where the rest of a case names elements that go, and what cannot do without them. */
export function mentionsOf(
  of: Case,
  going: ReadonlySet<ElementId>,
): { readonly mentions: readonly Mention[]; readonly needed?: string } {
  const needed = neededBy(of, going);
  const inside = (at: Origin, ...path: (string | number)[]): Origin => ({ ...at, path: [...at.path, ...path] });
  const leafGoes = (leaf: string) => going.has(leaf) || going.has(leaf.replace(/\.[^.@]*(?=@|$)/, ''));
  const links = of.elements
    .filter(({ id, instance }) => !going.has(id) && instance === undefined)
    .flatMap((element) =>
      [...element.supportedBy, ...element.inContextOf]
        .filter(({ to }) => going.has(to))
        .map((edge): Mention => ({ at: edge.origin, how: 'link' })),
    );
  const interactions = of.interactions
    .filter(({ arguedBy }) => arguedBy !== undefined && going.has(arguedBy))
    .map(
      ({ origin, kind, outcome }): Mention => ({ at: origin, how: 'whole', words: `interaction ${kind} × ${outcome}` }),
    );
  const rows = of.fmea
    .filter(({ arguedBy }) => arguedBy !== undefined && going.has(arguedBy))
    .map(
      ({ origin, mode }): Mention => ({ at: inside(origin, 'arguedBy'), how: 'whole', words: `what argues “${mode}”` }),
    );
  const groups = of.dependence.flatMap(({ name, members, origin }): Mention[] => {
    const gone = members.filter(({ leaf }) => leafGoes(leaf));
    if (gone.length === 0) return [];
    if (members.length - gone.length < 2) return [{ at: origin, how: 'whole', words: `group ${name}` }];
    return gone.map(({ leaf, origin: at }) => ({ at, how: 'whole', words: `${leaf} of the group ${name}` }));
  });
  const indicators = of.indicators
    .filter(({ tests }) => tests !== undefined && going.has(tests))
    .map(
      ({ id, origin }): Mention => ({
        at: inside(origin, 'tests'),
        how: 'whole',
        words: `what the indicator ${id} tests`,
      }),
    );
  const waivers = of.waivers
    .filter(({ at }) => at?.split('->').some((end) => leafGoes(end.trim())))
    .map(({ origin, rule }): Mention => ({ at: origin, how: 'whole', words: `waiver of ${rule}` }));
  return {
    mentions: [...links, ...interactions, ...rows, ...groups, ...indicators, ...waivers],
    ...(needed === undefined ? {} : { needed }),
  };
}

/** Something that says nothing any more without what goes, and that only a person can change. */
function neededBy(of: Case, going: ReadonlySet<ElementId>): string | undefined {
  const has = (id: ElementId | undefined) => id !== undefined && going.has(id);
  const outcome = of.outcomes.find(({ claim }) => has(claim));
  if (outcome !== undefined) return `${outcome.claim} is the claim of outcome ${outcome.id}`;
  const risk = of.riskCases.find(({ claim }) => has(claim));
  if (risk !== undefined) return `${risk.claim} is the claim of the risk case for ${risk.outcome}`;
  const evidence = of.evidence.find(({ transfer, map }) => has(transfer) || Object.values(map).some(has));
  if (evidence !== undefined) return `the evidence ${evidence.id} names it`;
  if (has(of.chain?.gap)) return 'the chain of cases names it';
  if (of.review.signoffs.some(({ element }) => has(element))) return 'somebody signed it';
  const module = of.modules.find((one) =>
    one.extends.some(({ develops }) => develops.some(({ element, by }) => has(element) || by.some(has))),
  );
  if (module !== undefined) return `the module ${module.name} develops it, or develops another by it`;
  const staying = of.elements.filter(({ id }) => !going.has(id));
  const answered = staying.find(({ challenge }) => has(challenge?.answeredBy));
  if (answered !== undefined) return `it answers the challenge ${answered.id}`;
  const point = staying.find(({ claimPoints }) => claimPoints.some(({ at }) => at.some(has)));
  if (point !== undefined) return `a claim point of ${point.id} stands at it`;
  const confidence = staying.find(
    ({ confidence: name }) =>
      name !== undefined &&
      of.elements.some((one) => going.has(one.id) && one.claimPoints.some((each) => each.name === name)),
  );
  if (confidence !== undefined) return `${confidence.id} argues a claim point of it`;
  const defeated = staying.find(({ defeatedRelation }) => defeatedRelation.some(has));
  if (defeated !== undefined) return `${defeated.id} marks its relation to it as defeated`;
  const used = of.patterns.find(({ elements }) =>
    elements.some((one) =>
      [...one.supportedBy, ...one.inContextOf].some(({ to }) => has(to) && !elements.some(({ id }) => id === to)),
    ),
  );
  return used === undefined ? undefined : `the pattern ${used.id} cites it`;
}
