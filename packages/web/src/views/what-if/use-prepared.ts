import { useEffect, useState } from 'react';
import { useWorkspace } from '../../workspace/index.js';

/**
 * Has the worker prepare the model of that serial for questions, so that the first move is answered as soon as the others.
 * In words how far it is; undefined once it is done. A failure is told by the first question that is asked.
 */
export function usePrepared(serial: number | undefined): string | undefined {
  const workspace = useWorkspace();
  const [told, setTold] = useState<string | undefined>('Preparing the case');
  useEffect(() => {
    if (serial === undefined) return;
    let over = false;
    const tell = (words: string | undefined) => over || setTold(words);
    tell('Preparing the case');
    workspace.ask('whatIfReady', null, tell).then(
      () => tell(undefined),
      () => tell(undefined),
    );
    return () => {
      over = true;
    };
  }, [workspace, serial]);
  return told;
}
