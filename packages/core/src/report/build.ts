import type { Document } from './document.js';
import type { ReportInput } from './input.js';
import { argument } from './sections/argument.js';
import { assumptions } from './sections/assumptions.js';
import { challenges } from './sections/challenges.js';
import { conditions } from './sections/conditions.js';
import { coverage } from './sections/coverage.js';
import { cutSets } from './sections/cut-sets.js';
import { evidence } from './sections/evidence.js';
import { findings } from './sections/findings.js';
import { importance } from './sections/importance.js';
import { inShort } from './sections/in-short.js';
import { numbersOf } from './sections/numbers.js';
import { quantities } from './sections/quantities.js';
import { reasons } from './sections/reasons.js';
import { riskCases } from './sections/risk-cases.js';
import { signOffs } from './sections/sign-offs.js';
import { unassessed } from './sections/unassessed.js';
import { type View, viewOf } from './view.js';

/** In the order in which a reader needs them: the verdict, why, the numbers, the argument, what it was made from. */
const sections = [
  inShort,
  reasons,
  numbersOf,
  cutSets,
  importance,
  argument,
  evidence,
  assumptions,
  challenges,
  unassessed,
  riskCases,
  coverage,
  quantities,
  conditions,
  findings,
  signOffs,
];

/** The report as plain data: what is shown, not how. */
export function buildDocument(input: ReportInput): Document {
  const view = viewOf(input);
  const { case: of, assessment, version } = view;
  const banner = bannerOf(view);
  return {
    title: of.title,
    about: [
      'Safety case',
      ...(of.owner === undefined ? [] : [`Owner: ${of.owner}`]),
      `Status: ${of.status}`,
      `Assessed as of ${assessment.asOf}`,
    ],
    ...(banner === undefined ? {} : { banner }),
    sections: sections.map((section) => section(view)),
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
