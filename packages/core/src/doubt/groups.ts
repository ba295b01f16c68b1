import type { Case, Evidence, EvidenceId, Measures } from '../case/index.js';
import type { Argument } from './argument.js';
import type { LeafId, Note } from './assessment.js';
import { disjointSets } from './disjoint-sets.js';

/** Leaves with a common cause: members are leaf numbers of the argument, in text order. */
export interface Group {
  readonly name: string;
  readonly members: readonly number[];
  readonly beta: number;
  readonly automatic: boolean;
  readonly because?: string;
}

/** What the groups need to know of a leaf: the evidence that it rests on, and the direction of its own requirement. */
export interface LeafOrigins {
  readonly evidence: readonly EvidenceId[];
}

/**
 * Declared and automatic groups (`semantics.md` section 3). Every leaf is in at most one group. Automatic ones join
 * leaves that rest on the same evidence (directly, through quantities, or by digest) with beta = 1; a declared group
 * that names a member of an automatic one replaces it and takes in all its members.
 */
export function findGroups(
  of: Case,
  argument: Argument,
  origins: readonly LeafOrigins[],
  measures: Measures,
): { readonly groups: readonly Group[]; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  const automatic = automaticGroups(argument, origins, evidenceClasses(of.evidence, measures), notes);
  const owner = new Map<number, number>();
  automatic.forEach((members, i) => {
    for (const member of members) owner.set(member, i);
  });
  const replaced = new Set<number>();
  const groups: Group[] = [];
  const taken = new Map<number, Group>();
  for (const declared of of.dependence) {
    const members = new Set<number>();
    for (const { leaf } of declared.members) {
      const index = argument.leafByName.get(leaf);
      if (index === undefined) continue;
      members.add(index);
      const auto = owner.get(index);
      if (auto === undefined) continue;
      if (!replaced.has(auto)) {
        replaced.add(auto);
        const names = (automatic[auto] as number[]).map((member) => leafName(argument, member));
        const text = `Group "${declared.name}" stands in place of the automatic group of ${names.join(', ')}, with its beta of ${declared.beta}`;
        notes.push({ code: 'group-replaced', text });
      }
      for (const member of automatic[auto] as number[]) members.add(member);
    }
    const free = [...members].filter((member) => !taken.has(member)).sort((a, b) => a - b);
    if (free.length < members.size) {
      // Rules refuse groups that name the same leaf; two that meet through an automatic group are joined, with the larger beta.
      joinInto(groups, taken, members, declared, notes);
      continue;
    }
    if (free.length < 2) continue;
    const because = declared.because === undefined ? {} : { because: declared.because };
    const group: Group = { name: declared.name, members: free, beta: declared.beta, automatic: false, ...because };
    groups.push(group);
    for (const member of free) taken.set(member, group);
  }
  automatic.forEach((members, i) => {
    if (replaced.has(i)) return;
    const names = members.map((member) => leafName(argument, member));
    const because = 'they rest on the same evidence';
    groups.push({ name: `same evidence: ${names.join(', ')}`, members, beta: 1, automatic: true, because });
  });
  return { groups, notes };
}

function joinInto(
  groups: Group[],
  taken: Map<number, Group>,
  members: ReadonlySet<number>,
  declared: { readonly name: string; readonly beta: number },
  notes: Note[],
): void {
  const met = [...new Set([...members].flatMap((member) => taken.get(member) ?? []))];
  const all = [...new Set([...members, ...met.flatMap((group) => group.members)])].sort((a, b) => a - b);
  const names = [...met.map((group) => group.name), declared.name];
  const group: Group = {
    name: names.join(' + '),
    members: all,
    beta: Math.max(declared.beta, ...met.map((one) => one.beta)),
    automatic: false,
  };
  const first = groups.indexOf(met[0] as Group);
  groups.splice(first, 1, group);
  for (const other of met.slice(1)) groups.splice(groups.indexOf(other), 1);
  for (const member of all) taken.set(member, group);
  const text = `Groups ${names.map((name) => `"${name}"`).join(' and ')} share a leaf through common evidence: counted as one, with the larger beta of ${group.beta}`;
  notes.push({ code: 'groups-joined', text });
}

function leafName(argument: Argument, leaf: number): LeafId {
  return argument.leaves[leaf]?.id ?? String(leaf);
}

/** Evidence with a source or a digest in common is one class: named by its first member. */
function evidenceClasses(evidence: readonly Evidence[], measures: Measures): ReadonlyMap<EvidenceId, number> {
  const sets = disjointSets(evidence.length);
  const firstWith = new Map<string, number>();
  evidence.forEach((item, i) => {
    const digests = Object.hasOwn(measures, item.id) ? (measures[item.id]?.digests ?? []) : [];
    for (const key of [
      ...item.sources.map((source) => `path ${source.path}`),
      ...digests.map((digest) => `digest ${digest}`),
    ]) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, i);
      else sets.join(first, i);
    }
  });
  return new Map(evidence.map((item, i) => [item.id, sets.find(i)]));
}

function automaticGroups(
  argument: Argument,
  origins: readonly LeafOrigins[],
  classes: ReadonlyMap<EvidenceId, number>,
  notes: Note[],
): number[][] {
  const sets = disjointSets(argument.leaves.length);
  /** Leaves per evidence class: those that require "at least" apart from all others, and what they all ask about. */
  const byClass = new Map<number, { others: number[]; atLeast: number[]; asked: Set<string> }>();
  origins.forEach(({ evidence }, leaf) => {
    if (evidence.length === 0) return;
    const source = argument.leaves[leaf]?.source;
    const atLeast = source?.kind === 'evidence' && source.requirement.direction === '>=';
    for (const one of new Set(evidence.map((id) => classes.get(id)))) {
      if (one === undefined) continue;
      const entry = byClass.get(one) ?? { others: [], atLeast: [], asked: new Set<string>() };
      byClass.set(one, entry);
      entry.asked.add(source?.kind === 'evidence' ? `${source.requirement.result} ${source.evidence}` : `leaf ${leaf}`);
      (atLeast ? entry.atLeast : entry.others).push(leaf);
    }
  });
  for (const { others, atLeast, asked } of byClass.values()) {
    // Only of one number "at most" and "at least" are opposites: few missed and many caught are the same good news.
    if (asked.size > 1) {
      for (const leaf of [...others, ...atLeast]) sets.join((others[0] ?? atLeast[0]) as number, leaf);
      continue;
    }
    for (const same of [others, atLeast]) for (const leaf of same) sets.join(same[0] as number, leaf);
    if (others.length > 0 && atLeast.length > 0) {
      const names = [...others, ...atLeast].map((leaf) => leafName(argument, leaf));
      const text = `${names.join(', ')} rest on the same evidence in opposite directions: they are not grouped`;
      notes.push({ code: 'opposite-requirements', text });
    }
  }
  const members = new Map<number, number[]>();
  origins.forEach(({ evidence }, leaf) => {
    if (evidence.length === 0) return;
    const root = sets.find(leaf);
    members.set(root, [...(members.get(root) ?? []), leaf]);
  });
  return [...members.values()].filter((group) => group.length > 1);
}
