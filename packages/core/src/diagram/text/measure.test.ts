import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeOf, nodeOf, sceneOf } from '../paint/gallery.testing.js';
import { spanAt } from '../paint/outline.js';
import type { Box, MeasuredNode, SceneNode, TextLine } from '../types.js';
import { pillOf } from './fitted.js';
import { ascent, descent } from './font.generated.js';
import { measure } from './measure.js';
import { outlineKind } from './outline-kind.js';
import { randomNode, shapes } from './random-node.testing.js';

function measured(node: SceneNode): MeasuredNode {
  return measure(sceneOf('one', [node])).nodes[0]!;
}

/** The room of a line: what the font may ink. */
function roomOf(line: TextLine): Box {
  const size = line.look === 'name' || line.look === 'text' || line.look === 'letter' ? 14 : 12;
  const left = { start: line.x, middle: line.x - line.width / 2, end: line.x - line.width }[line.anchor];
  const top = line.y - (ascent * size) / 1000;
  const room = { x: left, y: top, width: line.width, height: ((ascent + descent) * size) / 1000 };
  return line.look === 'tag' ? around(room, pillOf(line)) : room;
}

function around(a: Box, b: Box): Box {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

describe('measuring', () => {
  it('keeps every line within the outline, and everything within the box (2,000 random nodes)', () => {
    fc.assert(
      fc.property(randomNode, (node) => {
        const one = measured(node);
        const { body, lines, width, height, bar } = one;
        for (const line of lines) {
          const { x, y, width: w, height: h } = roomOf(line);
          if (line.look === 'sign' || line.look === 'letter') {
            expect([x >= -1, x + w <= width + 1]).toEqual([true, true]);
            continue;
          }
          for (const at of [y + 0.3, y + h - 0.3]) {
            const [left, right] = spanAt(outlineKind(one), body, at);
            expect({ line, in: at >= body.y && at <= body.y + body.height && x >= left && x + w <= right }).toEqual({
              line,
              in: true,
            });
          }
        }
        for (const { x, y, width: w, height: h } of [body, ...(bar ? [bar] : [])]) {
          expect([x >= 0, y >= 0, x + w <= width, y + h <= height]).toEqual([true, true, true, true]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('shows the whole of a text of usual length, in every shape', () => {
    const text =
      'Every path out of a sandbox goes through the egress proxy, which enforces its byte limits and is watched';
    for (const shape of shapes) {
      if (shape === 'choice') continue;
      const { lines, body } = measured(nodeOf(shape, 'X1', text));
      const shown = lines.filter(({ look }) => look === 'text').map((line) => line.text);
      expect(shown.join(' ')).toBe(text);
      expect(body.width / body.height).toBeGreaterThan(0.9);
      expect(body.width / body.height).toBeLessThan(3.2);
    }
  });

  it('draws lines below one another that do not overlap', () => {
    fc.assert(
      fc.property(randomNode, (node) => {
        const rows = measured(node).lines.filter(({ look }) => look === 'name' || look === 'text');
        rows.slice(1).forEach((line, at) => {
          expect(line.y - rows[at]!.y).toBeGreaterThanOrEqual(20 - 1e-9);
        });
      }),
    );
  });

  it('sets text that is written from right to left against the right side', () => {
    const { lines, body } = measured(nodeOf('goal', 'G1', 'שלום עולם, הסוכן אינו מדליף משקלים לעולם'));
    const text = lines.filter(({ look }) => look === 'text');
    expect(text.length).toBeGreaterThan(1);
    expect(new Set(text.map(({ x, anchor, rtl }) => `${x} ${anchor} ${rtl}`))).toEqual(
      new Set([`${body.width - 14} end true`]),
    );
    expect(lines[0]).toMatchObject({ text: 'G1', x: 14, anchor: 'start' });
  });

  it('is done with hostile texts in a moment', () => {
    const texts = [
      'x'.repeat(1e6),
      ' '.repeat(1e6),
      '\u0301'.repeat(1e6),
      '\n'.repeat(1e6),
      '(-'.repeat(5e5),
      '\u200b'.repeat(1e6),
    ];
    const start = performance.now();
    for (const shape of shapes) {
      for (const text of texts) {
        const node = measured(
          nodeOf(shape, text, text, { away: text, tags: [{ text, tone: 'good' }], claimPoints: [text] }),
        );
        expect(node.width).toBeLessThan(900);
        expect(node.height).toBeLessThan(900);
      }
    }
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('leaves the rest of the scene as it is', () => {
    const scene = sceneOf('two', [nodeOf('goal', 'G1', 'a'), nodeOf('goal', 'G2', 'b')], [edgeOf(0, 1, 'supportedBy')]);
    expect(measure(scene)).toMatchObject(scene);
    expect(measure(scene)).toEqual(measure(scene));
  });
});
