import type { Audience, Block, Document } from './document.js';
import type { ReportInput } from './input.js';
import { readings, reads, type SectionName } from './readings.js';
import { advice } from './sections/advice.js';
import { argument } from './sections/argument.js';
import { assumptions } from './sections/assumptions.js';
import { chain } from './sections/chain.js';
import { challenges } from './sections/challenges.js';
import { computed } from './sections/computed.js';
import { conditions } from './sections/conditions.js';
import { coverage } from './sections/coverage.js';
import { cutSets } from './sections/cut-sets.js';
import { decisionRecord } from './sections/decision-record.js';
import { diagram } from './sections/diagram.js';
import { evidence } from './sections/evidence.js';
import { findings } from './sections/findings.js';
import { glossary } from './sections/glossary.js';
import { horizon } from './sections/horizon.js';
import { importance } from './sections/importance.js';
import { inShort } from './sections/in-short.js';
import { independence } from './sections/independence.js';
import { kinds } from './sections/kinds.js';
import { numbersOf } from './sections/numbers.js';
import { openPoints } from './sections/open-points.js';
import { quantities } from './sections/quantities.js';
import { reasons } from './sections/reasons.js';
import { riskCases } from './sections/risk-cases.js';
import { signOffs } from './sections/sign-offs.js';
import { sixSteps } from './sections/six-steps.js';
import { sectionTitles } from './sections/titles.js';
import { tornado } from './sections/tornado.js';
import { unassessed } from './sections/unassessed.js';
import { withheld } from './sections/withheld.js';
import { type View, viewOf } from './view.js';

/** What is in each section; a section in which there is nothing is left out. */
const builders: Readonly<Record<SectionName, (view: View) => readonly Block[]>> = {
  'in-short': inShort,
  withheld,
  'open-points': openPoints,
  'six-steps': sixSteps,
  reasons,
  numbers: numbersOf,
  'cut-sets': cutSets,
  importance,
  tornado,
  advice,
  horizon,
  chain,
  diagram,
  argument,
  kinds,
  independence,
  unassessed,
  challenges,
  evidence,
  assumptions,
  coverage,
  'risk-cases': riskCases,
  quantities,
  'decision-record': decisionRecord,
  conditions,
  findings,
  'sign-offs': signOffs,
  computed,
  glossary,
};

/**
 * The report as plain data: what is shown, not how. All readings of it are in there; with an audience, it is meant to be
 * cut down to what that one reads (see `readAs`).
 */
export function buildDocument(input: ReportInput, audience?: Audience): Document {
  const view = viewOf(input, audience === undefined || reads(audience, 'argument'));
  const { case: of, assessment, version } = view;
  const banner = bannerOf(view);
  const [first] = readings;
  const names = first.sections.map(({ anchor }) => anchor);
  const sections = names
    .map((anchor) => ({ anchor, title: sectionTitles[anchor], blocks: builders[anchor](view) }))
    .filter(({ blocks }) => blocks.length > 0);
  const there = new Set<string>(sections.map(({ anchor }) => anchor));
  return {
    title: of.title,
    about: [
      'Safety case',
      `Status: ${of.status}`,
      ...(of.owner === undefined ? [] : [`Owner: ${of.owner}`]),
      `Assessed as of ${assessment.asOf}`,
    ],
    ...(banner === undefined ? {} : { banner }),
    sections,
    readings: readings.map((reading) => ({
      ...reading,
      sections: reading.sections.filter(({ anchor }) => there.has(anchor)),
    })),
    foot: `Made by Surety ${version} from ${of.id}, content sha256:${assessment.case.contentHash}, as of ${assessment.asOf}.`,
  };
}

function bannerOf({ case: { status }, numbers }: View): string | undefined {
  if (status === 'sketch') return 'This case is a sketch. It is computed and shown in full, and claims no verdict.';
  if (status === 'revoked') return 'This case is revoked. It must not be relied on.';
  return numbers
    ? undefined
    : 'This case is not quantified: no doubt is stated anywhere. It is checked and drawn; no number is shown.';
}
