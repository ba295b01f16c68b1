import { describe, expect, it } from 'vitest';
import { ontoOutline, outlineOf, spanAt } from './outline.js';

const body = { x: 10, y: 20, width: 100, height: 60 };

describe('outlines', () => {
  it.each([
    ['goal', 'M10 20H110V80H10z'],
    ['strategy', 'M24 20H110L96 80H10z'],
    ['solution', 'M10 50a50 30 0 0 1 100 0a50 30 0 0 1 -100 0z'],
    ['choice', 'M60 20L110 50L60 80L10 50z'],
    ['half circle', 'M10 70a50 50 0 0 1 100 0V80H10z'],
    ['half ellipse', 'M10 50a50 30 0 0 1 100 0V80H10z'],
    ['round top', 'M32 20H88a22 22 0 0 1 22 22V80H10V42a22 22 0 0 1 22 -22z'],
  ] as const)('%s', (shape, path) => expect(outlineOf(shape, body)).toBe(path));

  it.each([
    ['goal', 50, [10, 110]],
    ['strategy', 20, [24, 110]],
    ['strategy', 80, [10, 96]],
    ['assumption', 50, [10, 110]],
    ['assumption', 20, [60, 60]],
    ['context', 50, [10, 110]],
    ['challenge', 26, [16, 104]],
    ['half ellipse', 20, [60, 60]],
    ['half ellipse', 70, [10, 110]],
    ['round top', 80, [10, 110]],
  ] as const)('of a %s at height %i', (shape, at, span) => expect(spanAt(shape, body, at)).toEqual(span));

  it.each([
    ['the middle of a side stays', 'goal', { x: 110, y: 50 }, { x: 110, y: 50 }],
    ['a slanted side lies further in', 'strategy', { x: 10, y: 50 }, { x: 17, y: 50 }],
    ['and on the right', 'strategy', { x: 110, y: 50 }, { x: 103, y: 50 }],
    ['the top of an ellipse falls to its ends', 'assumption', { x: 20, y: 20 }, { x: 20, y: 32 }],
    ['its bottom rises', 'assumption', { x: 100, y: 80 }, { x: 100, y: 68 }],
    ['its middle stays', 'assumption', { x: 60, y: 80 }, { x: 60, y: 80 }],
    ['a cut corner', 'challenge', { x: 16, y: 20 }, { x: 16, y: 26 }],
    ['half an ellipse falls to its ends', 'half ellipse', { x: 20, y: 20 }, { x: 20, y: 32 }],
    ['and is level below', 'half ellipse', { x: 20, y: 80 }, { x: 20, y: 80 }],
    ['a point that is on no side stays', 'assumption', { x: 60, y: 50 }, { x: 60, y: 50 }],
  ] as const)('a link ends on the outline: %s', (_, shape, at, on) => expect(ontoOutline(shape, body, at)).toEqual(on));
});
