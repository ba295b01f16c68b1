import { binormalArea, binormalDetection } from '../../statistics/index.js';
import { type Figure, linearAxis, type Point, plotArea, type Shape } from '../kit/index.js';
import { heading } from './heading.js';

/** Of the plot where there is room; a narrow one is no higher than wide. */
const mostHeight = 460;

/** The binormal ROC curve, chance as a dashed line, and the point at the audit budget. */
export function rocFigure(dPrime: number, budget: number, width = 560): Figure {
  const plotHeight = Math.min(mostHeight, width);
  const detected = binormalDetection(dPrime, budget);
  const share = (value: number): string => `${Number((100 * value).toPrecision(3))} %`;
  const title = 'Attacks caught against innocent actions audited';
  const said = `Area under the curve ${Number(binormalArea(dPrime).toPrecision(3))}. At a budget of ${share(budget)} the model catches ${share(detected)} of the attacks. Real scores have heavier tails: measure at the budget.`;
  const head = heading(title, said, width);
  const area = plotArea(
    linearAxis('share of the innocent that is audited', 0, 1, 5),
    linearAxis('share of the attacks that is caught', 0, 1, 5),
    { x: 12, y: head.bottom, width: width - 40, height: plotHeight },
  );
  // Even steps along the curve's own scale: it is steepest where the budget is small.
  const curve: Point[] = [];
  for (let i = 0; i <= 120; i++) {
    const f = (i / 120) ** 3;
    curve.push(area.place(f, binormalDetection(dPrime, f)));
  }
  const at = area.place(budget, detected);
  const right = budget < 0.6;
  const label: Shape = {
    kind: 'text',
    text: `${share(detected)} caught at ${share(budget)}`,
    x: at.x + (right ? 12 : -12),
    y: Math.min(at.y + 16, area.top + area.height - 8),
    anchor: right ? 'start' : 'end',
    small: true,
    halo: true,
  };
  return {
    title,
    description: said,
    width,
    height: head.bottom + plotHeight + 12,
    shapes: [
      ...head.shapes,
      ...area.axes,
      { kind: 'line', points: [area.place(0, 0), area.place(1, 1)], stroke: 'soft', dashed: true },
      { kind: 'line', points: curve, stroke: 'accent', width: 2 },
      { kind: 'circle', ...at, radius: 5, fill: 'accent', stroke: 'page' },
      label,
    ],
  };
}
