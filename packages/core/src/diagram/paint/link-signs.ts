import { cleanLine } from '../text/clean.js';
import { smallFont } from '../text/proportions.js';
import { oneLine } from '../text/wrap.js';
import type { Point, SceneEdge, TextLine } from '../types.js';
import { headLength } from './arrowhead.js';
import { crossOver, paintSign } from './paint-sign.js';
import { paintText } from './paint-text.js';
import { px } from './print-number.js';
import { lengthOf, nearestSpot, type Spot, spotAt } from './route.js';

const ball = 5;
const square = 9;
const cross = 14;
const step = 15;
/** From the arrowhead to the middle of the sign before it. */
const clear = 8;
const mostWords = { beside: 110, above: 44 };

/**
 * What stands on a link, one sign behind the other along it, with their words: the balls of patterns, claim points, the cross of a
 * defeated link and the badge of a change. Nothing for most links.
 */
export function paintLinkSigns(edge: SceneEdge, points: readonly Point[], label: Point): string {
  if (isBare(edge)) return '';
  const signs = signsOf(edge);
  const span = (signs.length - 1) * step;
  const first = Math.min(nearestSpot(points, label) - span / 2, lengthOf(points) - span - headLength - clear);
  const spots = signs.map((_, at) => spotAt(points, first + at * step));
  const drawn = signs.map((sign, at) => sign(spots[at]!)).join('');
  const line = wordsAt(edge, spots);
  return line.text === '' ? drawn : `${drawn}${paintText(line, 'halo')}\n`;
}

function isBare({ multiplicity, optional, claimPoints, defeated, change }: SceneEdge): boolean {
  return multiplicity === undefined && !optional && claimPoints.length === 0 && !defeated && change === undefined;
}

function signsOf(edge: SceneEdge): readonly ((at: Point) => string)[] {
  const signs: ((at: Point) => string)[] = [];
  const around = ({ x, y }: Point, size: number) => ({ x: x - size / 2, y: y - size / 2, width: size, height: size });
  if (edge.multiplicity !== undefined) signs.push((at) => paintBall('solid', at));
  if (edge.optional) signs.push((at) => paintBall('hollow', at));
  if (edge.claimPoints.length > 0) signs.push((at) => paintSign('claim point', around(at, square)));
  if (edge.defeated) signs.push((at) => crossOver(around(at, cross)));
  if (edge.change !== undefined) signs.push((at) => paintSign('change', around(at, cross), edge.change));
  return signs;
}

/** The ball of a pattern: solid for a multiplicity, hollow for what is optional. */
export function paintBall(look: 'solid' | 'hollow', { x, y }: Point): string {
  return `<circle class="${look}" cx="${px(x)}" cy="${px(y)}" r="${ball}"/>`;
}

/**
 * To the right of a link that runs down; above one that runs across, where there is little room: the words of a hollow
 * ball are left out there, and longer ones are cut. The node's label has them in full.
 */
function wordsAt({ multiplicity, optional, claimPoints }: SceneEdge, spots: readonly Spot[]): TextLine {
  const middle = spots[Math.floor((spots.length - 1) / 2)]!;
  const runsDown = Math.abs(middle.along.y) >= Math.abs(middle.along.x);
  const ballWords = multiplicity ?? (optional && runsDown ? 'optional' : undefined);
  const words = [...(ballWords === undefined ? [] : [ballWords]), ...claimPoints].join(', ');
  const line = oneLine(cleanLine(words), smallFont, runsDown ? mostWords.beside : mostWords.above);
  const place = runsDown
    ? { x: Math.max(...spots.map(({ x }) => x)) + 10, y: middle.y + 4, anchor: 'start' as const }
    : { x: middle.x, y: middle.y - 10, anchor: 'middle' as const };
  return { ...line, ...place, look: 'sign' };
}
