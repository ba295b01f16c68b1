import { type Case, type Element, formatDoubt, lookup, type Subsystem, type SubsystemKind } from '../../case/index.js';
import { type OutcomeMacrosystem, type PartSet, partsInWords } from '../../macrosystem/index.js';

/** A system as it is drawn. */
export interface SystemPicture {
  readonly title: string;
  readonly boxes: readonly SystemBox[];
  readonly lines: readonly SystemLine[];
  /** What is written below, a paragraph each: the minimal sets that are pointed out. */
  readonly notes: readonly string[];
}

export interface SystemBox {
  readonly id: string;
  readonly kind: SubsystemKind;
  readonly copies: number;
  /** Model, copies, network: a line each. */
  readonly facts: readonly string[];
  /** In which arguments it is trusted or not. */
  readonly trust: readonly { readonly trusted: boolean; readonly text: string }[];
  /** `in sets 1, 3`, where sets are pointed out; not `counted` where its misbehaviour is only given in them. */
  readonly mark?: { readonly text: string; readonly counted: boolean };
}

export type SystemLineKind = 'watches' | 'writes' | 'reads';

export interface SystemLine {
  readonly kind: SystemLineKind;
  readonly from: string;
  readonly to: string;
}

/** Sets that are pointed out: more can hardly be told apart. */
const mostSets = 6;
const mostNamed = 3;
/** What can be drawn in reasonable time; nobody could read as much. */
const mostBoxes = 200;
const mostLines = 2000;

/**
 * What the diagram of a system shows: its subsystems with access and watchers, who is trusted in which argument, and, for
 * an outcome, the likeliest of its minimal sets. Arguments of other outcomes are left out then.
 */
export function systemPicture(of: Case, outcome?: OutcomeMacrosystem): SystemPicture {
  const index = lookup(of);
  const scope = outcome?.claim === undefined ? undefined : index.below([outcome.claim]);
  const elements = of.elements.filter(({ id }) => scope?.has(id) ?? true);
  const sets = (outcome?.sets ?? []).slice(0, mostSets);
  const drawn = of.system.slice(0, mostBoxes);
  const known = new Set(drawn.map(({ id }) => id));
  const all = drawn.flatMap(({ id, watches, access }) => {
    const to = (kind: SystemLineKind, targets: readonly string[]): SystemLine[] =>
      [...new Set(targets)].flatMap((target) =>
        known.has(target) && target !== id ? [{ kind, from: id, to: target }] : [],
      );
    return [...to('watches', watches), ...to('writes', access.write), ...to('reads', access.read)];
  });
  return {
    title: outcome === undefined ? 'The system' : `The system, and what must go wrong together for ${outcome.outcome}`,
    boxes: drawn.map((subsystem) => boxOf(subsystem, elements, sets)),
    lines: all.slice(0, mostLines),
    notes: [
      ...sets.map((set, at) => `Set ${at + 1}: ${setInWords(set)}`),
      ...(outcome !== undefined && outcome.sets.length > sets.length
        ? [`The likeliest ${sets.length} of ${outcome.sets.length} sets are pointed out.`]
        : []),
      ...(drawn.length < of.system.length
        ? [`Drawn are the first ${drawn.length} of ${of.system.length} subsystems.`]
        : []),
      ...(all.length > mostLines ? [`Drawn are the first ${mostLines} of ${all.length} lines between them.`] : []),
    ],
  };
}

function boxOf(subsystem: Subsystem, elements: readonly Element[], sets: readonly PartSet[]): SystemBox {
  const { id, kind, model, copies, count, access, watches, auditFraction } = subsystem;
  const facts = [
    ...(model?.name === undefined
      ? []
      : [`model ${model.name}${model.version === undefined ? '' : ` ${model.version}`}`]),
    ...(copies === undefined ? [] : [`${copies} ${copies === 1 ? 'copy' : 'copies'}`]),
    ...(count === undefined ? [] : [`${count} people`]),
    ...(access.network === undefined ? [] : [`network: ${access.network}`]),
    ...(access.weights === undefined ? [] : [`weights: ${access.weights}`]),
    ...(auditFraction === undefined ? [] : [`audits ${Number((100 * auditFraction).toPrecision(3))} %`]),
    ...(watches.includes(id) ? ['watches itself'] : []),
  ];
  const mark = markOf(id, sets);
  return {
    id,
    kind,
    copies: copies ?? count ?? 1,
    facts,
    trust: (['untrustworthy', 'trusted'] as const).flatMap((trust) => {
      const assuming = elements.filter((one) => one.assumes.some((by) => by.subsystem === id && by.trust === trust));
      if (assuming.length === 0) return [];
      return [{ trusted: trust === 'trusted', text: `${trust} in ${namedOf(assuming)}` }];
    }),
    ...(mark === undefined ? {} : { mark }),
  };
}

function namedOf(elements: readonly Element[]): string {
  const names = elements.slice(0, mostNamed).map(({ id }) => id);
  const rest = elements.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest} more` : names.join(', ');
}

function markOf(id: string, sets: readonly PartSet[]): SystemBox['mark'] {
  const numbers = (matches: (set: PartSet) => boolean) =>
    sets.flatMap((set, at) => (matches(set) ? [String(at + 1)] : []));
  const inWords = (what: string, found: readonly string[]) =>
    found.length === 0 ? [] : [`${what} ${found.length === 1 ? 'set' : 'sets'} ${found.join(', ')}`];
  const counted = [
    ...inWords(
      'in',
      numbers(({ parts }) => parts.some((part) => part.kind === 'subsystem' && part.subsystem === id)),
    ),
    ...inWords(
      'its control in',
      numbers(({ parts }) => parts.some((part) => part.kind === 'control' && part.subsystem === id)),
    ),
  ];
  const marks = [
    ...counted,
    ...inWords(
      'given in',
      numbers(({ given }) => given.includes(id)),
    ),
  ];
  return marks.length === 0 ? undefined : { text: marks.join('; '), counted: counted.length > 0 };
}

function setInWords({ parts, given, doubt }: PartSet): string {
  const numbers =
    doubt === undefined
      ? ''
      : `: ${formatDoubt(doubt.declared)} declared, ${formatDoubt(doubt.independent)} if independent, at most ${formatDoubt(doubt.bound)}`;
  return `${partsInWords(parts)}${numbers}${given.length === 0 ? '' : ` (given: ${given.join(', ')} untrustworthy)`}`;
}
