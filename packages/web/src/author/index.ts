/** Changes of the text that a person is asked for: the forms, and how such a change is made. */
export { ChallengeForm } from './challenge-form.js';
export { DoubtFields } from './doubt-fields.js';
export { ElementPicker } from './element-picker.js';
export { IntentForm, sentence } from './intent-form.js';
export { type Opinion, opinionText, useFirstOpinion } from './opinion.js';
export { type Perform, perform, usePerform, whyRefused } from './perform.js';
export { DayField, WhoField } from './who-and-when.js';
