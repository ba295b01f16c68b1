import type { OutcomeAssessment } from '../../doubt/index.js';
import { type Block, badge, type Line, list, paragraph, type Section, steps } from '../document.js';
import { anchorOf, leafLink, linked, type View } from '../view.js';
import { sentence } from '../words.js';
import { verdictOf } from './in-short.js';
import { partFor } from './part.js';

/** Why each verdict is what it is, and what would change it. */
export function reasons(view: View): Section {
  const blocks = view.assessment.outcomes.map((outcome) => partFor(outcome, 'reasons', forOutcome(view, outcome)));
  return { anchor: anchorOf.section('reasons'), title: 'Why, and what would change it', blocks };
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
    ...(why.length === 0 ? [] : [paragraph('Why, most important first:'), steps(why)]),
    ...(changes.length === 0
      ? [paragraph('No single change is known that would change it.')]
      : [paragraph('What would change it:'), list(changes)]),
  ];
}
