import { type Catalogue, type Entry, marksLegend, provenanceMarks } from '../catalogue/index.js';
import { type Figure, type Point, type Shape, wrappedText } from './kit/index.js';

const margin = 16;
/** Between the two lists, and across the arrow from one to the other. */
const gap = 108;

/**
 * The counterpart of figure 16 of Clymer et al. 2024: reasons for which many AI systems might act together, at the left, and
 * strategies that they could pursue, at the right. What the figure holds was not to be had, so each entry says where it is from.
 * In a narrow picture the strategies stand below the reasons.
 *
 * @param width in pixels, 360 or more
 */
export function collectiveFigure({ collectiveReasons, collectiveStrategies }: Catalogue, width = 940): Figure {
  const isNarrow = width < 700;
  const box = isNarrow ? width - 2 * margin : (width - gap - 2 * margin) / 2;
  const across = isNarrow ? margin : margin + box + gap;
  const head = wrappedText(
    { text: 'What many AI systems could do together, and why they might', x: margin, y: 30, weight: 'semibold' },
    width - 2 * margin,
    3,
  );
  const source = wrappedText(
    {
      text: 'After figure 16 of Clymer et al. 2024, whose entries are not known',
      x: margin,
      y: 30 + head.height,
      small: true,
      tone: 'soft',
    },
    width - 2 * margin,
    3,
  );
  const top = 48 + head.height + source.height;
  const reasons = stack(collectiveReasons, margin, top, box);
  const down = isNarrow ? reasons.bottom + 78 : top;
  const strategies = stack(collectiveStrategies, across, down, box);
  const bottom = Math.max(reasons.bottom, strategies.bottom);
  const used = [...collectiveReasons, ...collectiveStrategies].map(({ text }) => text.provenance);
  const foot = wrappedText(
    {
      text: `Where an entry comes from: ${marksLegend(used)}`,
      x: margin,
      y: bottom + 20,
      small: true,
      tone: 'soft',
    },
    width - 2 * margin,
    6,
  );
  return {
    title: 'Collective strategies of AI systems, and reasons for them',
    description: [
      `Reasons: ${collectiveReasons.map(({ title }) => title).join('; ')}.`,
      `Strategies: ${collectiveStrategies.map(({ title }) => title).join('; ')}.`,
    ].join(' '),
    width,
    height: bottom + 18 + foot.height,
    shapes: [
      ...head.shapes,
      ...source.shapes,
      { kind: 'text', text: 'Reasons', x: 16, y: top - 10, small: true, weight: 'semibold' },
      { kind: 'text', text: 'Strategies', x: across, y: down - 10, small: true, weight: 'semibold' },
      ...(isNarrow
        ? leadsTo({ x: width / 2, y: reasons.bottom + 12 }, { x: width / 2, y: down - 24 })
        : leadsTo(
            { x: margin + box + 14, y: (top + bottom) / 2 },
            { x: margin + box + gap - 14, y: (top + bottom) / 2 },
          )),
      ...reasons.shapes,
      ...strategies.shapes,
      ...foot.shapes,
    ],
  };
}

/** The arrow from the reasons to the strategies, with its words above it or beside it. */
function leadsTo(from: Point, to: Point): readonly Shape[] {
  const isDown = from.x === to.x;
  return [
    { kind: 'line', points: [from, to], stroke: 'ink', arrow: true, width: 2 },
    {
      kind: 'text',
      text: 'could lead to',
      x: isDown ? from.x + 12 : (from.x + to.x) / 2,
      y: isDown ? (from.y + to.y) / 2 + 4 : from.y - 12,
      anchor: isDown ? 'start' : 'middle',
      small: true,
      tone: 'soft',
    },
  ];
}

function stack(
  entries: readonly Entry[],
  x: number,
  top: number,
  box: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
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
      4,
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
