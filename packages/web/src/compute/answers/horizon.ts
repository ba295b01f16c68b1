import { horizonFigure } from '@surety/core/figure';
import { horizonOf, whoseToday } from '@surety/core/horizon';
import { wholeCase } from '../loaded.js';
import type { Answer } from './answer.js';
import { drawn } from './drawn.js';
import { nowAndThen } from './now-and-then.js';

export const horizon: Answer<'horizon'> = (loaded, { axis }, tell) => {
  const { case: of } = wholeCase(loaded);
  const { evidence, asOf, seed } = loaded.input;
  const progress = nowAndThen((judged: number) => tell(`${judged} values judged`));
  const found = horizonOf(of, evidence.measures, { axis }, { asOf, seed, progress });
  if ('code' in found) return { kind: 'problem', problem: found };
  const whose = whoseToday(of, { axis });
  return { kind: 'horizon', horizon: found, picture: drawn((width) => horizonFigure(found, width, whose)) };
};
