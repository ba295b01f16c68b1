import { formatProbability, type OutcomeAssessment } from '../../doubt/index.js';
import { type Block, type Line, list, paragraph, soft, warning } from '../document.js';
import { elementLink, elementLinks, leafLink, linked, type View } from '../view.js';
import { sentence } from '../words.js';

/** What was and was not counted in the declared doubt: legs, common causes, and what must be known besides. */
export function whatCounted(view: View, outcome: OutcomeAssessment): Block[] {
  const { notes, legs, legsProvedBest, groups } = outcome;
  const blocks: Block[] = [];
  const choices = legs.map(({ element, legs: chosen, dependence, beta }): Line => {
    const others =
      view.index
        .element(element)
        ?.supportedBy.map((edge) => edge.to)
        .filter((to) => !chosen.includes(to)) ?? [];
    const credit =
      dependence === 'undeclared'
        ? 'nothing is declared about their dependence, so they earn no credit'
        : `partial credit only, as a common cause of probability ${beta === undefined ? 'unknown' : formatProbability(beta)} is declared`;
    return [
      elementLink(view, element),
      ' rests on ',
      ...elementLinks(view, chosen),
      '; not credited in full: ',
      ...(others.length === 0 ? ['none'] : elementLinks(view, others)),
      ` (${credit}).`,
    ];
  });
  if (choices.length > 0) blocks.push(paragraph('Where one leg of several would be enough:'), list(choices));
  if (!legsProvedBest)
    blocks.push(warning('The legs are not proved to be the best ones: the declared doubt is an interval.'));
  const causes = groups.map(
    ({ name, members, beta, automatic, inForce, because }): Line => [
      `${inForce ? 'In force' : 'Not in force, as it would lower the doubt'}: “${name}” (${automatic ? 'found by Surety' : 'declared'}, β = ${formatProbability(beta)}) on `,
      ...members.flatMap((leaf, at): Line => [...(at === 0 ? [] : [', ']), leafLink(view, leaf)]),
      because === undefined ? '.' : sentence(`: ${because}`),
    ],
  );
  blocks.push(
    ...(causes.length === 0
      ? [soft('No common cause bears on this outcome beyond those between legs.')]
      : [paragraph('Common causes:'), list(causes)]),
  );
  return [
    ...blocks,
    ...notes.map((note) => warning(...linked(view, sentence(note.text), [note.element, outcome.importance[0]?.leaf]))),
  ];
}
