import { adviseCase } from '@surety/core/advice';
import { wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';
import { nowAndThen } from './now-and-then.js';

export const advice: Answer<'advice'> = (loaded, { outcome }, tell) => {
  const { case: of } = wholeCase(loaded);
  const { evidence, asOf, seed } = loaded.input;
  const progress = nowAndThen((assessed) => tell(`${assessed} changes tried`));
  return adviseCase(of, evidence.measures, { asOf, seed, outcome, progress });
};
