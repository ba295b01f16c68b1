import type { Problem } from '../../problem.js';

/**
 * Ends the reading from wherever it is noticed; caught in `parquet.ts` and nowhere else. The library under it throws as
 * well, so that there is one way out.
 */
export class Refusal extends Error {
  constructor(readonly problem: Omit<Problem, 'file'>) {
    super(problem.message);
  }
}

export function damaged(message: string, expected = 'an undamaged Parquet file'): Refusal {
  return new Refusal({ code: 'parquet-damaged', message, expected });
}

export function unsupported(message: string, expected: string): Refusal {
  return new Refusal({ code: 'parquet-unsupported', message, expected });
}

export function tooLarge(message: string, expected: string): Refusal {
  return new Refusal({ code: 'parquet-too-large', message, expected });
}
