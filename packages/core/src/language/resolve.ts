import type {
  Budget,
  Case,
  CaseStatus,
  Chain,
  Decision,
  Path,
  Pattern,
  Policy,
  Review,
  SignOff,
} from '../case/index.js';
import type { CaseText, SectionName } from '../schema/index.js';
import { contentHash } from './content-hash.js';
import { inherit } from './inherit.js';
import type { Merged } from './merge.js';
import { type Naming, naming } from './modules.js';
import { list } from './one-or-more.js';
import { type Resolved, resolveArgument } from './resolve-argument.js';
import { resolveQuantity } from './resolve-doubt.js';
import {
  defined,
  dependenceGroup,
  dismissal,
  type Entry,
  evidence,
  fmeaRow,
  indicator,
  interaction,
  moduleOf,
  outcome,
  subsystem,
  waiver,
} from './resolve-sections.js';
import { entryOf, type MapNode } from './tree.js';
import type { ValidFile } from './validate.js';

/** Makes the case of texts that keep to the schema. What is found wrong on the way is reported to the files. */
export function resolve(files: readonly ValidFile[], merged: Merged): Case {
  const named = files.map((file) => ({ file, naming: naming(file, files.length === 1) }));
  const elements = inherit(named.flatMap(({ file, naming: names }) => elementsOf(file, names)));
  const ids = new Set(elements.map(({ id }) => id));
  const { data } = merged;
  const info = data.case;
  const status: CaseStatus = info?.status ?? 'draft';

  /** All entries of a section over all files, in the order of the text. */
  const entries = <Name extends SectionName>(name: Name) =>
    named.flatMap(({ file, naming: names }) => entriesOf(file, names, name));
  const origin = (name: 'case' | 'decision' | 'chain', ...below: Path) => originIn(files, merged, name, below);

  return defined({
    id: info?.id ?? 'untitled',
    title: info?.title ?? 'Untitled case',
    status,
    owner: info?.owner,
    budget:
      info?.budget === undefined ? undefined : ({ ...info.budget, origin: origin('case', 'budget') } satisfies Budget),
    policy: policy(data.policy, status),
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
    review: review(data.review, files),
    modules: files.flatMap(({ data: { module }, source }) =>
      module === undefined ? [] : [moduleOf({ text: module, file: source.file, path: ['module'] })],
    ),
    patterns: named.flatMap(({ file, naming: names }) => patternsOf(file, names)),
    fmea: entries('fmea').map(fmeaRow),
    chain: data.chain === undefined ? undefined : chain(data.chain, merged, named, origin),
    catalogue: info?.catalogue,
    contentHash: contentHash(named, merged),
    bare: files.every((file) => file.bare),
    origin: origin('case'),
  }) as Case;
}

function elementsOf(file: ValidFile, names: Naming): readonly Resolved[] {
  const into: Resolved[] = [];
  const { data } = file;
  for (const { name, node, path } of file.sections) {
    if (node.kind !== 'map') continue;
    if (name === 'argument') resolveArgument({ file, naming: names }, data.argument!, node, path, into);
    if (name === 'assumptions')
      resolveArgument({ file, naming: names, assumptions: true }, data.assumptions!, node, path, into);
    if (name !== 'riskCases') continue;
    for (const { key: riskCase, value } of node.entries) {
      const argument = entryOf(value as MapNode, 'argument')?.value;
      const text = data.riskCases![riskCase]!.argument;
      if (argument?.kind !== 'map' || text === undefined) continue;
      resolveArgument({ file, naming: names, riskCase }, text, argument, [...path, riskCase, 'argument'], into);
    }
  }
  return into;
}

/** The patterns of a file; their elements keep the ids that they have in the pattern. */
function patternsOf(file: ValidFile, names: Naming): readonly Pattern[] {
  const section = file.sections.find(({ name }) => name === 'patterns');
  if (section?.node.kind !== 'map') return [];
  return section.node.entries.map(({ key, value }) => {
    const path = [...section.path, key];
    const { parameters, argument } = file.data.patterns![key]!;
    const into: Resolved[] = [];
    const node = entryOf(value as MapNode, 'argument')?.value;
    if (node?.kind === 'map') {
      const own = { ...names, own: (id: string) => id, refer: (id: string) => id };
      resolveArgument({ file, naming: own }, argument, node, [...path, 'argument'], into);
    }
    return { id: key, parameters: parameters ?? {}, elements: inherit(into), origin: { file: file.source.file, path } };
  });
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
    return data.map((text: EntryOf<Name>, index) => ({
      key: String(index),
      text,
      path: [...section.path, index],
      ...common,
    }));
  }
  if (section.node.kind !== 'map') return [];
  const record = data as Record<string, EntryOf<Name>>;
  return section.node.entries.map(({ key }) => ({ key, text: record[key]!, path: [...section.path, key], ...common }));
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

/** From status `in review` on, unassessed inference steps block unless the text says otherwise. */
function policy(text: CaseText['policy'], status: CaseStatus): Policy {
  const early = status === 'sketch' || status === 'draft';
  return {
    inference: text?.inference ?? (early ? 'listed' : 'required'),
    absentEvidence: text?.absentEvidence ?? 'locked',
  };
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

function review(text: CaseText['review'], files: readonly ValidFile[]): Review {
  // Sign-offs may stand in several files; each keeps its own place.
  const signoffs = files.flatMap(({ data, source }) =>
    (data.review?.signoffs ?? []).map(
      (signoff, index) =>
        defined({ ...signoff, origin: { file: source.file, path: ['review', 'signoffs', index] } }) as SignOff,
    ),
  );
  return { required: list(text?.required), signoffs };
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
