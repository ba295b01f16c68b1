import type { Case } from '../case/index.js';
import { type CategoryEntry, provenanceMarks } from '../catalogue/index.js';
import { type Assessment, categoryShares, type Share } from '../doubt/index.js';
import { type Figure, type Look, labelRows, linearAxis, type Shape, wrappedText } from './kit/index.js';

const margin = 16;
const row = 40;
const most = 12;

/**
 * The counterpart of figure 2 of Clymer et al. 2024 for one case: above, where on a scale of dangerous capability each
 * category can carry a case, and where the subsystems of this case stand; below, in which categories the doubt about each
 * outcome lies (see `categoryShares`). A category with a twentieth of the doubt or more that does
 * not reach the highest level which a subsystem states is named. The order of the
 * categories is the paper's, the numbers of the ranges are reconstructions.
 *
 * @param width in pixels, 360 or more
 */
export function categoriesFigure(
  of: Case,
  assessment: Assessment,
  categories: readonly CategoryEntry[],
  width = 940,
): Figure {
  const [left, right] = width < 600 ? [124, width - margin] : [150, width - 30];
  const axis = linearAxis('', 0, 10, 10);
  const across = (value: number) => left + axis.at(value) * (right - left);
  const levels = levelsOf(of);
  const head = wrappedText(
    { text: 'What the verdicts lean on, and where that can carry a case', x: margin, y: 30, weight: 'semibold' },
    width - 2 * margin,
    3,
  );
  const source = wrappedText(
    {
      text: 'After figure 2 of Clymer et al. 2024; the order is the paper’s, the ends of the ranges are not',
      x: margin,
      y: 30 + head.height,
      small: true,
      tone: 'soft',
    },
    width - 2 * margin,
    4,
  );
  const named = labelRows(
    levels.map(({ level, names }) => ({ text: names, x: across(level) })),
    left,
    right,
  );
  const top = 44 + head.height + source.height + 16 * (1 + Math.max(0, ...named.map(({ row: up }) => up)));
  const bottom = top + categories.length * row;
  const outcomes = assessment.outcomes.slice(0, most).map((outcome) => ({
    id: outcome.id,
    shares: categoryShares(of, assessment, outcome),
  }));
  const shapes: Shape[] = [
    ...head.shapes,
    ...source.shapes,
    ...axis.ticks.flatMap(({ at, label }): Shape[] => {
      const x = left + at * (right - left);
      return [
        {
          kind: 'line',
          points: [
            { x, y: top },
            { x, y: bottom },
          ],
          stroke: 'track',
          width: 1,
        },
        { kind: 'text', text: label, x, y: bottom + 18, anchor: 'middle', small: true, tone: 'soft' },
      ];
    }),
    ...categories.flatMap(({ id, title, carries }, at): Shape[] => {
      const { from, to } = carries.value;
      const y = top + at * row;
      return [
        { kind: 'text', text: title, x: margin, y: y + 24, small: true, weight: 'semibold' },
        {
          kind: 'box',
          x: across(from),
          y: y + 8,
          width: across(to) - across(from),
          height: 24,
          round: 4,
          fill: `${id}-ground`,
          stroke: id,
        },
      ];
    }),
    ...levels.map(
      ({ level }, at): Shape => ({
        kind: 'line',
        points: [
          // Up to its name, which stands higher where others are near.
          { x: across(level), y: top - 10 - 16 * named[at]!.row },
          { x: across(level), y: bottom },
        ],
        stroke: 'ink',
        dashed: true,
        width: 1.5,
      }),
    ),
    ...categories.map(({ carries }, at): Shape => {
      const { from, to } = carries.value;
      return {
        kind: 'text',
        text: `${from} to ${to} ${provenanceMarks[carries.provenance]}`,
        x: across((from + to) / 2),
        y: top + at * row + 24,
        anchor: 'middle',
        small: true,
        halo: true,
      };
    }),
    ...named.map(
      ({ text, x, row: up }): Shape => ({
        kind: 'text',
        text,
        x,
        y: top - 15 - up * 16,
        anchor: 'middle',
        small: true,
        halo: true,
      }),
    ),
    {
      kind: 'text',
      text: 'dangerous capability',
      x: (left + right) / 2,
      y: bottom + 36,
      anchor: 'middle',
      small: true,
    },
  ];
  let y = bottom + 70;
  shapes.push({ kind: 'text', text: 'Share of the doubt by category', x: 16, y, weight: 'semibold', small: true });
  y += 14;
  for (const { id, shares } of outcomes) {
    const drawn = outcomeRow(id, shares, { left, right, y }, categories, levels.at(-1)?.level);
    shapes.push(...drawn.shapes);
    y += drawn.height;
  }
  const legend = wrappedText(
    {
      text: `${provenanceMarks.reconstruction} reconstruction. Share of the doubt: Fussell–Vesely importance of each leaf, counted for the nearest category at or above it, divided by the sum.${levels.length === 0 ? ' No subsystem of the case states a capability.' : ''}`,
      x: 16,
      y: y + 18,
      small: true,
      tone: 'soft',
    },
    width - 2 * margin,
    8,
  );
  return {
    title: 'Categories that the verdicts lean on',
    description: outcomes
      .map(
        ({ id, shares }) =>
          `${id}: ${[...shares].map(([name, share]) => `${name} ${percent(share)}`).join(', ') || 'no doubt to divide'}.`,
      )
      .join(' '),
    width,
    height: y + 18 + legend.height,
    shapes: [...shapes, ...legend.shapes],
  };
}

/** One row: the name of the outcome, a bar in parts, and each part in words below. */
function outcomeRow(
  id: string,
  shares: ReadonlyMap<Share, number>,
  { left, right, y }: { readonly left: number; readonly right: number; readonly y: number },
  categories: readonly CategoryEntry[],
  level: number | undefined,
): { readonly shapes: readonly Shape[]; readonly height: number } {
  const name = wrappedText({ text: id, x: 16, y: y + 26, small: true, weight: 'semibold' }, left - 30, 1);
  if (shares.size === 0) {
    const text = 'no number to divide up';
    return {
      shapes: [...name.shapes, { kind: 'text', text, x: left, y: y + 26, small: true, tone: 'soft' }],
      height: 44,
    };
  }
  let x = left;
  const bars = [...shares].flatMap(([share, value]): Shape[] => {
    const from = x;
    x += value * (right - left);
    const named = share !== 'uncategorised';
    const look: Look = named ? { fill: share, stroke: share } : { fill: 'plain-ground', stroke: 'line' };
    const letter: Shape = {
      kind: 'text',
      text: named ? share.charAt(0).toUpperCase() : '–',
      x: (from + x) / 2,
      y: y + 26,
      anchor: 'middle',
      small: true,
      weight: 'semibold',
      ...(named ? { tone: `${share}-letter` as const } : {}),
    };
    const bar: Shape = { kind: 'box', x: from, y: y + 12, width: Math.max(1, x - from), height: 20, ...look };
    return x - from < 16 ? [bar] : [bar, letter];
  });
  const past = categories.filter(({ id: category, carries }) => {
    const { from, to } = carries.value;
    return (shares.get(category) ?? 0) >= 0.05 && level !== undefined && (level < from || level > to);
  });
  const words = [...shares].map(([share, value]) => `${share} ${percent(value)}`).join(' · ');
  const warned =
    past.length === 0
      ? ''
      : ` · at ${level}, outside of the range of ${past.map(({ id: category }) => category).join(' and ')}`;
  const below = wrappedText({ text: words + warned, x: left, y: y + 50, small: true }, right - left, 4);
  return { shapes: [...name.shapes, ...bars, ...below.shapes], height: 50 + below.height };
}

/** Capability levels that subsystems state, rising. */
function levelsOf(of: Case): readonly { readonly level: number; readonly names: string }[] {
  const byLevel = new Map<number, string[]>();
  for (const { id, capability } of of.system) {
    if (capability !== undefined) byLevel.set(capability, [...(byLevel.get(capability) ?? []), id]);
  }
  return [...byLevel]
    .sort(([a], [b]) => a - b)
    .map(([level, ids]) => ({ level, names: ids.length > 2 ? `${ids.length} subsystems` : ids.join(', ') }));
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %`;
}
