import type {
  Attestation,
  DependenceGroup,
  Dismissal,
  Evidence,
  FmeaRow,
  Indicator,
  Interaction,
  MeasureSpec,
  Origin,
  Outcome,
  Path,
  Subsystem,
  Waiver,
} from '../case/index.js';
import type { CaseText } from '../schema/index.js';
import { confidential } from './confidential.js';
import type { Naming } from './modules.js';
import { list } from './one-or-more.js';

/** The entry of a section, with what is needed to make data of it. */
export interface Entry<T> {
  readonly key: string;
  readonly text: T;
  readonly naming: Naming;
  readonly file: string;
  readonly path: Path;
}

type In<Name extends keyof CaseText> =
  NonNullable<CaseText[Name]> extends Record<string, infer T>
    ? T
    : NonNullable<CaseText[Name]> extends (infer T)[]
      ? T
      : never;

/** The keys that have a value: data has no key that holds undefined. */
export function defined<T extends object>(data: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(data)) if (value !== undefined) copy[key] = value;
  return copy as { [Key in keyof T]: Exclude<T[Key], undefined> };
}

function originOf({ file, path }: { file: string; path: Path }, ...below: Path): Origin {
  return { file, path: [...path, ...below] };
}

function refer(naming: Naming, reference: string | undefined): string | undefined {
  return reference === undefined ? undefined : naming.refer(reference);
}

export function outcome(entry: Entry<In<'outcomes'>>): Outcome {
  const { key: id, text, naming } = entry;
  const { threshold } = text;
  return defined({
    id,
    text: text.text,
    severity: text.severity,
    threshold:
      threshold === undefined
        ? undefined
        : defined({
            ...threshold,
            criterion: threshold.criterion ?? 'mean',
            approved: threshold.approved === undefined ? undefined : defined(threshold.approved),
            origin: originOf(entry, 'threshold'),
          }),
    claim: refer(naming, text.claim),
    origin: originOf(entry),
  }) as Outcome;
}

export function subsystem(entry: Entry<In<'system'>>): Subsystem {
  const { access, audit, watches, model, ...rest } = entry.text;
  return defined({
    id: entry.key,
    ...rest,
    model: model === undefined ? undefined : defined(model),
    access: defined({
      read: list(access?.read),
      write: list(access?.write),
      network: access?.network,
      weights: access?.weights,
    }),
    watches: list(watches),
    auditFraction: audit?.fraction,
    origin: originOf(entry),
  }) as Subsystem;
}

export function evidence(entry: Entry<In<'evidence'>>): Evidence {
  const {
    source,
    pool,
    about,
    measure,
    transfer,
    attestation,
    keys,
    trials,
    map,
    confidential: marked,
    ...rest
  } = entry.text;
  const { naming } = entry;
  const single = typeof source === 'string';
  return defined({
    id: entry.key,
    sources: list(source).map((path, index) => ({
      path,
      origin: single ? originOf(entry, 'source') : originOf(entry, 'source', index),
    })),
    pool: pool ?? false,
    ...rest,
    about: about === undefined ? undefined : defined(about),
    measure: measure === undefined ? faultTree(entry) : measureSpec(measure, originOf(entry, 'measure'), entry.text),
    transfer: refer(naming, transfer),
    attestation: attestation === undefined ? undefined : attestationOf(attestation, originOf(entry, 'attestation')),
    keys: [...list(keys), ...list(typeof attestation === 'object' ? attestation.keys : undefined)],
    trials: list(trials),
    map: Object.fromEntries(Object.entries(map ?? {}).map(([event, id]) => [event, naming.refer(id)])),
    confidential: confidential(marked),
    origin: originOf(entry),
  }) as Evidence;
}

function attestationOf(text: NonNullable<In<'evidence'>['attestation']>, origin: Origin): Attestation {
  if (typeof text === 'string') return { path: text, origin };
  const { file: path, trustedRoot, identity } = text;
  return defined({ path, trustedRoot, identity, origin }) as Attestation;
}

/** A gate is named of fault trees only, so that the measure need not be. */
function faultTree(entry: Entry<In<'evidence'>>): MeasureSpec | undefined {
  const { top } = entry.text;
  return top === undefined ? undefined : measureSpec({ kind: 'fault tree' }, originOf(entry, 'top'), entry.text);
}

type MeasureText = NonNullable<In<'evidence'>['measure']>;

function measureSpec(text: MeasureText, origin: Origin, { top, map }: In<'evidence'>): MeasureSpec {
  const { because, ...rest }: MeasureText & { readonly because?: string } = text;
  const isTree = text.kind === 'fault tree';
  return defined({
    top: isTree ? top : undefined,
    events: isTree && map !== undefined ? Object.keys(map) : undefined,
    groupBy: 'sample',
    groupByBecause: because,
    errors: 'worst',
    invalid: 'worst',
    limits: 'worst',
    refusals: 'worst',
    partial: 'worst',
    ...(rest.kind === 'difference' ? { paired: false } : {}),
    ...defined(rest),
    origin,
  }) as unknown as MeasureSpec;
}

export function interaction(entry: Entry<In<'interactions'>>): Interaction {
  const { between, arguedBy, strategies, reasons, ...rest } = entry.text;
  return defined({
    ...rest,
    between: list(between),
    strategies: list(strategies),
    reasons: list(reasons),
    arguedBy: refer(entry.naming, arguedBy),
    origin: originOf(entry),
  }) as Interaction;
}

export function dismissal(entry: Entry<In<'dismissed'>>): Dismissal {
  return defined({ ...entry.text, origin: originOf(entry) }) as Dismissal;
}

export function fmeaRow(entry: Entry<In<'fmea'>>): FmeaRow {
  return defined({
    ...entry.text,
    arguedBy: refer(entry.naming, entry.text.arguedBy),
    origin: originOf(entry),
  }) as FmeaRow;
}

export function dependenceGroup(entry: Entry<In<'dependence'>>): DependenceGroup {
  const members = entry.text.members.map((leaf, index) => ({
    leaf: entry.naming.leaf(leaf),
    origin: originOf(entry, 'members', index),
  }));
  return defined({ ...entry.text, members, origin: originOf(entry) }) as DependenceGroup;
}

export function indicator(entry: Entry<In<'indicators'>>): Indicator {
  const { tests, source, ...rest } = entry.text;
  return defined({
    id: entry.key,
    tests: refer(entry.naming, tests),
    source: typeof source === 'object' ? `prometheus: ${source.prometheus}` : source,
    ...rest,
    origin: originOf(entry),
  }) as Indicator;
}

/** `at` may name anything; an id of an element of this module is qualified as any reference is. */
export function waiver(entry: Entry<In<'waivers'>>, isElement: (id: string) => boolean): Waiver {
  const { at } = entry.text;
  const qualified = at === undefined ? undefined : entry.naming.leaf(at);
  const known = qualified !== undefined && isElement(qualified.replace(/\.inference$/, ''));
  return defined({ ...entry.text, at: known ? qualified : at, origin: originOf(entry) }) as Waiver;
}
