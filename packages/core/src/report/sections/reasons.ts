import type { OutcomeAssessment } from '../../doubt/index.js';
import { type Block, badge, deep, type Line, list, paragraph, steps } from '../document.js';
import { leafLink, linked, type View } from '../view.js';
import { sentence } from '../words.js';
import { partFor } from './part.js';
import { verdictOf } from './verdict-of.js';

/** Reasons that every reader is shown. */
const shownFirst = 3;

/** Why each verdict is what it is, and what would change it. */
export function reasons(view: View): readonly Block[] {
  const { outcomes } = view.assessment;
  if (outcomes.length === 0) return [paragraph('Without an unacceptable outcome there is no verdict.')];
  return outcomes.map((outcome) => partFor(outcome, 'reasons', forOutcome(view, outcome)));
}

function forOutcome(view: View, outcome: OutcomeAssessment): Block[] {
  const { tone, word, statement } = verdictOf(outcome);
  const why = outcome.reasons.map(({ text, blocks, element, evidence }): Line => {
    const line = linked(view, sentence(text), [element, evidence]);
    return blocks ? [badge('bad', 'blocks'), ' ', ...line] : line;
  });
  const changes = outcome.wouldChange.map(({ text, element, leaf }) => linked(view, sentence(text), [leaf ?? element]));
  return [
    paragraph(
      badge(tone, word),
      ` ${statement === undefined ? '' : `${statement} `}Claim: `,
      ...(outcome.claim === undefined ? ['none'] : [leafLink(view, outcome.claim)]),
      '.',
    ),
    ...(why.length === 0 ? [] : [paragraph('Why, most important first:'), steps(why.slice(0, shownFirst))]),
    ...(why.length <= shownFirst ? [] : [deep(steps(why.slice(shownFirst), shownFirst + 1))]),
    ...(changes.length === 0
      ? [paragraph('No single change is known that would change it.')]
      : [paragraph('What would change it:'), list(changes)]),
  ];
}
