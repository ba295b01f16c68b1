import { expect, it } from 'vitest';
import { argumentOf } from './fold.js';
import { generateScene } from './generate-scene.testing.js';
import { matchesIn } from './matches.js';

const five = argumentOf(generateScene(5, []));

it('finds by words and among some, goes round, and keeps its place in another argument', () => {
  const matches = matchesIn(five);
  expect(matches.count()).toBeUndefined();
  matches.search(' claim ');
  expect(matches.count()).toEqual({ at: 0, of: 5 });
  matches.filter(new Set(['N1', 'N3', 'gone']));
  expect([...matches.found()]).toEqual([1, 3]);
  expect([matches.goOn(-1), matches.goOn(1), matches.goOn(1)]).toEqual([3, 1, 3]);
  expect(matches.count()).toEqual({ at: 2, of: 2 });
  matches.renew(argumentOf(generateScene(4, [])));
  expect(matches.match()).toBe(3);
  matches.renew(argumentOf(generateScene(2, [])));
  expect([matches.match(), matches.count()]).toEqual([undefined, { at: 0, of: 1 }]);
  matches.search('');
  expect([...matches.found()]).toEqual([1]);
  matches.filter(undefined);
  expect(matches.count()).toBeUndefined();
});
