import type { WhatIfChange } from '@surety/core/authoring';
import { useEffect, useState } from 'react';
import { whyRefused } from '../../author/index.js';
import { reason } from '../../reason.js';
import { useWorkspace } from '../../workspace/index.js';

export interface Weighed {
  readonly change: WhatIfChange;
  /** Why the text has no place for it; absent where it can be written. */
  readonly why?: string;
}

/** Which of the changes the text takes, each asked for by itself; undefined until that is known. */
export function useWritable(changes: readonly WhatIfChange[]): readonly Weighed[] | undefined {
  const workspace = useWorkspace();
  const [weighed, setWeighed] = useState<readonly Weighed[]>();
  const key = JSON.stringify(changes);
  useEffect(() => {
    let over = false;
    const asked = (JSON.parse(key) as readonly WhatIfChange[]).map(async (change): Promise<Weighed> => {
      // Any reason will do: nothing is written.
      const why = await whyRefused(workspace, { kind: 'applyWhatIf', changes: [change], because: 'asked' });
      return { change, ...(why === undefined ? {} : { why }) };
    });
    Promise.all(asked).then(
      (found) => over || setWeighed(found),
      (error: unknown) => over || workspace.notify('bad', reason(error)),
    );
    return () => {
      over = true;
    };
  }, [workspace, key]);
  return weighed;
}
