export { betaCdf, betaSurvival, logBetaOddsDensity } from './beta.js';
export { betaQuantile, betaQuantileUpper } from './beta-quantile.js';
export { binomialCdf, binomialSurvival, poissonCdf, poissonSurvival } from './counts.js';
export { gammaCdf, gammaSurvival } from './gamma.js';
export { gammaQuantile, gammaQuantileUpper } from './gamma-quantile.js';
export { logGamma } from './log-gamma.js';
export { normalCdf, normalQuantile, normalQuantileUpper, normalSurvival } from './normal.js';
export { studentQuantileUpper, studentSurvival } from './student.js';
