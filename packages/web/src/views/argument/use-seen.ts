import type { Size, View } from '@surety/viewer';
import { useMemo } from 'react';
import type { Seen, WatchSeen } from './stage/minimap.js';

/** What is seen of the picture, for what moves along with it: told at once, and whenever it changes, beside React. */
export function useSeen(): { readonly watch: WatchSeen; readonly tell: (view: View, port: Size) => void } {
  return useMemo(() => {
    let last: Seen | undefined;
    const watchers = new Set<(seen: Seen) => void>();
    return {
      watch: (told) => {
        watchers.add(told);
        if (last !== undefined) told(last);
        return () => {
          watchers.delete(told);
        };
      },
      tell: (view, port) => {
        last = { view, port };
        for (const told of watchers) told(last);
      },
    };
  }, []);
}
