import type { Advice } from '@surety/core/advice';
import type { HorizonAxis } from '@surety/core/case';
import type { ChainAssessment } from '@surety/core/chain';
import type { Horizon } from '@surety/core/horizon';
import { followed } from './chain/followed.js';
import type { AssessedCase } from './load-case.js';
import { refuse } from './refuse.js';
import { during, type Session } from './session.js';

const axes: readonly HorizonAxis[] = ['capability', 'instances', 'tasks', 'window'];
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

/** The verdicts along every axis on which something turns or moves, and the smallest changes that would do. */
export async function outlookOf(
  session: Session,
  { case: of, measures }: AssessedCase,
  options: Options,
): Promise<{ readonly horizons: readonly Horizon[]; readonly advice: readonly Advice[] }> {
  const [{ horizonOf, movesAlong }, { adviseCase }] = await Promise.all([
    import('@surety/core/horizon'),
    import('@surety/core/advice'),
  ]);
  return during(session, 'Looking ahead', (say) => {
    const horizons = axes.flatMap((axis): Horizon[] => {
      say(`Looking along ${axis}`);
      const found = horizonOf(of, measures, { axis }, { ...options, points });
      return 'code' in found || !found.outcomes.some(movesAlong) ? [] : [found];
    });
    say('Trying changes');
    return { horizons, advice: adviseCase(of, measures, options) };
  });
}
