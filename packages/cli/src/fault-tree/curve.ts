import {
  type Band,
  type ModelResult,
  probabilityOverTime,
  problemAt,
  type Solvable,
  safetyIntegrity,
  timesOf,
} from '@surety/engine/open-psa';
import type { AnalysisOptions, OverTime, SilBin } from './analysis.js';

const mostPoints = 10_000;

/** The probability of a gate over the time, where a step was asked for; sequences have none. */
export function curveOf(
  { gate }: { readonly gate?: string },
  solveAt: (time: number) => ModelResult<Solvable>,
  { timeStep, missionTime, limitNodes, sil }: Pick<AnalysisOptions, 'timeStep' | 'missionTime' | 'limitNodes' | 'sil'>,
): ModelResult<OverTime> | undefined {
  if (timeStep === undefined || gate === undefined) return undefined;
  const start = { line: 1, column: 1 };
  if (!(missionTime > 0))
    return { ok: false, problem: problemAt('domain', start, 'a mission of no time has no steps') };
  if (missionTime / timeStep > mostPoints) {
    const message = `steps of ${timeStep} hours are more than ${mostPoints} points`;
    return {
      ok: false,
      problem: problemAt('limit', start, message, `--time-step of at least ${missionTime / mostPoints}`),
    };
  }
  const found = probabilityOverTime(solveAt, timesOf(missionTime, timeStep), { nodes: limitNodes });
  if (!found.ok) return found;
  const curve = found.value.map(({ time, lower, upper }) => ({
    time,
    probability: upper,
    ...(lower === upper ? {} : { lower }),
  }));
  if (!sil) return { ok: true, value: { curve } };
  const { pfd, pfdBands, pfh, pfhBands } = safetyIntegrity(
    curve.map(({ time, probability }) => ({ time, value: probability })),
  );
  return { ok: true, value: { curve, sil: { pfdAvg: pfd, pfd: bins(pfdBands), pfhAvg: pfh, pfh: bins(pfhBands) } } };
}

function bins(bands: readonly Band[]): readonly SilBin[] {
  return bands.map(({ lower, upper, share }) => ({ lowerBound: lower, upperBound: upper, value: share }));
}
