import type { Case } from '../case/index.js';
import type { BuildingBlock } from '../catalogue/index.js';

/** The ids that an instance of a block has, for each stem. */
export function idsOfBlock(
  { subclaims, defeaters }: BuildingBlock,
  challenges: boolean,
): (stem: string) => readonly string[] {
  return (stem) => [
    `G-${stem}`,
    `S-${stem}`,
    ...subclaims.map(({ key, kind }) => `${kind === 'assumption' ? 'A' : 'G'}-${stem}-${key}`),
    ...(challenges ? defeaters.map((_, index) => `D-${stem}-${index + 1}`) : []),
  ];
}

/** `monitoring`, else `monitoring-2` and so on: the first under which every id is free. */
export function freeStem(of: Case, stem: string, ids: (stem: string) => readonly string[]): string {
  const taken = namesIn(of);
  const isFree = (one: string) => ids(one).every((id) => !taken.has(id));
  let free = stem;
  for (let count = 2; !isFree(free); count += 1) free = `${stem}-${count}`;
  return free;
}

/** An id of those that is in use. */
export function takenOf(of: Case, ids: readonly string[]): string | undefined {
  const taken = namesIn(of);
  return ids.find((id) => taken.has(id));
}

/** Every name that an id of an element could be taken for, whatever its module. */
function namesIn(of: Case): ReadonlySet<string> {
  return new Set([
    ...of.elements.map(({ id }) => id.replace(/@.*$/, '')),
    ...of.elements.flatMap(({ claimPoints }) => claimPoints.map(({ name }) => name.replace(/@.*$/, ''))),
    ...of.outcomes.map(({ id }) => id),
    ...of.system.map(({ id }) => id),
    ...of.evidence.map(({ id }) => id),
    ...of.quantities.map(({ name }) => name),
    ...of.indicators.map(({ id }) => id),
    ...of.dependence.map(({ name }) => name),
  ]);
}
