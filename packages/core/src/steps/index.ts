/**
 * The six steps of a safety case as a path: what each asks, what is there, what is missing, what to write next; and what
 * outlives them: the conditions under which the case no longer holds, and the log of challenges and answers.
 */
export { type ChallengeEffect, challengeLog, type LoggedChallenge } from './challenge-log.js';
export {
  type Condition,
  conditionsOf,
  type DatedCondition,
  type IndicatorCondition,
  type LimitCondition,
} from './conditions.js';
export { type NextEdit, nextEditOf, type Write } from './next-edit.js';
export { type Step, type StepState, type Steps, stepsOf } from './steps-of.js';
