export { cdf, survival } from './cdf.js';
export { betweenToDistribution, type Distribution, lognormalByErrorFactor, validate } from './distribution.js';
export { fillQuantiles, quantileFiller, uniformsNeeded } from './fill-quantiles.js';
export { mean, variance } from './moments.js';
export { quantile } from './quantile.js';
