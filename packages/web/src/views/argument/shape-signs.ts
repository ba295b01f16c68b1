import type { Shape } from '@surety/core/diagram';

/** One or two letters for a shape, as ids have them. */
export const shapeSigns: Readonly<Record<Shape, string>> = {
  goal: 'G',
  strategy: 'S',
  solution: 'Sn',
  context: 'C',
  assumption: 'A',
  justification: 'J',
  'counter-goal': 'CG',
  'counter-solution': 'CS',
  challenge: 'D',
  module: 'M',
  contract: 'K',
  choice: '◇',
};
