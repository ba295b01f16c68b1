import type { Case, Element } from '../case/index.js';

/** A thing of a case with what the text says of it. */
interface Thing {
  readonly key: string;
  readonly said: unknown;
}

/**
 * What the truth and the meaning of an element rest on, by definition and by brute force: every thing of the case is
 * asked whether any thing known to be inside rests on it, until nothing more is found. Gives what is said of all of it.
 */
export function insideOf(of: Case, root: string): string {
  const all = thingsOf(of);
  const inside = new Map<string, Thing>();
  for (;;) {
    const found = all.filter(
      (thing) =>
        !inside.has(thing.key) &&
        (thing.key === `element ${root}` ||
          thing.key === 'window' ||
          [...inside.keys()].some((known) => restsOn(of, known, thing.key))),
    );
    if (found.length === 0) break;
    for (const thing of found) inside.set(thing.key, thing);
  }
  return [...inside.values()]
    .map(({ key, said }) => `${key}: ${JSON.stringify(withoutOrigins(said))}`)
    .sort()
    .join('\n');
}

function thingsOf(of: Case): Thing[] {
  return [
    ...of.elements.map((said) => ({ key: `element ${said.id}`, said })),
    ...of.evidence.map((said) => ({ key: `evidence ${said.id}`, said })),
    ...of.quantities.map((said) => ({ key: `quantity ${said.name}`, said })),
    ...of.system.map((said) => ({ key: `subsystem ${said.id}`, said })),
    ...of.system.map(({ id, model }) => ({ key: `model ${id}`, said: model })),
    ...of.outcomes.map((said) => ({ key: `outcome ${said.id}`, said })),
    ...of.outcomes.map(({ id, text }) => ({ key: `words ${id}`, said: text })),
    ...of.riskCases.map((said, at) => ({ key: `riskCase ${at} ${said.outcome}`, said })).map(withoutPlace),
    ...of.dependence.map((said) => ({ key: `group ${said.name}`, said })),
    ...of.indicators.map((said) => ({ key: `indicator ${said.id}`, said })),
    ...(of.chain === undefined ? [] : [{ key: 'chain', said: of.chain }]),
    { key: 'window', said: [of.decision?.window, of.decision?.exposure] },
  ];
}

/** Risk cases have no id of their own; two against one outcome are told apart by what they claim. */
function withoutPlace({ key, said }: Thing): Thing {
  return { key: `${key.split(' ')[0]} ${JSON.stringify(withoutOrigins(said))}`, said };
}

/** Whether one thing rests directly on another. */
function restsOn(of: Case, above: string, below: string): boolean {
  const [kind, name] = split(above);
  const [belowKind, belowName] = split(below);
  switch (kind) {
    case 'element':
      return elementRestsOn(of, of.elements.find(({ id }) => id === name)!, belowKind, belowName);
    case 'evidence': {
      const { transfer, map, about } = of.evidence.find(({ id }) => id === name)!;
      if (belowKind === 'element') return transfer === belowName || Object.values(map).includes(belowName);
      if (belowKind === 'subsystem') return about?.subsystem === belowName;
      if (belowKind !== 'model' || about?.model === undefined) return false;
      const { digest, version, name: called } = of.system.find(({ id }) => id === belowName)?.model ?? {};
      const hasName = [digest, version, called].some((one) => one !== undefined);
      return hasName && !of.system.some(({ id }) => id === about.subsystem);
    }
    case 'quantity': {
      const { definition } = of.quantities.find((one) => one.name === name)!;
      if (definition.kind === 'evidence') return belowKind === 'evidence' && definition.evidence === belowName;
      if (definition.kind !== 'expression') return false;
      return namedIn(wordsOf(definition.text), belowKind, belowName);
    }
    case 'group':
      // What meets a group through evidence is counted with it.
      return belowKind === 'group' && leavesOf(of, name).some((leaf) => meets(of, leaf, belowName));
    case 'outcome':
      return belowKind === 'riskCase' && JSON.parse(belowName).outcome === name;
    case 'riskCase':
      return belowKind === 'element' && JSON.parse(name).claim === belowName;
    default:
      return false;
  }
}

function elementRestsOn(of: Case, element: Element, kind: string, name: string): boolean {
  const { id } = element;
  const edges = [...element.supportedBy, ...element.inContextOf].map(({ to }) => to);
  const doubts = [element.doubt, element.inference, element.challenge?.strength].flatMap((doubt) =>
    doubt === undefined || doubt === 1 ? [] : doubt.opinions.map(({ value }) => value),
  );
  const quantities = doubts.flatMap((value) => (value.kind === 'quantity' ? [value.name] : []));
  switch (kind) {
    case 'element': {
      const other = of.elements.find((one) => one.id === name)!;
      const target = other.challenge?.target;
      const points = element.claimPoints.map((point) => point.name);
      return (
        edges.includes(name) ||
        element.challenge?.answeredBy === name ||
        (target?.kind === 'element' && target.element === id) ||
        (target?.kind === 'link' && target.from === id && edges.includes(target.to)) ||
        (other.confidence !== undefined && points.includes(other.confidence))
      );
    }
    case 'evidence':
      return element.evidence === name;
    case 'subsystem':
      return (
        element.subsystem === name ||
        element.assumes.some(({ subsystem }) => subsystem === name) ||
        namedIn(quantities, kind, name)
      );
    case 'quantity':
      return quantities.includes(name);
    case 'outcome':
      return of.outcomes.some((outcome) => outcome.id === name && outcome.claim === id);
    case 'words':
      return element.outcome === name || element.riskCase === name;
    case 'group':
      return meets(of, id, name);
    case 'indicator':
      return element.indicator === name || of.indicators.some((one) => one.id === name && one.tests === id);
    case 'chain':
      return of.chain?.gap === id;
    default:
      return false;
  }
}

/** Elements that are members of a group, or whose inference steps are. */
function leavesOf(of: Case, group: string): string[] {
  const { members } = of.dependence.find(({ name }) => name === group)!;
  return members.map(({ leaf }) => leaf.replace('.inference', ''));
}

/** Whether a group names the element, or one that has evidence in common with it, whoever stands between. */
function meets(of: Case, id: string, group: string): boolean {
  const leaves = leavesOf(of, group);
  return leaves.includes(id) || leaves.some((leaf) => together(of).get(id)?.has(leaf) === true);
}

const known = new WeakMap<Case, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each element those that evidence in common joins to it. */
function together(of: Case): ReadonlyMap<string, ReadonlySet<string>> {
  const found = known.get(of) ?? joinedByEvidence(of);
  known.set(of, found);
  return found;
}

function joinedByEvidence(of: Case): ReadonlyMap<string, ReadonlySet<string>> {
  const groups: { readonly ids: Set<string>; readonly evidence: Set<string> }[] = [];
  for (const { id } of of.elements) {
    const joined = { ids: new Set([id]), evidence: new Set(evidenceOf(of, id)) };
    for (const group of [...groups]) {
      if ([...joined.evidence].every((one) => !group.evidence.has(one))) continue;
      groups.splice(groups.indexOf(group), 1);
      for (const one of group.ids) joined.ids.add(one);
      for (const one of group.evidence) joined.evidence.add(one);
    }
    groups.push(joined);
  }
  return new Map(groups.flatMap(({ ids }) => [...ids].map((id) => [id, ids] as const)));
}

/** All evidence that an element rests on, directly or through quantities, by name and by its paths. */
function evidenceOf(of: Case, id: string): string[] {
  const below = new Set<string>([`element ${id}`]);
  const quantities = of.quantities.map(({ name }) => `quantity ${name}`);
  for (const one of below) for (const thing of quantities) if (restsOn(of, one, thing)) below.add(thing);
  const cited = of.evidence.filter((one) => [...below].some((above) => restsOn(of, above, `evidence ${one.id}`)));
  return cited.flatMap((one) => [one.id, ...one.sources.map(({ path }) => `path ${path}`)]);
}

/** The words of an expression that are no functions. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/[a-z_][\w.]*(?![\w.(])/gi)].map(([word]) => word);
}

function namedIn(words: readonly string[], kind: string, name: string): boolean {
  if (kind === 'quantity') return words.includes(name);
  if (kind !== 'subsystem') return false;
  return words.includes(`system.${name}.copies`) || words.includes(`system.${name}.capability`);
}

function split(key: string): [string, string] {
  const at = key.indexOf(' ');
  return at === -1 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)];
}

/** With keys in order and without origins; an origin is what holds a file and a path. */
function withoutOrigins(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutOrigins);
  if (typeof data !== 'object' || data === null) return data;
  const keys = Object.keys(data).sort() as (keyof typeof data)[];
  const isOrigin = (value: object | string) => typeof value === 'object' && !Array.isArray(value);
  return Object.fromEntries(
    keys
      .filter((key) => key !== ('origin' as never) || !isOrigin(data[key]))
      .map((key) => [key, withoutOrigins(data[key])]),
  );
}
