import { useEffect, useState } from 'react';
import type { Route, ViewName } from './route.js';
import { viewList } from './view-list.js';

export type Kept = Readonly<Partial<Record<ViewName, Readonly<Record<string, string>>>>>;

/** What of an address the navigation comes back to, added to what was kept of other views. */
export function keptWith(before: Kept, { view, params }: Route): Kept {
  const keeps = viewList.find(({ name }) => name === view)?.keeps ?? [];
  if (keeps.length === 0) return before;
  const kept = Object.fromEntries(Object.entries(params).filter(([key]) => keeps.includes(key)));
  return JSON.stringify(before[view]) === JSON.stringify(kept) ? before : { ...before, [view]: kept };
}

/** Where each view was left, as far as it wants to be come back to. */
export function useKeptParams(route: Route): Kept {
  const [kept, setKept] = useState<Kept>({});
  useEffect(() => setKept((before) => keptWith(before, route)), [route]);
  return kept;
}
