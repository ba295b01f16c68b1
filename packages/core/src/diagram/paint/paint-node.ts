import { pillOf } from '../text/fitted.js';
import { archHeight, isArch, isRound, outlineKind } from '../text/outline-kind.js';
import { awayBaseline, awaySign, bandWidth } from '../text/proportions.js';
import { type Sign, signsAt } from '../text/signs.js';
import type { Box, MeasuredNode, Point, TextLine } from '../types.js';
import { escapeId, escapeXml } from './escape-xml.js';
import { bandOf, outlineOf, spanAt } from './outline.js';
import { paintBar } from './paint-bar.js';
import { crossOver, moduleShape, paintLetter, paintSign } from './paint-sign.js';
import { paintText } from './paint-text.js';
import { px } from './print-number.js';
import { safeLink } from './safe-link.js';

/** A node as one thing to hear, with everything that belongs to it; a link if it leads somewhere. */
export function paintNode(node: MeasuredNode, at: Point, label: string, idPrefix: string): string {
  const classes = classesOf(node);
  const attributes =
    `id="${escapeId(idPrefix + node.id)}"${classes === '' ? '' : ` class="${classes}"`} aria-label="${escapeXml(label)}" ` +
    `transform="translate(${px(at.x)} ${px(at.y)})"`;
  const inner = contentOf(node);
  const link = node.link === undefined ? undefined : safeLink(node.link);
  if (link === undefined) return `<g role="graphics-symbol img" ${attributes}>${inner}</g>`;
  const rel = /^https?:/i.test(link) ? ' rel="noopener"' : '';
  return `<a href="${escapeXml(link)}"${rel} ${attributes}>${inner}</a>`;
}

function classesOf({ shape, category, faint, pointedOut, change, marks }: MeasuredNode): string {
  const names: string[] = [];
  if (shape === 'context' || shape === 'assumption' || shape === 'justification') names.push('quiet');
  if (shape === 'counter-goal' || shape === 'counter-solution' || shape === 'challenge') names.push('dialectic');
  if (category !== undefined) names.push(category);
  if (change !== undefined) names.push(change);
  if (marks.includes('defeated')) names.push('defeated');
  if (pointedOut) names.push('point');
  if (faint) names.push('faint');
  return names.join(' ');
}

function contentOf(node: MeasuredNode): string {
  const { shape, body, lines, category, bar, doubt } = node;
  const outline = outlineKind(node);
  const parts: string[] = [];
  const away = lines.find(({ look }) => look === 'away');
  if (isCut(node)) parts.push(`<title>${escapeXml(node.text)}</title>`);
  const signs = signsAt(node, body);
  for (const { kind, box } of signs) if (isTab(kind)) parts.push(paintSign(kind, box));
  parts.push(`<path class="${shape === 'choice' ? 'solid' : 'body'}" d="${outlineOf(outline, body)}"/>`);
  if (category !== undefined)
    parts.push(`<path class="band" d="${bandOf(outline, body)}"/>`, paintLetter(category, letterBox(node, away)));
  if (away !== undefined) parts.push(awayPart(node, away));
  if (node.marks.includes('defeated'))
    parts.push(crossOver(isRound(outline) || isArch(outline) ? inset(body, 0.1) : body));
  for (const line of lines) {
    if (line.look === 'tag') parts.push(pill(line));
    if (line.look !== 'sign') parts.push(`${paintText(line)}\n`);
  }
  if (bar !== undefined && doubt !== undefined) {
    const { x, y, width, height } = bar;
    parts.push(paintBar(doubt.tone, doubt.level, { x, y: y + height / 2, width }));
  }
  for (const { kind, box } of signs) if (!isTab(kind)) parts.push(paintSign(kind, box, node.change));
  for (const line of lines) if (line.look === 'sign') parts.push(`${paintText(line)}\n`);
  return parts.join('');
}

/** Tabs are parts of the outline, and stand behind the rest. */
function isTab(kind: Sign['kind']): boolean {
  return kind === 'module tab' || kind === 'contract tab';
}

/** Whether the shape does not show the whole text. */
function isCut({ lines, text }: MeasuredNode): boolean {
  const last = lines.findLast(({ look }) => look === 'text');
  return last?.text.endsWith('…') === true && !text.trimEnd().endsWith('…');
}

/** The middle of the band, above the line of an away element: where the letter of the category stands. */
function letterBox(node: MeasuredNode, away: TextLine | undefined): Box {
  const { body } = node;
  const outline = outlineKind(node);
  const head = isArch(outline) ? archHeight(outline, body.width) / 2 : 0;
  const foot = away === undefined ? body.y + body.height : away.y - awayBaseline;
  const middle = (body.y + head + foot) / 2;
  const [left] = spanAt(outline, body, middle);
  const right = outline === 'strategy' ? left + bandWidth : body.x + bandWidth;
  return { x: left, y: middle - 6, width: right - left, height: 12 };
}

/** The part of an away element that names its module: a line across the shape, a small module and the name. */
function awayPart(node: MeasuredNode, { x, y }: TextLine): string {
  const top = y - awayBaseline;
  const [left, right] = spanAt(outlineKind(node), node.body, top);
  const sign = {
    x: x - awaySign.width - awaySign.gap,
    y: y - awaySign.height + 1.5,
    width: awaySign.width,
    height: awaySign.height,
  };
  return `<path class="rule" d="M${px(left)} ${px(top)}H${px(right)}"/><path class="hollow" d="${moduleShape(sign)}"/>`;
}

function pill(line: TextLine): string {
  const { x, y, width, height } = pillOf(line);
  return `<rect class="ground-${line.tone ?? 'plain'}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${px(height / 2)}"/>`;
}

function inset({ x, y, width, height }: Box, share: number): Box {
  return {
    x: x + width * share,
    y: y + height * share,
    width: width * (1 - 2 * share),
    height: height * (1 - 2 * share),
  };
}
