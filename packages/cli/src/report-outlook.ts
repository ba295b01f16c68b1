import type { Advice } from '@surety/core/advice';
import type { ChainAssessment } from '@surety/core/chain';
import type { Horizon } from '@surety/core/horizon';
import { followed } from './chain/followed.js';
import type { AssessedCase } from './load-case.js';
import { refuse } from './refuse.js';
import { during, type Session } from './session.js';

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

/** The verdicts along every axis of which the case states a value, and the smallest changes that would do. */
export async function outlookOf(
  session: Session,
  assessed: AssessedCase,
  options: Options,
): Promise<{ readonly horizons: readonly Horizon[]; readonly advice: readonly Advice[] }> {
  const [{ adviseCase }, { horizonsOf, REPORT_POINTS }] = await Promise.all([
    import('@surety/core/advice'),
    import('@surety/core/horizon'),
  ]);
  const { case: of, measures } = assessed;
  return during(session, 'Looking ahead', (say) => {
    const horizons = horizonsOf(of, measures, { ...options, points: REPORT_POINTS }, say);
    say('Trying changes');
    return { horizons, advice: adviseCase(of, measures, options) };
  });
}
