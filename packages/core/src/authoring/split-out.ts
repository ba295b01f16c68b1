import { refuse } from '../skeleton/index.js';
import type { SplitOut } from './intent.js';
import type { Outcome, Working } from './working.js';

export function splitOut(_: Working, { element }: SplitOut): Outcome {
  return refuse(`${element} cannot be split out yet`);
}
