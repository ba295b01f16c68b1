import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomScene, randomShape } from '../layout/random-scene.testing.js';
import type { MeasuredNode, MeasuredScene } from '../types.js';
import { packScene, unpackScene } from './pack-scene.js';
import { type ViewerData, viewerJson } from './viewer-data.js';

const full: MeasuredNode = {
  id: 'G1',
  element: 'G1',
  shape: 'goal',
  name: 'G1',
  text: 'Nothing leaks </script><!--\u2028',
  marks: ['undeveloped'],
  category: 'control',
  tags: [{ text: 'open challenge', tone: 'open' }],
  doubt: { text: '1 in 50', level: 0.7, tone: 'good' },
  claimPoints: ['ACP1'],
  pointedOut: true,
  faint: true,
  change: 'moved',
  hidden: 4,
  link: '#element-G1',
  width: 100,
  height: 60,
  body: { x: 2, y: 3, width: 90, height: 50 },
  bar: { x: 5, y: 40, width: 60, height: 4 },
  lines: [
    { text: 'G1', x: 8, y: 16, width: 14, look: 'name', anchor: 'start' },
    { text: 'open challenge', x: 8, y: 30, width: 70, look: 'tag', anchor: 'middle', tone: 'open' },
    { text: 'לא', x: 8, y: 44, width: 20, look: 'text', anchor: 'end', rtl: true },
  ],
};
const scene: MeasuredScene = { title: 'A', description: 'B', nodes: [full], edges: [], legend: [] };

describe('packScene', () => {
  it('is undone by unpackScene, through JSON', () => {
    expect(unpackScene(JSON.parse(JSON.stringify(packScene(scene))))).toEqual(scene);
    fc.assert(
      fc.property(randomShape, (shape) => {
        const random = randomScene(shape);
        expect(unpackScene(JSON.parse(JSON.stringify(packScene(random))))).toEqual(random);
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  it('leaves out what is usual', () => {
    const plain: MeasuredNode = {
      ...full,
      marks: [],
      tags: [],
      claimPoints: [],
      pointedOut: false,
      faint: false,
      hidden: 0,
      body: { x: 0, y: 0, width: 100, height: 60 },
    };
    const [packed] = packScene({ ...scene, nodes: [plain] }).nodes;
    expect(Object.keys(packed!)).not.toEqual(expect.arrayContaining(['marks']));
    expect(packed).not.toHaveProperty('body');
    expect(packed).not.toHaveProperty('hidden');
  });
});

describe('viewerJson', () => {
  it('cannot end the element that holds it, and says the same', () => {
    const json = viewerJson(scene, { collapsed: ['G1'] });
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    const data: ViewerData = JSON.parse(json);
    expect(data.collapsed).toEqual(['G1']);
    expect(unpackScene(data.scene)).toEqual(scene);
  });
});
