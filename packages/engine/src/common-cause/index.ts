/** Common-cause models of probabilistic risk assessment: which events a group is made of, and how likely each is. */
export { type Arithmetic, type CommonCauseModel, commonCauseEvents, levelProbabilities } from './common-cause.js';
