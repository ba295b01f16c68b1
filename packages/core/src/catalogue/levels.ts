/** How soon a block could be put to use. From low to high. */
export const practicalities = ['needs research breakthroughs', 'somewhat practical', 'highly practical'] as const;
/** How much confidence it could give at best. */
export const strengths = ['weak', 'moderate', 'strong', 'very strong'] as const;
/** How far it carries over to more advanced systems. */
export const scalabilities = ['not scalable', 'moderately scalable', 'very scalable'] as const;

export type Practicality = (typeof practicalities)[number];
export type Strength = (typeof strengths)[number];
export type Scalability = (typeof scalabilities)[number];

/** A level as a share of its scale, from 0 to 1. */
export function share<T extends string>(levels: readonly T[], level: T): number {
  return levels.indexOf(level) / (levels.length - 1);
}
