import { betweenToDistribution, type Distribution } from '@surety/numerics';
import type { TextDistribution } from '../case/index.js';

/**
 * The distribution that the text states. `between` is a 90 % interval of a lognormal where its lower end is above 0, of a
 * normal otherwise. Parameters are taken as checked by `language/`.
 */
export function distributionOf(text: TextDistribution): Distribution {
  switch (text.kind) {
    case 'beta':
      return { kind: 'beta', a: text.a, b: text.b };
    case 'between':
      return betweenToDistribution(text.lo, text.hi);
    case 'pert':
      if (text.min === text.max) return { kind: 'point', value: text.min };
      return { kind: 'pert', min: text.min, mode: text.mode, max: text.max };
  }
}
