import type { ElementId } from '../../case/index.js';
import { type Block, cell, cellOf, paragraph, table } from '../document.js';
import { elementLink, type View } from '../view.js';
import { capital, counted } from '../words.js';

/** Inference steps of the arguments that nobody assessed. */
export function unassessed(view: View): readonly Block[] {
  const steps = new Map<ElementId, string[]>();
  for (const outcome of view.assessment.outcomes) {
    for (const id of outcome.unassessed) steps.set(id, [...(steps.get(id) ?? []), outcome.id]);
  }
  if (steps.size === 0) {
    const text = view.assessment.outcomes.some(({ claim }) => claim !== undefined)
      ? 'Every inference step of the arguments for the outcomes was assessed.'
      : 'There is no argument with inference steps.';
    return [paragraph(text)];
  }
  const required = view.case.policy.inference === 'required';
  const meaning = required
    ? 'The policy of the case requires an assessment of each step, so these block.'
    : view.numbers
      ? 'They count as sound, so the verdicts hold only if they are.'
      : 'Whether they are sound is open.';
  const rows = table(
    'Inference steps without an assessment',
    ['Step to', 'Argument for'],
    [...steps],
    ([id, outcomes]) => ({
      cells: [cellOf([[elementLink(view, id)], [view.index.element(id)?.text ?? '']]), cell(outcomes.join(', '))],
    }),
  );
  const count = capital(counted(steps.size, 'step'));
  return [
    paragraph(`${count} from support to claim ${steps.size === 1 ? 'was' : 'were'} assessed by nobody. ${meaning}`),
    rows,
  ];
}
