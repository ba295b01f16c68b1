import type { Commit } from '@surety/server/api';
import { useEffect, useState } from 'react';
import { reason } from '../../reason.js';
import { lastCommitOn, useWorkspace, useWorkspaceState } from '../../workspace/index.js';

/** The newest commit of the case that is not later than a day; nothing where there is none, or no history. */
export function useCommitOn(day: string | undefined): Commit | undefined {
  const { client, notify } = useWorkspace();
  const commits = useWorkspaceState((state) => state.commits);
  const [commit, setCommit] = useState<Commit>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the history is another one once the repository moved
  useEffect(() => {
    if (day === undefined) return setCommit(undefined);
    let over = false;
    lastCommitOn(day, (limit, before) => client.history(limit, before)).then(
      (found) => over || setCommit(found),
      (error: unknown) => over || notify('bad', reason(error)),
    );
    return () => {
      over = true;
    };
  }, [client, notify, day, commits]);
  return commit;
}
