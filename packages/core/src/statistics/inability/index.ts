/** Arithmetic of inability arguments. */
export { marginLeft, staysBelow } from './elicitation-margin.js';
export { type HorizonRun, type TimeHorizon, timeHorizon } from './time-horizon.js';
export { type CurvePoint, exponentialMisuseRisk, type Misuse, measuredMisuseRisk } from './uplift.js';
