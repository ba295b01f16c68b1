import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawDiagram } from './draw-diagram.js';
import { faultsOf } from './layout/faults.testing.js';
import { layOut } from './layout/index.js';
import { sceneOf } from './scene/index.js';
import { randomCase, randomOptions } from './scene/random-case.testing.js';
import { measure } from './text/measure.js';
import type { MeasuredNode, TextLine } from './types.js';

/** Lines that stick out of their node. */
function strayLines({ width, height, lines }: MeasuredNode): readonly TextLine[] {
  return lines.filter((line) => {
    const left = line.x - { start: 0, middle: line.width / 2, end: line.width }[line.anchor];
    return left < -1 || left + line.width > width + 1 || line.y > height || line.y < 0;
  });
}

describe('the whole way from a case to a picture', () => {
  test('no box overlaps another, no line crosses a box, and no text leaves its box, on 1,000 random arguments', () => {
    fc.assert(
      fc.property(randomCase, randomOptions, (of, options) => {
        const scene = measure(sceneOf(of, options));
        expect(faultsOf(scene, layOut(scene))).toEqual([]);
        expect(scene.nodes.flatMap(strayLines)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('every element is drawn once or hidden, and every edge leads from a node to a node', () => {
    fc.assert(
      fc.property(randomCase, randomOptions, (of, options) => {
        const { nodes, edges } = sceneOf(of, options);
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
        for (const { from, to, link } of edges) {
          expect([nodes[from], nodes[to], link === undefined || edges[link]]).not.toContain(undefined);
        }
        if (options.view !== 'complete' || options.mask?.some((name) => name === 'base' || name === 'power')) return;
        const drawn = nodes.filter(({ element }) => element !== undefined).length;
        const hidden = nodes.reduce((sum, node) => sum + node.hidden, 0);
        expect(drawn + hidden).toBeGreaterThanOrEqual(of.elements.length);
      }),
      { numRuns: 300 },
    );
  });

  test('the same case and options give the same bytes', () => {
    fc.assert(
      fc.property(randomCase, randomOptions, (of, options) => {
        expect(drawDiagram(structuredClone(of), options)).toBe(drawDiagram(of, options));
      }),
      { numRuns: 100 },
    );
  });
});
