import type { IsoDate, Window } from './model/index.js';

/**
 * Whether what ends on a day does so before the deployment window has ended, be it inside the window or before it begins: from
 * that day on the system runs without it. False where there is no window, or no such day.
 */
export function endsBeforeWindow(date: IsoDate | undefined, window: Window | undefined): boolean {
  return date !== undefined && window !== undefined && date <= window.to;
}
