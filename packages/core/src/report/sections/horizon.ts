import { horizonFigure } from '../../figure/index.js';
import { axisWords, causeWords, flipWords, type Horizon, movesAlong } from '../../horizon/index.js';
import { type Block, type Line, list, soft } from '../document.js';
import type { View } from '../view.js';
import { listed, sentence } from '../words.js';

/** Where verdicts turn along each axis that was asked about, with a picture where anything does. */
export function horizon(view: View): readonly Block[] {
  const all = view.horizons ?? [];
  const moving = all.filter(({ outcomes }) => outcomes.some(movesAlong));
  const still = all.filter((one) => !moving.includes(one)).map(({ over }) => axisWords(over));
  const parts = moving.map(
    (one, at): Block => ({
      kind: 'part',
      anchor: `horizon-${one.over.axis}`,
      title: [sentence(`Over ${axisWords(one.over)}`).replace(/\.$/, '')],
      blocks: forAxis(one, `horizon-figure-${at + 1}`),
    }),
  );
  if (still.length === 0) return parts;
  const words = `Nothing in the argument depends on ${listed(still, 'or')}. That says that the case does not consider it, not that it does not matter.`;
  return [...parts, soft(words)];
}

function forAxis(one: Horizon, anchor: string): readonly Block[] {
  const { outcomes, notes } = one;
  const lines = outcomes.map(({ id, flips, points, standing }): Line => {
    const apart = standing.length === 0 ? '' : ' (apart from what blocks at every value)';
    if (flips.length === 0) return [`${id}${apart}: ${points[0]?.apart ?? 'unknown'} throughout.`];
    const turns = flips.map((flip) => {
      const causes = flip.becauseOf.map((cause) => causeWords(cause, one.over));
      return causes.length === 0 ? flipWords(flip) : `${flipWords(flip)}: ${causes.join('; ')}`;
    });
    return [`${id}${apart}: ${turns.join('. Then ')}.`];
  });
  return [
    list(lines),
    { kind: 'drawing', anchor, figure: horizonFigure(one) },
    ...notes.map(({ text }) => soft(sentence(text))),
  ];
}
