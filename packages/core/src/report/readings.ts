import type { Audience, Depth, Reading } from './document.js';

/** Names of the sections, in no order; `build.ts` has one builder for each. */
export type SectionName =
  | 'in-short'
  | 'withheld'
  | 'open-points'
  | 'six-steps'
  | 'reasons'
  | 'numbers'
  | 'cut-sets'
  | 'importance'
  | 'tornado'
  | 'advice'
  | 'horizon'
  | 'chain'
  | 'diagram'
  | 'argument'
  | 'kinds'
  | 'independence'
  | 'unassessed'
  | 'challenges'
  | 'evidence'
  | 'assumptions'
  | 'coverage'
  | 'risk-cases'
  | 'quantities'
  | 'decision-record'
  | 'conditions'
  | 'findings'
  | 'sign-offs'
  | 'computed'
  | 'glossary';

type Entry = SectionName | readonly [SectionName, 'short'];

/** What each kind of reader is shown, in the order in which that reader asks. A decision maker wants little and soon. */
const orders: Record<Audience, readonly Entry[]> = {
  // Where it may be wrong comes first: an assessor looks for holes.
  assessor: [
    'in-short',
    'withheld',
    'open-points',
    'reasons',
    'unassessed',
    'independence',
    'challenges',
    'evidence',
    'findings',
    'numbers',
    'cut-sets',
    'importance',
    'tornado',
    'advice',
    'horizon',
    'chain',
    'diagram',
    'argument',
    'kinds',
    'risk-cases',
    'assumptions',
    'coverage',
    'quantities',
    'six-steps',
    'conditions',
    'decision-record',
    'sign-offs',
    'computed',
    'glossary',
  ],
  'decision-maker': [
    'in-short',
    'withheld',
    ['reasons', 'short'],
    ['numbers', 'short'],
    ['cut-sets', 'short'],
    'horizon',
    'chain',
    'diagram',
    ['risk-cases', 'short'],
    ['conditions', 'short'],
    'decision-record',
    'sign-offs',
    'glossary',
  ],
  // The six steps in their order, then who stands for it, and until when.
  regulator: [
    'in-short',
    'withheld',
    'six-steps',
    'assumptions',
    'evidence',
    'risk-cases',
    'challenges',
    ['unassessed', 'short'],
    ['numbers', 'short'],
    ['cut-sets', 'short'],
    'horizon',
    'chain',
    'diagram',
    'argument',
    'kinds',
    'coverage',
    'conditions',
    'decision-record',
    'sign-offs',
    'computed',
    'glossary',
  ],
};

export const audiences: readonly Audience[] = ['decision-maker', 'assessor', 'regulator'];

interface NamedReading extends Reading {
  readonly sections: readonly { readonly anchor: SectionName; readonly depth: Depth }[];
}

/** The assessor's reading comes first: it has every section in full, and is what a page without a script shows. */
export const readings: readonly [NamedReading, ...NamedReading[]] = [
  readingOf('assessor'),
  readingOf('decision-maker'),
  readingOf('regulator'),
];

function readingOf(audience: Audience): NamedReading {
  const sections = orders[audience].map((entry): NamedReading['sections'][number] =>
    typeof entry === 'string' ? { anchor: entry, depth: 'full' } : { anchor: entry[0], depth: entry[1] },
  );
  return { audience, sections };
}

/** Whether this reader is shown that section. */
export function reads(audience: Audience, name: SectionName): boolean {
  return readings.some((one) => one.audience === audience && one.sections.some(({ anchor }) => anchor === name));
}

/** What a reader is called. */
export const audienceNames: Record<Audience, string> = {
  'decision-maker': 'Decision maker',
  assessor: 'Assessor',
  regulator: 'Regulator',
};
