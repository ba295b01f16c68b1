import { describe, expect, it } from 'vitest';
import { argumentOf, firstDepth, foldedBelow, foldsAbove, shownOf } from './fold.js';
import { generateScene } from './generate-scene.testing.js';

const names = (shown: { scene: { nodes: readonly { name: string }[] } }) => shown.scene.nodes.map(({ name }) => name);
/** G0 over G1 and G2; G1 over G3, which G2 shares; C4 in context of G1; D5 challenges the link from G1 to G3. */
const argument = argumentOf(
  generateScene(6, [
    [0, 1],
    [0, 2],
    [1, 3],
    [2, 3],
    [1, 4, 'inContextOf'],
    [5, 3, 'challenges link', 2],
  ]),
);

describe('shownOf', () => {
  it('shows everything where nothing is folded', () => {
    expect(names(shownOf(argument, new Set()))).toEqual(['N0', 'N1', 'N2', 'N3', 'N4', 'N5']);
  });

  it('hides what hangs on a folded node alone, and counts it', () => {
    const shown = shownOf(argument, new Set([1]));
    expect(names(shown)).toEqual(['N0', 'N1', 'N2', 'N3', 'N5']);
    expect(shown.hidden.get(1)).toBe(1);
    expect(shown.scene.edges.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [0, 2],
      [1, 3],
      [2, 3],
      [4, 3],
    ]);
  });

  it('numbers nodes, links and challenged links anew', () => {
    const shown = shownOf(argument, new Set([2]));
    expect(shown.scene.edges.find(({ kind }) => kind === 'challenges link')).toMatchObject({ link: 2 });
    const without = shownOf(argument, new Set([0]));
    expect(names(without)).toEqual(['N0']);
    expect(without.hidden.get(0)).toBe(5);
    expect(without.scene.edges).toEqual([]);
  });

  it('takes cycles', () => {
    const cycle = argumentOf(
      generateScene(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    );
    expect(names(shownOf(cycle, new Set()))).toEqual(['N0', 'N1', 'N2']);
    expect(shownOf(cycle, new Set([1])).hidden.get(1)).toBe(1);
  });
});

describe('foldedBelow', () => {
  it('leaves so many levels of support, and the way down unfolds level by level', () => {
    expect(names(shownOf(argument, foldedBelow(argument, 1)))).toEqual(['N0', 'N1', 'N2']);
    expect([...foldedBelow(argument, 1)]).toEqual([1, 2, 3]);
  });

  it('makes an overview of a large argument, and leaves a small one whole', () => {
    expect(firstDepth(argument)).toBeUndefined();
    const large = argumentOf(
      generateScene(
        1000,
        Array.from({ length: 999 }, (_, at) => [Math.floor(at / 3), at + 1]),
      ),
    );
    const depth = firstDepth(large)!;
    expect(shownOf(large, foldedBelow(large, depth)).nodes.length).toBeLessThanOrEqual(160);
    expect(shownOf(large, foldedBelow(large, depth + 1)).nodes.length).toBeGreaterThan(160);
  });
});

describe('foldsAbove', () => {
  it('names what must be unfolded for a node to be drawn', () => {
    const folded = foldedBelow(argument, 0);
    for (const node of foldsAbove(argument, folded, 3)) folded.delete(node);
    expect(names(shownOf(argument, folded))).toContain('N3');
  });
});
