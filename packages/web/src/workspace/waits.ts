/** Waits between tries to reach a server that is gone, in milliseconds: each twice the one before it, up to the longest. */
export const firstWait = 250;
const longestWait = 5000;

export function nextWait(wait: number): number {
  return Math.min(longestWait, 2 * wait);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
