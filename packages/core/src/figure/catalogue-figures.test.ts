import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../catalogue/index.js';
import { assess, categoryShares } from '../doubt/index.js';
import { parse } from '../language/index.js';
import { blocksFigure, categoriesFigure, collectiveFigure, type Figure, paintFigure, type Shape } from './index.js';
import { keepApart, staysInside } from './kit/inside.testing.js';

const text = `surety: 1
case: { id: tiny, title: Tiny }
outcomes: { leak: { text: A record leaks, threshold: { probability: 0.1, per: window }, claim: G1 } }
system: { coder: { kind: model, capability: 6 }, watchdog: { kind: model, capability: 2 } }
argument:
  G1: { text: No record leaks, supportedBy: [G2, G3], inContextOf: [A1], inference: 0.01 }
  A1: { text: The building stands, doubt: 0.01 }
  G2: { text: It cannot, category: inability, supportedBy: [Sn1, Sn2], inference: 0.02 }
  G3: { text: It is caught, category: control, supportedBy: [G4, Sn2], inference: 0 }
  G4: { text: The guard is honest, category: trustworthiness, supportedBy: [Sn3], inference: 0 }
  Sn1: { text: Tests, doubt: 0.03 }
  Sn2: { text: Shared tests, doubt: 0.02 }
  Sn3: { text: Honeypots, doubt: 0.01 }
`;
const of = parse([{ path: 'case.yaml', text }]).case!;
const assessment = assess(of, {}, { asOf: '2026-11-23' });

describe('share of the doubt by category', () => {
  it('is the Fussell–Vesely importance of leaves by hand, at the nearest category, and adds up to 1', () => {
    // Pure "all": the doubt is 1 - Π(1 - p), and without leaf i it is 1 - Π over the others.
    const leaves = { step: 0.01, A1: 0.01, inability: 0.02, Sn1: 0.03, Sn2: 0.02, Sn3: 0.01 };
    const doubt = (without?: string) =>
      1 - Object.entries(leaves).reduce((holds, [name, p]) => (name === without ? holds : holds * (1 - p)), 1);
    const importance = (name: string) => (doubt() - doubt(name)) / doubt();
    const total = Object.keys(leaves).reduce((sum, name) => sum + importance(name), 0);
    const shares = categoryShares(of, assessment, assessment.outcomes[0]!);
    // Sn2 stands below both G2 and G3, and counts half for each.
    expect(shares.get('inability')).toBeCloseTo(
      (importance('inability') + importance('Sn1') + importance('Sn2') / 2) / total,
      10,
    );
    expect(shares.get('control')).toBeCloseTo(importance('Sn2') / 2 / total, 10);
    expect(shares.get('trustworthiness')).toBeCloseTo(importance('Sn3') / total, 10);
    expect(shares.get('uncategorised')).toBeCloseTo((importance('step') + importance('A1')) / total, 10);
    expect([...shares.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  it('is empty where there is no doubt', () => {
    const sure = parse([{ path: 'case.yaml', text: text.replaceAll(/(doubt|inference): 0\.\d+/g, '$1: 0') }]).case!;
    const none = assess(sure, {}, { asOf: '2026-11-23' });
    expect(categoryShares(sure, none, none.outcomes[0]!).size).toBe(0);
  });
});

describe('figures of the catalogue', () => {
  const figures: readonly (readonly [string, Figure])[] = [
    ['blocks', blocksFigure(builtInCatalogue.blocks)],
    ['categories', categoriesFigure(of, assessment, builtInCatalogue.categories)],
    ['collective', collectiveFigure(builtInCatalogue)],
  ];

  it.each([
    ['blocks', (width: number) => blocksFigure(builtInCatalogue.blocks, width)],
    ['categories', (width: number) => categoriesFigure(of, assessment, builtInCatalogue.categories, width)],
    ['collective', (width: number) => collectiveFigure(builtInCatalogue, width)],
  ] as const)('%s can be read at any width', (_, draw) => {
    for (const width of [360, 390, 599, 600, 699, 700, 1000]) {
      const figure = draw(width);
      expect(figure.width).toBe(width);
      staysInside(figure);
      keepApart(figure);
    }
  });

  it.each(figures)('%s stays within its page, and paints the same bytes', (_, figure) => {
    for (const shape of figure.shapes) {
      for (const { x, y } of placesOf(shape)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(figure.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(figure.height);
      }
    }
    expect(paintFigure(figure)).toBe(paintFigure(figure));
    expect(figure.description).not.toBe('');
  });

  it('mark every label with where it comes from', () => {
    const texts = blocksFigure(builtInCatalogue.blocks).shapes.flatMap((shape) =>
      shape.kind === 'text' ? [shape.text] : [],
    );
    const labels = builtInCatalogue.blocks.flatMap(({ practicality, strength, scalability }) => [
      practicality,
      strength,
      scalability,
    ]);
    const marked = texts.filter((one) => / [*~†§◆]$/.test(one));
    expect(marked).toHaveLength(labels.length + 3);
    expect(texts.filter((one) => one.endsWith(' *'))).toEqual([
      'Monitoring *',
      'Externalized reasoning *',
      'Testbeds *',
    ]);
  });

  it('say where a category is leaned on outside of its range', () => {
    const texts = figures[1]![1].shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(texts.join(' ')).toContain('at 6, outside of the range of inability');
    expect(texts).toContain('coder');
  });
});

function placesOf(shape: Shape): readonly { readonly x: number; readonly y: number }[] {
  switch (shape.kind) {
    case 'box':
      return [shape, { x: shape.x + shape.width, y: shape.y + shape.height }];
    case 'line':
      return shape.points;
    case 'group':
      return shape.shapes.flatMap(placesOf);
    default:
      return [shape];
  }
}
