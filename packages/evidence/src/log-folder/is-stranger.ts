import type { Problem } from '../problem.js';

/** Whether a file that cannot be read is no log at all. One that is called `.eval` claims to be one. */
export function isStranger({ code }: Problem, path: string): boolean {
  return code === 'unknown-format' && !path.endsWith('.eval');
}
