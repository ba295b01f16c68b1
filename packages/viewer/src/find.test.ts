import { describe, expect, it } from 'vitest';
import { findAll, searchable } from './find.js';
import { generateScene } from './generate-scene.testing.js';

const [node] = generateScene(1, []).nodes;
const texts = searchable([
  { ...node!, name: 'G1', text: 'The weights  stay\nin the Vault' },
  { ...node!, name: 'G2', text: 'Müller agrees', tags: [{ text: 'open challenge', tone: 'open' }] },
  { ...node!, name: 'Sn1', text: 'Logs', away: 'powertrain', doubt: { text: '1 in 50', level: 0.5, tone: 'good' } },
]);

describe('findAll', () => {
  it.each([
    ['vault', [0]],
    ['STAY weights', [0]],
    ['muller', [1]],
    ['open', [1]],
    ['powertrain', [2]],
    ['in', [0, 2]],
    ['g', [0, 1, 2]],
    ['nothing like it', []],
    ['   ', []],
  ])('finds %j', (query, nodes) => {
    expect(findAll(texts, query)).toEqual(nodes);
  });
});
