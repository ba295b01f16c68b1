import type { Part } from './types.js';

/** `watchdog`, `control of coder`, `the argument itself`. */
export function partInWords(part: Part): string {
  if (part.kind === 'argument') return 'the argument itself';
  return part.kind === 'control' ? `control of ${part.subsystem}` : part.subsystem;
}
