import { type Catalogue, type Entry, marksLegend, provenanceMarks } from '../catalogue/index.js';
import { type Figure, type Shape, wrappedText } from './kit/index.js';

const width = 940;
const box = 400;
const gap = width - 2 * (box + 16);
const top = 84;

/**
 * The counterpart of figure 16 of Clymer et al. 2024: reasons for which many AI systems might act together, at the left, and
 * strategies that they could pursue, at the right. What the figure holds was not to be had, so each entry says where it is from.
 */
export function collectiveFigure({ collectiveReasons, collectiveStrategies }: Catalogue): Figure {
  const reasons = stack(collectiveReasons, 16);
  const strategies = stack(collectiveStrategies, 16 + box + gap);
  const bottom = Math.max(reasons.bottom, strategies.bottom);
  const middle = (top + bottom) / 2;
  const used = [...collectiveReasons, ...collectiveStrategies].map(({ text }) => text.provenance);
  const from = 16 + box + 14;
  return {
    title: 'Collective strategies of AI systems, and reasons for them',
    description: [
      `Reasons: ${collectiveReasons.map(({ title }) => title).join('; ')}.`,
      `Strategies: ${collectiveStrategies.map(({ title }) => title).join('; ')}.`,
    ].join(' '),
    width,
    height: bottom + 34,
    shapes: [
      {
        kind: 'text',
        text: 'What many AI systems could do together, and why they might',
        x: 16,
        y: 30,
        weight: 'semibold',
      },
      {
        kind: 'text',
        text: 'After figure 16 of Clymer et al. 2024, whose entries are not known',
        x: 16,
        y: 50,
        small: true,
        tone: 'soft',
      },
      { kind: 'text', text: 'Reasons', x: 16, y: top - 10, small: true, weight: 'semibold' },
      { kind: 'text', text: 'Strategies', x: 16 + box + gap, y: top - 10, small: true, weight: 'semibold' },
      {
        kind: 'line',
        points: [
          { x: from, y: middle },
          { x: from + gap - 28, y: middle },
        ],
        stroke: 'ink',
        arrow: true,
        width: 2,
      },
      {
        kind: 'text',
        text: 'could lead to',
        x: from + (gap - 28) / 2,
        y: middle - 12,
        anchor: 'middle',
        small: true,
        tone: 'soft',
      },
      ...reasons.shapes,
      ...strategies.shapes,
      {
        kind: 'text',
        text: `Where an entry comes from: ${marksLegend(used)}`,
        x: 16,
        y: bottom + 20,
        small: true,
        tone: 'soft',
      },
    ],
  };
}

function stack(entries: readonly Entry[], x: number): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  let y = top;
  const shapes = entries.flatMap(({ title, text }): Shape[] => {
    const name = wrappedText(
      { text: `${title} ${provenanceMarks[text.provenance]}`, x: x + 14, y: y + 24, weight: 'semibold', small: true },
      box - 28,
      2,
    );
    const words = wrappedText(
      { text: text.value, x: x + 14, y: y + 24 + name.height, small: true, tone: 'soft' },
      box - 28,
      3,
    );
    const height = 24 + name.height + words.height;
    const drawn: Shape[] = [
      { kind: 'box', x, y, width: box, height, round: 6, fill: 'surface', stroke: 'line' },
      ...name.shapes,
      ...words.shapes,
    ];
    y += height + 12;
    return drawn;
  });
  return { shapes, bottom: y - 12 };
}
