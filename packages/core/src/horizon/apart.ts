import { type Reason, reasonKey, type Verdict } from '../doubt/index.js';
import type { Sample } from './sweep.js';

/** What blocks at every one of the samples, as the first of them tells it. */
export function standingReasons(samples: readonly Sample[]): readonly Reason[] {
  const [first, ...rest] = samples.map(({ blockers }) => blockers);
  const others = rest.map((blockers) => new Set(blockers.map(reasonKey)));
  return (first ?? []).filter((reason) => others.every((keys) => keys.has(reasonKey(reason))));
}

/** The verdict if these reasons were lifted: what blocks besides, else the verdict by number. */
export function verdictApart({ judgement, blockers }: Sample, lifted: ReadonlySet<string>): Verdict {
  if (blockers.some((reason) => !lifted.has(reasonKey(reason)))) return 'not supported';
  return judgement.byNumber?.verdict ?? judgement.verdict;
}

/** How far a verdict is from what is hoped for. */
const ranks: Readonly<Record<Verdict, number>> = {
  supported: 0,
  undecided: 1,
  'not quantified': 1,
  sketch: 1,
  'not supported': 2,
};

export function isWorse(after: Verdict, before: Verdict): boolean {
  return ranks[after] > ranks[before];
}
