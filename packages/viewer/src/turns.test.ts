import { expect, it } from 'vitest';
import { turns } from './turns.js';

it('does works one after the other, at once where nothing is under way', () => {
  const inTurn = turns();
  const done: string[] = [];
  let finish: (() => void) | undefined;
  inTurn((over) => {
    done.push('first');
    over();
  });
  inTurn((over) => {
    done.push('second');
    finish = over;
  });
  inTurn((over) => {
    done.push('third');
    over();
  });
  expect(done).toEqual(['first', 'second']);
  finish?.();
  expect(done).toEqual(['first', 'second', 'third']);
});
