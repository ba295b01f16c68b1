import type { Case, Element } from '@surety/core/case';
import type { Assessment, LeafAssessment } from '@surety/core/doubt';
import type { CaseChange } from '@surety/core/what-if';

/** Something of the case that can be moved, and where it stands in the text. */
export interface Lever {
  /** The same for the same thing, whatever it is moved to. */
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly group: 'Doubts' | 'Quantities' | 'Thresholds' | 'Exposure' | 'Dependence';
  /** Absent where the text states no single number. */
  readonly now?: number;
  readonly scale: 'log' | 'linear';
  readonly from: number;
  readonly to: number;
  readonly unit?: string;
  /** Why it can be tried and not written; absent where it can be written. */
  readonly onlyTried?: string;
  /** How much of the doubt of some outcome would go if it held; leaves alone. */
  readonly weight: number;
  readonly change: (value: number) => CaseChange;
}

/** Those that a search finds, by name or by what they are about. */
export function matching(levers: readonly Lever[], search: string): readonly Lever[] {
  const words = search.trim().toLowerCase();
  return words === '' ? levers : levers.filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(words));
}

/** Below this a slider tells no difference; smaller numbers are written. */
const least = 1e-6;

/** Everything of a case that can be moved, the leaves that weigh most first. */
export function leversOf(of: Case, assessment: Assessment): readonly Lever[] {
  return [
    ...doubts(of, assessment),
    ...quantities(of, assessment),
    ...thresholds(of),
    ...exposures(of),
    ...dependences(of, assessment),
  ];
}

function doubts(of: Case, { leaves, outcomes }: Assessment): Lever[] {
  const elements = new Map(of.elements.map((element) => [element.id, element]));
  const weights = new Map<string, number>();
  for (const { importance } of outcomes) {
    for (const { leaf, fussellVesely } of importance) {
      weights.set(leaf, Math.max(weights.get(leaf) ?? 0, fussellVesely));
    }
  }
  return leaves
    .map((leaf): Lever => {
      const step = leaf.kind === 'inference' ? 'The step to: ' : leaf.kind === 'limit' ? 'The limit of: ' : '';
      const now = leaf.doubt === undefined ? undefined : 'mean' in leaf.doubt ? leaf.doubt.mean : leaf.doubt.upper;
      return {
        key: `doubt ${leaf.id}`,
        name: leaf.id,
        about: `${step}${elements.get(leaf.element)?.text ?? ''}`,
        group: 'Doubts',
        ...(now === undefined ? {} : { now }),
        ...onlyTried(leaf, elements.get(leaf.element)),
        scale: 'log',
        from: least,
        to: 1,
        weight: weights.get(leaf.id) ?? 0,
        change: (value) => ({ kind: 'doubt', leaf: leaf.id, doubt: value }),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** A doubt that the text states nowhere cannot be written there: it follows from something else. */
function onlyTried({ kind }: LeafAssessment, element: Element | undefined): Pick<Lever, 'onlyTried'> {
  const { instance, requires } = element ?? {};
  if (kind === 'limit') return { onlyTried: 'follows from a limit' };
  if (instance !== undefined) return { onlyTried: `made by the pattern ${instance.pattern}` };
  return kind === 'element' && requires !== undefined ? { onlyTried: 'follows from evidence' } : {};
}

function quantities(of: Case, { quantities: assessed }: Assessment): Lever[] {
  const because = new Map(of.quantities.map((quantity) => [quantity.name, quantity.because ?? '']));
  return assessed.map(({ name, unit, mean, p5, p95 }): Lever => {
    const top = Math.max(mean ?? 1, p95 ?? 0);
    const isShare = top <= 1 && (p5 ?? mean ?? 0) >= 0;
    return {
      key: `quantity ${name}`,
      name,
      about: because.get(name) ?? '',
      group: 'Quantities',
      ...(mean === undefined ? {} : { now: mean }),
      ...(unit === undefined ? {} : { unit }),
      scale: mean !== undefined && mean > 0 ? 'log' : 'linear',
      from: mean !== undefined && mean > 0 ? Math.min(mean / 100, p5 ?? mean) : Math.min(0, 2 * (mean ?? 0)),
      to: isShare ? 1 : Math.max(100 * top, 1),
      weight: 0,
      change: (value) => ({ kind: 'quantity', name, value }),
    };
  });
}

function thresholds(of: Case): Lever[] {
  return of.outcomes.flatMap(({ id, text, threshold }): Lever[] =>
    threshold === undefined
      ? []
      : [
          {
            key: `threshold ${id}`,
            name: id,
            about: text,
            group: 'Thresholds',
            now: threshold.probability,
            scale: 'log',
            from: least,
            to: 1,
            weight: 0,
            change: (probability) => ({ kind: 'threshold', outcome: id, probability }),
          },
        ],
  );
}

function exposures(of: Case): Lever[] {
  const exposure = of.decision?.exposure ?? {};
  const axes = ['tasks', 'instances'] as const;
  return axes.flatMap((axis): Lever[] => {
    const now = exposure[axis];
    if (now === undefined || now <= 0) return [];
    return [
      {
        key: `axis ${axis}`,
        name: `exposure.${axis}`,
        about: `${axis === 'tasks' ? 'Tasks' : 'Instances'} over the deployment window`,
        group: 'Exposure',
        now,
        scale: 'log',
        from: now / 100,
        to: now * 100,
        weight: 0,
        change: (value) => ({ kind: 'axis', over: { axis }, value }),
      },
    ];
  });
}

function dependences(of: Case, { outcomes }: Assessment): Lever[] {
  const groups = new Map(
    outcomes.flatMap((outcome) =>
      outcome.groups.filter(({ automatic }) => !automatic).map((group) => [group.name, group]),
    ),
  );
  const named = [...groups.values()].map(
    ({ name, beta, because, members }): Lever => ({
      key: `group ${name}`,
      name,
      about: because ?? `Common cause of ${members.join(', ')}`,
      group: 'Dependence',
      now: beta,
      scale: 'linear',
      from: 0,
      to: 1,
      weight: 0,
      change: (value) => ({ kind: 'group', name, beta: value }),
    }),
  );
  const legs = of.elements.flatMap(({ id, text, legs: dependence }): Lever[] =>
    dependence.kind !== 'beta'
      ? []
      : [
          {
            key: `legs ${id}`,
            name: id,
            about: `Common cause of the legs of: ${text}`,
            group: 'Dependence',
            now: dependence.beta,
            scale: 'linear',
            from: 0,
            to: 1,
            weight: 0,
            change: (beta) => ({ kind: 'legs', element: id, dependence: { ...dependence, beta } }),
          },
        ],
  );
  return [...named, ...legs];
}

/** Places of a slider, from 0 to this. */
export const steps = 1000;

export function toPlace({ scale, from, to }: Lever, value: number): number {
  const share =
    scale === 'linear' ? (value - from) / (to - from) : Math.log(Math.max(value, from) / from) / Math.log(to / from);
  return Math.round(steps * Math.min(1, Math.max(0, share)));
}

/** The value at a place, in three digits; the lowest place of a doubt or threshold is the lowest number, never 0. */
export function fromPlace({ scale, from, to }: Lever, place: number): number {
  const share = place / steps;
  const value = scale === 'linear' ? from + share * (to - from) : from * (to / from) ** share;
  return Number(value.toPrecision(3));
}
