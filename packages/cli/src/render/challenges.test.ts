import type { LoggedChallenge } from '@surety/core/steps';
import { expect, test } from 'vitest';
import { renderChallenges } from './challenges.js';
import { makeStyle } from './style.js';

const view = { style: makeStyle(false), width: 200 };
const challenge: LoggedChallenge = {
  id: 'D1',
  text: 'The cache was enlarged',
  against: { kind: 'element', element: 'G3' },
  status: 'open',
  blocks: false,
};

test.each([
  [0.02, 0.005, 'leak: doubt 0.02 if it is right, 0.005 if it is wrong (12.5 % of the doubt)'],
  [0.005, 0.005, 'leak: doubt 0.005 whether it is right or not; that number rests on other legs, or fails without it'],
])('a challenge that leaves %d if right and %d if wrong', (ifRight, ifWrong, words) => {
  const effects = [{ outcome: 'leak', ifRight, ifWrong, share: 0.125 }];
  expect(renderChallenges([{ ...challenge, effects }], view)).toContain(`    ${words}`);
});
