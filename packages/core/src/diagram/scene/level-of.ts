import { log } from '@surety/numerics';

const decades = 6;

/** Where a probability stands on a logarithmic axis from 1e-6 (0) to 1 (1), to four digits. */
export function levelOf(probability: number): number {
  const level = 1 + log(probability) / (decades * log(10));
  return Math.round(Math.min(1, Math.max(0, level)) * 1e4) / 1e4;
}
