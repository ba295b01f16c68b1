import { expect, test } from 'vitest';
import { around, boundsOf, holds, meet, nearestFirst, within } from './boxes.js';

const box = (x: number, y: number, width = 10, height = 10) => ({ x, y, width, height });

test('a box is in an area where they have a point in common, an edge too', () => {
  const area = box(0, 0, 100, 50);
  expect(within([box(-10, 0), box(-11, 0), box(100, 50), box(100, 51), box(20, 20)], area)).toEqual([0, 2, 4]);
  expect(meet(area, area)).toBe(true);
});

test('a box with a share around it holds the box, and not the other way round', () => {
  const area = box(10, 20, 100, 50);
  expect(around(area, 0.5)).toEqual(box(-40, -5, 200, 100));
  expect(holds(around(area, 0.5), area)).toBe(true);
  expect(holds(area, around(area, 0.5))).toBe(false);
});

test('bounds are the smallest box that holds all', () => {
  expect(boundsOf([box(5, 5), box(-5, 20), box(0, 0, 1, 1)])).toEqual(box(-5, 0, 20, 30));
});

test('what is in the area comes first, then what is nearest to its edges', () => {
  const boxes = [box(300, 0), box(120, 0), box(50, 20), box(0, -40), box(-200, -200)];
  expect(nearestFirst([0, 1, 2, 3, 4], boxes, box(0, 0, 100, 50))).toEqual([2, 1, 3, 4, 0]);
});
