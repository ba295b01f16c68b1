import type { Part } from './types.js';

/** `watchdog`, `control of coder`, `the argument itself`. */
export function partInWords(part: Part): string {
  if (part.kind === 'argument') return 'the argument itself';
  return part.kind === 'control' ? `control of ${part.subsystem}` : part.subsystem;
}

/** `coder, watchdog and control of gate`. */
export function partsInWords(parts: readonly Part[]): string {
  const words = parts.map(partInWords);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
