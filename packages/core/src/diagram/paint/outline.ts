import { archHeight, isRound, type Outline } from '../text/outline-kind.js';
import { bandWidth, cutCorner, roundEnd, slant } from '../text/proportions.js';
import type { Box, Point } from '../types.js';
import { px } from './print-number.js';

/** An outline as path data. */
export function outlineOf(outline: Outline, { x, y, width: w, height: h }: Box): string {
  const [left, top, right, bottom] = [px(x), px(y), px(x + w), px(y + h)];
  if (isRound(outline)) {
    const half = `a${px(w / 2)} ${px(h / 2)} 0 0 1 `;
    return `M${left} ${px(y + h / 2)}${half}${px(w)} 0${half}${px(-w)} 0z`;
  }
  switch (outline) {
    case 'strategy':
      return `M${px(x + slant)} ${top}H${right}L${px(x + w - slant)} ${bottom}H${left}z`;
    case 'context': {
      const r = endRadius(h);
      const arc = (dx: number, dy: number): string => `a${px(r)} ${px(r)} 0 0 1 ${px(dx)} ${px(dy)}`;
      return `M${px(x + r)} ${top}H${px(x + w - r)}${arc(r, r)}V${px(y + h - r)}${arc(-r, r)}H${px(x + r)}${arc(-r, -r)}V${px(y + r)}${arc(r, -r)}z`;
    }
    case 'challenge': {
      const c = cutCorner;
      const cut = (dx: number, dy: number): string => `l${dx} ${dy}`;
      return `M${px(x + c)} ${top}H${px(x + w - c)}${cut(c, c)}V${px(y + h - c)}${cut(-c, c)}H${px(x + c)}${cut(-c, -c)}V${px(y + c)}z`;
    }
    case 'round top': {
      const r = endRadius(h);
      return `M${px(x + r)} ${top}H${px(x + w - r)}a${px(r)} ${px(r)} 0 0 1 ${px(r)} ${px(r)}V${bottom}H${left}V${px(y + r)}a${px(r)} ${px(r)} 0 0 1 ${px(r)} ${px(-r)}z`;
    }
    case 'half circle':
    case 'half ellipse': {
      const arch = archHeight(outline, w);
      return `M${left} ${px(y + arch)}a${px(w / 2)} ${px(arch)} 0 0 1 ${px(w)} 0V${bottom}H${left}z`;
    }
    case 'choice':
      return `M${px(x + w / 2)} ${top}L${right} ${px(y + h / 2)}L${px(x + w / 2)} ${bottom}L${left} ${px(y + h / 2)}z`;
    default:
      return `M${left} ${top}H${right}V${bottom}H${left}z`;
  }
}

/** The band along the left side, within the outline. */
export function bandOf(outline: Outline, { x, y, width: w, height: h }: Box): string {
  const d = bandWidth;
  const [left, top, inner, bottom] = [px(x), px(y), px(x + d), px(y + h)];
  if (isRound(outline)) {
    const half = (h / 2) * Math.sqrt(1 - (1 - (2 * d) / w) ** 2);
    return `M${inner} ${px(y + h / 2 - half)}A${px(w / 2)} ${px(h / 2)} 0 0 0 ${inner} ${px(y + h / 2 + half)}z`;
  }
  switch (outline) {
    case 'strategy':
      return `M${px(x + slant)} ${top}h${d}L${inner} ${bottom}H${left}z`;
    case 'context': {
      const r = endRadius(h);
      const inset = roundInset(r, d);
      return `M${inner} ${px(y + inset)}A${px(r)} ${px(r)} 0 0 0 ${left} ${px(y + r)}V${px(y + h - r)}A${px(r)} ${px(r)} 0 0 0 ${inner} ${px(y + h - inset)}z`;
    }
    case 'round top': {
      const r = endRadius(h);
      return `M${inner} ${px(y + roundInset(r, d))}A${px(r)} ${px(r)} 0 0 0 ${left} ${px(y + r)}V${bottom}H${inner}z`;
    }
    case 'half circle':
    case 'half ellipse': {
      const arch = archHeight(outline, w);
      const fall = px(y + archInset(arch, w, d));
      return `M${inner} ${fall}A${px(w / 2)} ${px(arch)} 0 0 0 ${left} ${px(y + arch)}V${bottom}H${inner}z`;
    }
    case 'challenge':
      return `M${px(x + cutCorner)} ${top}H${inner}V${bottom}H${px(x + cutCorner)}L${left} ${px(y + h - cutCorner)}V${px(y + cutCorner)}z`;
    default:
      return `M${left} ${top}h${d}V${bottom}H${left}z`;
  }
}

/** Where the outline stands at a height: left and right. */
export function spanAt(outline: Outline, { x, y, width: w, height: h }: Box, at: number): readonly [number, number] {
  const inset = sideInset(outline, w, h, at - y);
  return outline === 'strategy' ? [x + inset, x + w - (slant - inset)] : [x + inset, x + w - inset];
}

function sideInset(outline: Outline, w: number, h: number, down: number): number {
  if (isRound(outline)) return (w / 2) * (1 - Math.sqrt(Math.max(0, 1 - ((2 * down) / h - 1) ** 2)));
  const end = Math.min(down, h - down);
  switch (outline) {
    case 'strategy':
      return slant * (1 - down / h);
    case 'context':
      return roundInset(endRadius(h), end);
    case 'round top':
      return roundInset(endRadius(h), down);
    case 'half circle':
    case 'half ellipse': {
      const up = 1 - Math.min(1, down / archHeight(outline, w));
      return (w / 2) * (1 - Math.sqrt(Math.max(0, 1 - up * up)));
    }
    case 'challenge':
      return Math.max(0, cutCorner - end);
    case 'choice':
      return (w / 2) * (1 - (2 * end) / h);
    default:
      return 0;
  }
}

/** A point on the side of a body's box, moved straight inwards to the outline. */
export function ontoOutline(outline: Outline, body: Box, { x, y }: Point): Point {
  const { x: left, y: top, width: w, height: h } = body;
  if (Math.abs(x - left) < 0.5) return { x: spanAt(outline, body, y)[0], y };
  if (Math.abs(x - left - w) < 0.5) return { x: spanAt(outline, body, y)[1], y };
  if (Math.abs(y - top) < 0.5) return { x, y: y + topInset(outline, w, h, x - left) };
  if (Math.abs(y - top - h) < 0.5) return { x, y: y - endInset(outline, w, h, x - left) };
  return { x, y };
}

/** How far the upper end lies within the box; away elements are round above and level below. */
function topInset(outline: Outline, w: number, h: number, along: number): number {
  switch (outline) {
    case 'round top':
      return roundInset(endRadius(h), Math.min(along, w - along));
    case 'half circle':
    case 'half ellipse':
      return archInset(archHeight(outline, w), w, along);
    default:
      return endInset(outline, w, h, along);
  }
}

function endInset(outline: Outline, w: number, h: number, along: number): number {
  if (isRound(outline)) return (h / 2) * (1 - Math.sqrt(Math.max(0, 1 - ((2 * along) / w - 1) ** 2)));
  const end = Math.min(along, w - along);
  if (outline === 'context') return roundInset(endRadius(h), end);
  if (outline === 'challenge') return Math.max(0, cutCorner - end);
  return outline === 'choice' ? (h / 2) * (1 - (2 * end) / w) : 0;
}

/** How far a quarter of a circle lies within its corner, so far along. */
function roundInset(radius: number, along: number): number {
  return along >= radius ? 0 : radius - Math.sqrt(Math.max(0, radius * radius - (radius - along) ** 2));
}

/** How far an arch lies below its top, so far along. */
function archInset(arch: number, width: number, along: number): number {
  return arch * (1 - Math.sqrt(Math.max(0, 1 - ((2 * along) / width - 1) ** 2)));
}

function endRadius(height: number): number {
  return Math.min(height / 2, roundEnd);
}
