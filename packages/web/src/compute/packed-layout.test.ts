import { type Layout, layOut } from '@surety/core/diagram';
import { expect, it } from 'vitest';
import { packLayout, unpackLayout } from './packed-layout.js';

const empty: Layout = { width: 0, height: 0, boxes: [], routes: [] };
const some: Layout = {
  width: 400,
  height: 300.1,
  boxes: [
    { x: 0.1, y: 24, width: 120, height: 50 },
    { x: 1e6 + 0.3, y: 1, width: 2, height: 3 },
  ],
  routes: [
    { points: [{ x: 1, y: 2 }], label: { x: 0.7, y: 8 } },
    { points: [], label: { x: 0, y: 0 } },
    {
      points: [
        { x: 3, y: 4 },
        { x: 5.1, y: 6 },
      ],
      label: { x: 9, y: 9 },
    },
  ],
};

it('says the same, to the last digit, through a copy between threads', () => {
  for (const layout of [empty, some, layOut({ title: '', description: '', nodes: [], edges: [], legend: [] })]) {
    expect(unpackLayout(structuredClone(packLayout(layout)))).toEqual(layout);
  }
});
