import type { Case } from '../case/index.js';
import { type Fields, sameContent } from './content.js';
import { applyFields, diffFields } from './fields.js';
import { applyList, diffLists, withRemoved } from './lists.js';
import type { EntryChange, FieldChange, ListChange, SectionName, Sections } from './types.js';

/** What identifies an entry of each list of a case. */
export const entryKeys: { readonly [Name in SectionName]: (entry: Sections[Name]) => string } = {
  outcomes: ({ id }) => id,
  system: ({ id }) => id,
  riskCases: ({ outcome }) => outcome,
  quantities: ({ name }) => name,
  evidence: ({ id }) => id,
  interactions: ({ kind, between, outcome }) => `${[kind, ...between].join(', ')}: ${outcome}`,
  dismissed: ({ subsystem, outcome }) => `${subsystem}: ${outcome}`,
  dependence: ({ name }) => name,
  indicators: ({ id }) => id,
  waivers: ({ rule, at }) => (at === undefined ? rule : `${rule}: ${at}`),
  signoffs: ({ role, who, element }) => [role, who, ...(element === undefined ? [] : [element])].join(': '),
  modules: ({ name }) => name,
  patterns: ({ id }) => id,
  fmea: ({ subsystem, mode }) => `${subsystem}: ${mode}`,
};

export const sectionNames = Object.keys(entryKeys) as readonly SectionName[];

/** How each part of a case is compared. Every part has its line, so that a new one cannot be forgotten. */
const parts: { readonly [Part in keyof Case]-?: 'field' | 'entries' | 'elsewhere' } = {
  id: 'field',
  title: 'field',
  status: 'field',
  owner: 'field',
  budget: 'field',
  policy: 'field',
  decision: 'field',
  outcomes: 'entries',
  system: 'entries',
  elements: 'elsewhere',
  riskCases: 'entries',
  quantities: 'entries',
  evidence: 'entries',
  interactions: 'entries',
  dismissed: 'entries',
  dependence: 'entries',
  indicators: 'entries',
  waivers: 'entries',
  // Its list of sign-offs is one of entries.
  review: 'field',
  modules: 'entries',
  patterns: 'entries',
  fmea: 'entries',
  chain: 'field',
  catalogue: 'field',
  // It follows from the content.
  contentHash: 'elsewhere',
  bare: 'field',
  stated: 'elsewhere',
  origin: 'elsewhere',
};

const single = (Object.keys(parts) as (keyof Case)[]).filter((part) => parts[part] === 'field');

/** What a case says once. */
function singleParts(of: Case): Fields {
  const said = Object.fromEntries(single.flatMap((part) => (of[part] === undefined ? [] : [[part, of[part]]])));
  return { ...said, review: { required: of.review.required } };
}

export function diffSingleParts(a: Case, b: Case): readonly FieldChange[] {
  return diffFields(singleParts(a), singleParts(b));
}

function listOf<Name extends SectionName>(of: Case, name: Name): readonly Sections[Name][] {
  return (
    name === 'signoffs' ? of.review.signoffs : of[name as Exclude<SectionName, 'signoffs'>]
  ) as readonly Sections[Name][];
}

export function diffSections(a: Case, b: Case): readonly EntryChange[] {
  return sectionNames.flatMap((section) => {
    const [before, after] = [listOf(a, section), listOf(b, section)];
    if (before.length === after.length && sameContent(before, after)) return [];
    return diffLists<object>(before, after, keyOf(section)).map((change) => ({ section, ...change }) as EntryChange);
  });
}

/** The case with the changes of all parts but its elements made. */
export function applyParts(a: Case, fields: readonly FieldChange[], entries: readonly EntryChange[]): Case {
  return withLists(applyFields(a, fields), (section, list) => {
    const changes = entries.filter((entry) => entry.section === section);
    return changes.length === 0 ? list : applyList(list, changes as readonly ListChange<object>[], keyOf(section));
  });
}

/** The later case with every entry put back that was removed from the earlier one. */
export function sectionsUnion(a: Case, b: Case): Case {
  return withLists(b, (section, list) => withRemoved(listOf(a, section) as readonly object[], list, keyOf(section)));
}

function keyOf(section: SectionName): (entry: object) => string {
  return entryKeys[section] as (entry: object) => string;
}

function withLists(of: Case, change: (section: SectionName, list: readonly object[]) => readonly object[]): Case {
  const { signoffs, ...lists } = Object.fromEntries(
    sectionNames.map((section) => [section, change(section, listOf(of, section))]),
  );
  return { ...of, ...lists, review: { ...of.review, signoffs } } as Case;
}
