import type { Case, Element } from '../../case/index.js';
import type {
  CaseDiff,
  ChangeKind,
  ElementChange,
  EntryChange,
  FieldChange,
  LinkChange,
  SectionName,
} from '../types.js';
import { type Fact, fact, fieldFact, hunksOf, moveFacts, note, plainFact, wholeFacts } from './facts.js';
import { pathInWords, said } from './said.js';

/** One thing that changed, before it is drawn on a terminal or written as Markdown. */
export interface ChangeLine {
  readonly change: ChangeKind | 'renamed';
  readonly name: string;
  /** What it is, as far as that says more than its name. */
  readonly text: string;
  readonly facts: readonly Fact[];
}

export interface ChangeBlock {
  readonly title: string;
  readonly lines: readonly ChangeLine[];
}

const sectionTitles: { readonly [Name in SectionName]: string } = {
  outcomes: 'Outcomes',
  system: 'System',
  riskCases: 'Risk cases',
  quantities: 'Quantities',
  evidence: 'Evidence',
  interactions: 'Interactions',
  dismissed: 'Dismissed',
  dependence: 'Dependence',
  indicators: 'Indicators',
  waivers: 'Waivers',
  signoffs: 'Sign-offs',
  modules: 'Modules',
  patterns: 'Patterns',
  fmea: 'Failure modes',
};

/** Everything that changed in a case: the case itself, its elements, links, then the other sections. */
export function changeBlocks(diff: CaseDiff, before: Case, after: Case): readonly ChangeBlock[] {
  const { fields, entries } = diff;
  const names = Object.keys(sectionTitles) as SectionName[];
  const blocks: ChangeBlock[] = [
    { title: 'Case', lines: fields.map(fieldLine) },
    { title: 'Elements', lines: elementLines(diff, before, after) },
    { title: 'Links', lines: linkLines(diff) },
    ...names.map((name) => ({
      title: sectionTitles[name],
      lines: entries.filter(({ section }) => section === name).map(entryLine),
    })),
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function fieldLine(change: FieldChange): ChangeLine {
  const kind = change.before === undefined ? 'added' : change.after === undefined ? 'removed' : 'changed';
  return { change: kind, name: pathInWords(change.path), text: '', facts: [{ label: '', text: hunksOf(change) }] };
}

function elementLines({ elements, renamed, links }: CaseDiff, before: Case, after: Case): readonly ChangeLine[] {
  const texts = new Map([...before.elements, ...after.elements].map(({ id, text }) => [id, text]));
  const known = new Set(elements.map(({ id }) => id));
  const oldNames = new Map(renamed.map((rename) => [rename.to, rename]));
  const under = parentsByChange(links);
  const alone = renamed.filter(({ to }) => !known.has(to));
  return [
    ...elements.map((change): ChangeLine => {
      if (change.change === 'added' || change.change === 'removed') {
        const { id, element } = change;
        return {
          change: change.change,
          name: nameOf(element),
          text: element.text,
          facts: wholeFacts(element, under.get(id)),
        };
      }
      const rename = oldNames.get(change.id);
      return {
        change: change.change,
        name: change.id,
        text: isText(change) ? '' : (texts.get(change.id) ?? ''),
        facts: [
          ...(rename === undefined ? [] : [fact('renamed', rename.from, rename.to)]),
          ...moveFacts(change.moved),
          ...change.fields.map(fieldFact),
        ],
      };
    }),
    ...alone.map(
      ({ from, to, by }): ChangeLine => ({
        change: 'renamed',
        name: to,
        text: texts.get(to) ?? '',
        facts: [fact('renamed', from, to), ...(by === 'similarity' ? [note('told by its text and neighbours')] : [])],
      }),
    ),
  ];
}

/** Its words are shown as they changed. */
function isText(change: ElementChange): boolean {
  return 'fields' in change && change.fields.some(({ path }) => path.length === 1 && path[0] === 'text');
}

function nameOf({ id, type }: Element): string {
  return `${id} (${type})`;
}

/** Parents of what came, and former parents of what went. */
function parentsByChange(links: readonly LinkChange[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to, kind, change } of links) {
    if (kind === 'challenges' || (change !== 'added' && change !== 'removed')) continue;
    found.set(to, [...(found.get(to) ?? []), from]);
  }
  return found;
}

/** Links that the lines of elements do not show already. */
function linkLines({ elements, links }: CaseDiff): readonly ChangeLine[] {
  const shown = new Set<string>();
  const moved = new Set<string>();
  for (const change of elements) {
    if (change.change === 'added' || change.change === 'removed') shown.add(change.id);
    else if (change.moved?.parents !== undefined) moved.add(change.id);
  }
  return links.flatMap(({ kind, from, to, change, fields = [] }): readonly ChangeLine[] => {
    const isShown = shown.has(to) || moved.has(to) || (shown.has(from) && kind === 'challenges') || change === 'moved';
    if (isShown) return [];
    return [{ change, name: `${from} ${linkWords[kind]} ${to}`, text: '', facts: fields.map(fieldFact) }];
  });
}

const linkWords: { readonly [Kind in LinkChange['kind']]: string } = {
  supportedBy: 'is supported by',
  inContextOf: 'is in the context of',
  challenges: 'challenges',
  answeredBy: 'is answered by',
  confidence: 'rests its confidence on',
};

function entryLine(entry: EntryChange): ChangeLine {
  const { change, key: name } = entry;
  if (change === 'added' || change === 'removed') {
    return { change, name, text: '', facts: [plainFact('', said(entry.value))] };
  }
  const place =
    entry.was === undefined || entry.at === undefined
      ? []
      : [fact('place', String(entry.was + 1), String(entry.at + 1))];
  return { change, name, text: '', facts: [...place, ...entry.fields.map(fieldFact)] };
}

/** How much there is of each kind of change to elements, in words: `2 added, 1 moved`. */
export function countsInWords({ elements, renamed, entries, fields, links }: CaseDiff): string {
  const count = (change: ChangeKind) => elements.filter((one) => one.change === change).length;
  const kinds: readonly (readonly [number, string])[] = [
    ...(['added', 'removed', 'moved', 'changed'] as const).map((kind) => [count(kind), kind] as const),
    [renamed.length, 'renamed'],
  ];
  const told = kinds.filter(([n]) => n > 0).map(([n, kind]) => `${n} ${kind}`);
  const sections = [...new Set(entries.map(({ section }) => section))].map(
    (section) => `${section}: ${entries.filter((one) => one.section === section).length}`,
  );
  const parts = [
    told.length === 0 ? '' : `elements: ${told.join(', ')}`,
    links.length === 0 ? '' : `links: ${links.length}`,
    ...sections,
    fields.length === 0 ? '' : `what the case says once: ${fields.length}`,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
