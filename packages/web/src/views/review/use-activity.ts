import type { Commit } from '@surety/server/api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { reason } from '../../reason.js';
import { useWorkspace, useWorkspaceState } from '../../workspace/index.js';

const pageLength = 30;

interface Shown {
  readonly commits?: readonly Commit[];
  readonly more: boolean;
  readonly why?: string;
}

/** The history of the folder, page by page; read anew when the repository moves. */
export function useActivity() {
  const { client } = useWorkspace();
  const moved = useWorkspaceState((state) => state.commits);
  const [shown, setShown] = useState<Shown>({ more: false });
  const [isLoading, setLoading] = useState(false);
  /** Which reading is the newest: what an older one finds is not shown. */
  const turn = useRef(0);
  const read = useCallback(
    async (known: readonly Commit[]) => {
      const own = ++turn.current;
      setLoading(true);
      try {
        const { commits, more, why } = await client.history(pageLength, known.at(-1)?.hash);
        if (own !== turn.current) return;
        // The one that was asked before may stand first again.
        const fresh = commits.filter(({ hash }) => !known.some((one) => one.hash === hash));
        setShown({ commits: [...known, ...fresh], more, ...(why === undefined ? {} : { why }) });
      } catch (error) {
        if (own !== turn.current) return;
        const why = reason(error);
        setShown((before) => ({ ...before, why }));
      } finally {
        if (own === turn.current) setLoading(false);
      }
    },
    [client],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history is another one once the repository moved
  useEffect(() => {
    void read([]);
    return () => {
      turn.current += 1;
    };
  }, [read, moved]);
  return { ...shown, isLoading, loadMore: () => void read(shown.commits ?? []) };
}
