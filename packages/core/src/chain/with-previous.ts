import {
  type Case,
  type Confidential,
  citedClaim,
  type DependenceGroup,
  type Element,
  type IsoDate,
} from '../case/index.js';

/** What is known of the claim that a case cites. */
export interface PreviousClaim {
  readonly text: string;
  /** Its doubt; absent where something blocks it: then it stays open. */
  readonly doubt?: number;
  /** Why that is so, or why there is none. */
  readonly because: string;
  readonly by: string;
  /** Present where not every reader of its case may read this. */
  readonly confidential?: Confidential;
  readonly date: IsoDate;
  /** Steps that nobody assessed, in its case or before: they count as sound. */
  readonly unassessed: readonly string[];
  /** Leaves here that rest on what the previous generations rest on too. */
  readonly sharing: readonly string[];
}

/**
 * The case with the cited claim in place: a leaf whose doubt is that of the previous generation. Where something blocks
 * that generation, the claim stays undeveloped, so that it blocks this one as well. Leaves that rest on the same evidence
 * or model are a common cause of β = 1 with it, which counts where it hurts.
 */
export function withPrevious(of: Case, previous: PreviousClaim): Case {
  if (of.chain === undefined) return of;
  const id = citedClaim(of.chain);
  const { text, doubt, because, by, date, unassessed, sharing, confidential } = previous;
  const { unassessed: _, ...stated } = of.chain;
  const chain = unassessed.length === 0 ? stated : { ...stated, unassessed };
  const elements = of.elements.map((element): Element => {
    if (element.id !== id) return element;
    const marked = confidential === undefined ? element : { ...element, confidential };
    if (doubt === undefined) return { ...marked, text: `${text} (${because})` };
    const { origin } = element;
    const opinion = { value: { kind: 'number', value: doubt }, by, date, because, origin } as const;
    return { ...marked, text, undeveloped: false, doubt: { opinions: [opinion], origin } };
  });
  return {
    ...of,
    stated: of.stated ?? of,
    elements,
    chain,
    dependence: doubt === undefined ? of.dependence : joined(of, [id, ...sharing]),
  };
}

/** The groups with one more; those that it meets are part of it, because a leaf is in one group at most. */
function joined({ dependence, chain }: Case, leaves: readonly string[]): readonly DependenceGroup[] {
  if (leaves.length < 2) return dependence;
  const { origin } = chain!;
  const meets = ({ members }: DependenceGroup) => members.some(({ leaf }) => leaves.includes(leaf));
  const met = dependence.filter(meets);
  const all = new Set([...leaves, ...met.flatMap(({ members }) => members.map(({ leaf }) => leaf))]);
  const group: DependenceGroup = {
    name: ['shared with previous generations', ...met.map(({ name }) => name)].join(' + '),
    members: [...all].map((leaf) => ({ leaf, origin })),
    beta: 1,
    because: 'the same evidence or model',
    origin,
  };
  return [...dependence.filter((one) => !meets(one)), group];
}

/** The case with a certain claim in place of the cited one, so that only what the generation adds is left. */
export function withCertainPrevious(of: Case): Case {
  if (of.chain === undefined) return of;
  return withPrevious(of, {
    text: '',
    doubt: 0,
    because: 'taken for certain',
    by: 'chain',
    date: '2000-01-01',
    unassessed: [],
    sharing: [],
  });
}
