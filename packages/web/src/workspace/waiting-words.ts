import type { WorkspaceState } from './state.js';

/** What the first model waits for, in words. */
export function waitingWords({ early, reading, evidence }: WorkspaceState): string {
  if (evidence !== undefined) return 'Computing the verdicts';
  if (reading === undefined || reading.of === 0) {
    return early === undefined ? 'Reading the case' : 'Reading the evidence';
  }
  return `Reading the evidence, ${reading.done} of ${reading.of}: ${reading.evidence}`;
}
