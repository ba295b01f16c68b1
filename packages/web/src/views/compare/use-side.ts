import type { RevisionReply } from '@surety/server/api';
import { useEffect, useState } from 'react';
import { reason } from '../../reason.js';
import { useWorkspace } from '../../workspace/index.js';

/** Which state: as it is here (`now`), a revision of git, or another folder below the root (`./name`). */
export type SideName = string;
export const now: SideName = 'now';

export type Side =
  | { readonly state: 'waiting' }
  /** As it is here, typed text included. */
  | { readonly state: 'here' }
  | { readonly state: 'ready'; readonly revision: RevisionReply & { readonly kind: 'case' } }
  | { readonly state: 'failed'; readonly why: string };

/** A state of the case by its name, read by the server. */
export function useSide(name: SideName): Side {
  const { client } = useWorkspace();
  const [side, setSide] = useState<Side>({ state: 'waiting' });
  useEffect(() => {
    if (name === now) return setSide({ state: 'here' });
    let over = false;
    setSide({ state: 'waiting' });
    const asked = name.startsWith('./') ? { folder: name.slice(2) } : { rev: name };
    client.revision(asked).then(
      (reply) => {
        if (over) return;
        setSide(reply.kind === 'case' ? { state: 'ready', revision: reply } : { state: 'failed', why: reply.why });
      },
      (error: unknown) => over || setSide({ state: 'failed', why: reason(error) }),
    );
    return () => {
      over = true;
    };
  }, [client, name]);
  return side;
}
