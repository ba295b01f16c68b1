export { exp, expm1 } from './exp.js';
export { log, log1p, log1pMinus } from './log.js';
export { pow } from './pow.js';
