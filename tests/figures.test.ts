import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assessChain } from '@surety/core/chain';
import { chainFigure, type Figure, horizonFigure, paintFigure, type Shape } from '@surety/core/figure';
import { horizonOf } from '@surety/core/horizon';
import { parse } from '@surety/core/language';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asOf = '2026-11-23';

// Drawn anew by `npx vitest run tests/figures.test.ts -u`; look at them before they are committed.
it('the generations of the example chain', async () => {
  const links = [1, 2, 3, 4].map((generation) => {
    const name = `generation-${generation}`;
    const text = readFileSync(join(root, 'examples/bootstrapping', name, 'case.yaml'), 'utf8');
    return { name, case: parse([{ path: 'case.yaml', text }]).case!, measures: {}, claim: 'G-aligned' };
  });
  const figure = chainFigure(assessChain(links, { asOf }));
  expect(outside(figure)).toEqual([]);
  expect(figure.description).toContain('Adds 0.00579, in all 0.0164 of 0.02: supported.');
  await expect(paintFigure(figure)).toMatchFileSnapshot('../docs/images/figures/bootstrapping.svg');
});

it('the verdict over the tasks of the example of a coding agent', async () => {
  const folder = join(root, 'examples/coding-agent');
  const { files } = await readCaseFiles(folder);
  const of = parse(files.map(({ path, bytes }) => ({ path, text: bytes }))).case!;
  const { measures } = await measureAll(of, folder, {});
  const trials = { randomisations: 16, points: 64 };
  const horizon = horizonOf(of, measures, { axis: 'tasks' }, { asOf, trials, points: 21, outcome: 'destruction' });
  if ('code' in horizon) throw new Error(horizon.message);
  const figure = horizonFigure(horizon);
  expect(outside(figure)).toEqual([]);
  expect(figure.description).toBe(
    'destruction, over tasks in the window from 1,000 to 15,000,000: supported up to 150,000. Threshold 0.005.',
  );
  await expect(paintFigure(figure)).toMatchFileSnapshot('../docs/images/figures/horizon.svg');
});

/** What does not lie within the picture. */
function outside({ width, height, shapes }: Figure): readonly Shape[] {
  const places = (shape: Shape): readonly { readonly x: number; readonly y: number }[] => {
    if (shape.kind === 'line') return shape.points;
    if (shape.kind === 'box') return [shape, { x: shape.x + shape.width, y: shape.y + shape.height }];
    return shape.kind === 'group' ? shape.shapes.flatMap(places) : [shape];
  };
  return shapes.filter((shape) => places(shape).some(({ x, y }) => !(x >= 0 && y >= 0 && x <= width && y <= height)));
}
