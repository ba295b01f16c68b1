/** Models of control protocols: what follows from rates that somebody measured or assumes. */
export { binormalArea, binormalDetection, binormalSeparation } from './binormal.js';
export { type MonitoringCounts, type MonitoringRates, monitoringRates } from './monitoring-table.js';
export { type ParetoFront, type ProtocolPoint, paretoFront } from './pareto.js';
export { type AttemptRates, simulateDeployment, successBeforeDetection, undetected } from './race.js';
export { attackerWins, bestAttackRate, bestAttackRateApproximately, type UpfrontAudit } from './upfront-audit.js';
