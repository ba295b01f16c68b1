import type { TextDigest } from '../canonical/index.js';
import {
  type Budget,
  type Case,
  type CaseStatus,
  type Chain,
  citedClaim,
  type Decision,
  type Element,
  type Module,
  type Origin,
  type Path,
  type Pattern,
  type Review,
  type SignOff,
} from '../case/index.js';
import type { CaseText, SectionName } from '../schema/index.js';
import { contentHash } from './content-hash.js';
import { develop } from './develop.js';
import { inherit } from './inherit.js';
import type { Resolved } from './make-element.js';
import type { Merged } from './merge.js';
import { type Naming, namings } from './modules.js';
import { list } from './one-or-more.js';
import { type Patterns, readPatterns } from './patterns/index.js';
import { resolveArgument } from './resolve-argument.js';
import { resolveQuantity } from './resolve-doubt.js';
import { moduleOf } from './resolve-module.js';
import { policyRoles, resolvePolicy } from './resolve-policy.js';
import {
  defined,
  dependenceGroup,
  dismissal,
  type Entry,
  evidence,
  fmeaRow,
  indicator,
  interaction,
  outcome,
  subsystem,
  waiver,
} from './resolve-sections.js';
import { entryOf, type MapNode } from './tree.js';
import type { ValidFile } from './valid-file.js';

/** Makes the case of texts that keep to the schema. What is found wrong on the way is reported to the files. */
export function resolve(files: readonly ValidFile[], merged: Merged, digest?: TextDigest): Case {
  const named = namings(files);
  const patterns = readPatterns(named);
  const modules = named.flatMap(({ file, naming: names }) => modulesOf(file, names));
  const stated = named.flatMap(({ file, naming: names }) => elementsOf(file, names, patterns));
  const { data } = merged;
  const elements = withCited(inherit(develop(stated, modules)), data.chain, originIn(files, merged, 'chain', []));
  const ids = new Set(elements.map(({ id }) => id));
  const info = data.case;
  const status: CaseStatus = info?.status ?? 'draft';

  /** All entries of a section over all files, in the order of the text. */
  const entries = <Name extends SectionName>(name: Name) =>
    named.flatMap(({ file, naming: names }) => entriesOf(file, names, name));
  const origin = (name: 'case' | 'decision' | 'chain', ...below: Path) => originIn(files, merged, name, below);

  const of = defined({
    id: info?.id ?? 'untitled',
    title: info?.title ?? 'Untitled case',
    status,
    owner: info?.owner,
    budget:
      info?.budget === undefined ? undefined : ({ ...info.budget, origin: origin('case', 'budget') } satisfies Budget),
    policy: resolvePolicy(files, merged, status),
    decision: data.decision === undefined ? undefined : decision(data.decision, origin),
    outcomes: entries('outcomes').map(outcome),
    system: entries('system').map(subsystem),
    elements,
    riskCases: entries('riskCases').map(({ key, text, naming: names, file, path }) => ({
      outcome: key,
      claim: names.refer(text.claim),
      origin: { file, path },
    })),
    quantities: entries('quantities').map(({ key, text, file, path }) => resolveQuantity(key, text, file, path)),
    evidence: entries('evidence').map(evidence),
    interactions: entries('interactions').map(interaction),
    dismissed: entries('dismissed').map(dismissal),
    dependence: entries('dependence').map(dependenceGroup),
    indicators: entries('indicators').map(indicator),
    waivers: entries('waivers').map((entry) => waiver(entry, (id) => ids.has(id))),
    review: review(data.review, named, policyRoles(files)),
    modules,
    patterns: patterns.all.map(patternOf),
    fmea: entries('fmea').map(fmeaRow),
    chain: data.chain === undefined ? undefined : chain(data.chain, merged, named, origin),
    catalogue: info?.catalogue,
    bare: files.every((file) => file.bare),
    origin: origin('case'),
  });
  // Not every question is about it, and in a large case it takes its time.
  return lazily(of, 'contentHash', () => contentHash(named, merged, digest)) as Case;
}

/** The same object with one more property, whose value is worked out when it is first asked for. */
function lazily<T extends object, Key extends string, Value>(
  data: T,
  key: Key,
  make: () => Value,
): T & { readonly [K in Key]: Value } {
  let pending: (() => Value) | undefined = make;
  let value: Value | undefined;
  const get = () => {
    if (pending !== undefined) value = pending();
    // What it is made of is not held any longer.
    pending = undefined;
    return value;
  };
  return Object.defineProperty(data, key, { enumerable: true, configurable: true, get }) as T & {
    readonly [K in Key]: Value;
  };
}

/** The module that a file is; gsn2x takes its name from the file where the text gives none. */
function modulesOf({ data: { module }, source, information, root }: ValidFile, names: Naming): readonly Module[] {
  const origin = { file: source.file, path: module === undefined ? [] : ['module'] };
  const text = module ?? (names.module === undefined ? undefined : { name: names.module });
  if (text === undefined) return [];
  return [moduleOf(text, { naming: names, origin, node: entryOf(root, 'module')?.value, information })];
}

function elementsOf(file: ValidFile, naming: Naming, patterns: Patterns): readonly Resolved[] {
  const into: Resolved[] = [];
  const { data } = file;
  const own = { file, naming, patterns };
  for (const { name, node, path } of file.sections) {
    if (node.kind !== 'map') continue;
    if (name === 'argument') resolveArgument(own, data.argument!, node, path, into);
    if (name === 'assumptions') resolveArgument({ ...own, assumptions: true }, data.assumptions!, node, path, into);
    if (name !== 'riskCases') continue;
    for (const { key: riskCase, value } of node.entries) {
      const argument = entryOf(value as MapNode, 'argument')?.value;
      const text = data.riskCases![riskCase]!.argument;
      if (argument?.kind !== 'map' || text === undefined) continue;
      resolveArgument({ ...own, riskCase }, text, argument, [...path, riskCase, 'argument'], into);
    }
  }
  return into;
}

function patternOf({ id, parameters, elements, file, path }: Patterns['all'][number]): Pattern {
  return { id, parameters: Object.fromEntries(parameters), elements, origin: { file: file.source.file, path } };
}

type EntryOf<Name extends SectionName> =
  NonNullable<CaseText[Name]> extends Record<string, infer T>
    ? T
    : NonNullable<CaseText[Name]> extends (infer T)[]
      ? T
      : never;

function entriesOf<Name extends SectionName>(file: ValidFile, names: Naming, name: Name): Entry<EntryOf<Name>>[] {
  const section = file.sections.find((one) => one.name === name);
  const data = file.data[name] as unknown;
  if (section === undefined || data === undefined) return [];
  const common = { naming: names, file: file.source.file };
  if (Array.isArray(data)) {
    // Of a row that could not be read only its place is left.
    return data.flatMap((text: EntryOf<Name> | null, index) =>
      text === null ? [] : [{ key: String(index), text, path: [...section.path, index], ...common }],
    );
  }
  if (section.node.kind !== 'map') return [];
  const record = data as Record<string, EntryOf<Name>>;
  return section.node.entries.map(({ key }) => ({ key, text: record[key]!, path: [...section.path, key], ...common }));
}

/**
 * With the claim of the previous generation, which stands in another case: nothing is known of it here, so it is open until
 * that case was read.
 */
function withCited(elements: readonly Element[], chain: CaseText['chain'], origin: Case['origin']): readonly Element[] {
  if (chain === undefined) return elements;
  const id = citedClaim(chain);
  if (elements.some((element) => element.id === id)) return elements;
  const cited: Element = {
    id,
    type: 'goal',
    text: `${chain.claim} of the previous generation holds (${chain.previous})`,
    public: false,
    supportedBy: [],
    inContextOf: [],
    combine: { kind: 'all' },
    legs: { kind: 'undeclared' },
    undeveloped: true,
    uninstantiated: false,
    assumes: [],
    holdsUntil: [],
    claimPoints: [],
    classes: [],
    layers: {},
    defeated: false,
    defeatedRelation: [],
    origin,
  };
  return [...elements, cited];
}

/** Where a merged section (or a key of it) stands: in the first file that has it, else at the top of the first file. */
function originIn(files: readonly ValidFile[], merged: Merged, name: 'case' | 'decision' | 'chain', below: Path) {
  const has = files.find(({ root }) => {
    const node = entryOf(root, name)?.value;
    return node?.kind === 'map' && (below[0] === undefined || entryOf(node, String(below[0])) !== undefined);
  });
  const file = has ?? merged.file.get(name);
  return file === undefined
    ? { file: files[0]!.source.file, path: [] }
    : { file: file.source.file, path: [name, ...below] };
}

function decision(
  text: NonNullable<CaseText['decision']>,
  origin: (name: 'decision', ...below: Path) => Case['origin'],
): Decision {
  const { kind, question, options, window, exposure } = text;
  return defined({
    kind,
    question,
    options: list(options),
    window: window === undefined ? undefined : { ...window, origin: origin('decision', 'window') },
    exposure: defined(exposure ?? {}),
    origin: origin('decision'),
  }) as Decision;
}

type SignOffText = NonNullable<NonNullable<CaseText['review']>['signoffs']>[number];

function review(
  text: CaseText['review'],
  named: readonly { readonly file: ValidFile; readonly naming: Naming }[],
  roles: readonly string[],
): Review {
  // Sign-offs may stand in several files; each keeps its own place, and names an element as its file does.
  const signoffs = named.flatMap(({ file: { data, source }, naming: names }) =>
    (data.review?.signoffs ?? []).flatMap((signoff: SignOffText | null, index) =>
      // Of a row that could not be read only its place is left.
      signoff === null
        ? []
        : [
            defined({
              ...signoff,
              element: signoff.element === undefined ? undefined : names.refer(signoff.element),
              origin: { file: source.file, path: ['review', 'signoffs', index] },
            }) as SignOff,
          ],
    ),
  );
  const file = named.find(({ file: { data } }) => data.review?.required !== undefined)?.file.source.file;
  const origin = file === undefined ? {} : { origin: { file, path: ['review', 'required'] } };
  // The case's own come first: a role is told by its place in the text.
  const required = [...new Set([...list(text?.required), ...roles])];
  return { required, signoffs, ...pins(text, named), ...origin };
}

/** The keys that sign-offs are held against, with the file that says so: their paths start from there. */
function pins(
  text: CaseText['review'],
  named: readonly { readonly file: ValidFile }[],
): Pick<Review, 'keys' | 'allowedSigners'> {
  const originOf = (key: 'keys' | 'allowedSigners'): Origin | undefined => {
    const file = named.find(({ file: { data } }) => data.review?.[key] !== undefined)?.file.source.file;
    return file === undefined ? undefined : { file, path: ['review', key] };
  };
  const [keys, signers] = [originOf('keys'), originOf('allowedSigners')];
  return {
    ...(text?.keys === undefined || keys === undefined
      ? {}
      : {
          keys: Object.entries(text.keys).flatMap(([who, files]) =>
            list(files).map((path) => ({ who, path, origin: keys })),
          ),
        }),
    ...(text?.allowedSigners === undefined || signers === undefined
      ? {}
      : { allowedSigners: { path: text.allowedSigners, origin: signers } }),
  };
}

function chain(
  text: NonNullable<CaseText['chain']>,
  merged: Merged,
  named: readonly { readonly file: ValidFile; readonly naming: Naming }[],
  origin: (name: 'chain') => Case['origin'],
): Chain {
  const names = named.find(({ file }) => file === merged.file.get('chain'))?.naming;
  const { previous, claim, gap, amplify } = text;
  return defined({
    previous,
    // The claim stands in the previous case, so it is not of a module of this one.
    claim,
    gap: gap === undefined ? undefined : (names?.refer(gap) ?? gap),
    amplify: amplify === undefined ? undefined : defined(amplify),
    origin: origin('chain'),
  }) as Chain;
}
