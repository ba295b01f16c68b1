import type { Distribution } from '../distribution/index.js';

/** Whether the cells of a table are small beside the bends of the quantile function, which is dear enough to be tabled. */
export function isSmooth(d: Distribution): boolean {
  switch (d.kind) {
    case 'normal':
    case 'pert':
      return true;
    case 'lognormal':
      return d.sigma <= 3;
    case 'beta':
      return d.a >= 0.5 && d.b >= 0.5;
    case 'gamma':
      return d.shape >= 0.5;
    default:
      return false;
  }
}
