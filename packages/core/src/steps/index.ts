/** The six steps of a safety case as a path: what each asks, what is there, what is missing, what to write next. */
export { type NextEdit, nextEditOf, type Write } from './next-edit.js';
export { type Step, type StepState, type Steps, stepsOf } from './steps-of.js';
