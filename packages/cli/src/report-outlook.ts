import type { Advice } from '@surety/core/advice';
import type { HorizonAxis } from '@surety/core/case';
import type { ChainAssessment } from '@surety/core/chain';
import type { Horizon, HorizonOptions } from '@surety/core/horizon';
import { followed } from './chain/followed.js';
import type { AssessedCase, CheckedCase } from './load-case.js';
import { refuse } from './refuse.js';
import { during, type Session } from './session.js';

export const axes: readonly HorizonAxis[] = ['capability', 'instances', 'tasks', 'window'];
/** A report is looked at, not measured: flips are refined all the same. */
const points = 25;

interface Options {
  readonly asOf: string;
  readonly seed: number;
}

/** What a report says of the generations before, if any; `refused` where why not was said on stderr. */
export async function chainOf(
  session: Session,
  assessed: AssessedCase,
  options: Options,
): Promise<ChainAssessment | undefined | 'refused'> {
  const found = await followed(session, assessed, options);
  if (found.ok) return typeof found.value === 'string' ? undefined : found.value;
  refuse(session, found);
  return 'refused';
}

/** The verdicts along every axis of which the case states a value. */
export async function horizonsOf(
  { case: of, measures }: CheckedCase,
  options: HorizonOptions,
  say: (text: string) => void,
): Promise<readonly Horizon[]> {
  const { horizonOf } = await import('@surety/core/horizon');
  return axes.flatMap((axis): Horizon[] => {
    say(`Looking along ${axis}`);
    const found = horizonOf(of, measures, { axis }, options);
    return 'code' in found ? [] : [found];
  });
}

/** The verdicts along every axis of which the case states a value, and the smallest changes that would do. */
export async function outlookOf(
  session: Session,
  assessed: AssessedCase,
  options: Options,
): Promise<{ readonly horizons: readonly Horizon[]; readonly advice: readonly Advice[] }> {
  const { adviseCase } = await import('@surety/core/advice');
  return during(session, 'Looking ahead', async (say) => {
    const horizons = await horizonsOf(assessed, { ...options, points }, say);
    say('Trying changes');
    return { horizons, advice: adviseCase(assessed.case, assessed.measures, options) };
  });
}
