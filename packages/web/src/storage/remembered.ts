import { rememberingIn } from './remembering.js';

/** Remembered for this origin: by its storage, or else by this page. */
export const remembered = rememberingIn(() => localStorage);
