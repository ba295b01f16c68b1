import type { SubsystemKind } from '../../case/index.js';
import type { Point, Shape } from '../kit/index.js';

/** The letter of each kind; its shape is another for each too, so that neither colour nor size is needed. */
const letters: Readonly<Record<SubsystemKind, string>> = {
  model: 'M',
  tool: 'T',
  monitor: 'W',
  humans: 'H',
  users: 'U',
  infrastructure: 'I',
};
const reach = 12;

/** Corners of each shape around its middle, in parts of its reach; a model is a circle. */
const corners: Readonly<Record<Exclude<SubsystemKind, 'model'>, readonly (readonly [number, number])[]>> = {
  tool: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  monitor: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0],
  ],
  humans: [
    [0, -1.1],
    [1, -0.2],
    [0.75, 0.95],
    [-0.75, 0.95],
    [-1, -0.2],
  ],
  users: [
    [-0.55, -0.95],
    [0.55, -0.95],
    [1.1, 0],
    [0.55, 0.95],
    [-0.55, 0.95],
    [-1.1, 0],
  ],
  infrastructure: [
    [-0.75, -0.8],
    [0.75, -0.8],
    [1.1, 0.8],
    [-1.1, 0.8],
  ],
};

export function badge(kind: SubsystemKind, x: number, y: number): readonly Shape[] {
  const look = { fill: 'quiet', stroke: 'soft' } as const;
  const shape: Shape =
    kind === 'model'
      ? { kind: 'circle', x, y, radius: reach, ...look }
      : {
          kind: 'line',
          points: corners[kind].map(([across, down]): Point => ({ x: x + across * reach, y: y + down * reach })),
          closed: true,
          ...look,
        };
  return [shape, { kind: 'text', text: letters[kind], x, y: y + 4, anchor: 'middle', weight: 'semibold', small: true }];
}
