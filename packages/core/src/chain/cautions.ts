import { formatProbability } from '../case/index.js';
import { listed } from '../shown/index.js';
import type { Generation } from './types.js';

/** What the numbers of a chain do not say by themselves, one sentence each without the full stop. */
export function cautions(generations: readonly Generation[]): readonly string[] {
  const idOf = (name: string) => generations.find((one) => one.name === name)?.id ?? name;
  const unassessed = (generations.at(-1)?.unassessed ?? []).map(
    ({ generation, element }) => `${element} of ${idOf(generation)}`,
  );
  return [
    ...(unassessed.length === 0
      ? []
      : [`Steps that nobody assessed count as sound, to ${listed(unassessed)}: the verdicts hold if they are`]),
    ...generations.flatMap(({ id, held, doubt, criterion }) =>
      held > doubt
        ? [
            `The threshold of ${id} is about the ${criterion}: percentiles of what each adds are added up, to ${formatProbability(held)}`,
          ]
        : [],
    ),
    ...generations.flatMap(({ id, longer }) =>
      longer === undefined
        ? []
        : [
            `${id} looks ${longer.days} days ahead, and the claim that it cites is about ${longer.cited}: the gap step has to answer for the rest`,
          ],
    ),
  ];
}
