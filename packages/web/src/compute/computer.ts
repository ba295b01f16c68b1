import type { Case } from '@surety/core/case';
import type { LoadInput, Model, QuestionName, Questions, Reply, Request } from './questions.js';

/** The worker as the page sees it. A question is about what was loaded last when the worker comes to it. */
export interface Computer {
  /** What a text says, before it is judged, which takes longer and needs what was measured; null where it cannot be read. */
  read(files: LoadInput['files']): Promise<Case | null>;
  load(input: LoadInput): Promise<Model>;
  /** `tell` hears how far it is, where that takes long. */
  ask<Name extends QuestionName>(
    name: Name,
    args: Questions[Name]['args'],
    tell?: (words: string) => void,
  ): Promise<Questions[Name]['answer']>;
  /** Ends it in the middle of whatever it does. */
  stop(): void;
}

type Unsent = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never;

interface Waiting {
  readonly done: (value: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly tell?: (words: string) => void;
}

export function startComputer(): Computer {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, Waiting>();
  let next = 1;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const waiting = open.get(data.id);
    if (data.ok === 'not yet') return waiting?.tell?.(data.words);
    open.delete(data.id);
    if (data.ok) waiting?.done(data.value);
    else waiting?.fail(new Error(data.message));
  });
  worker.addEventListener('error', (event) => {
    for (const { fail } of open.values()) fail(new Error(event.message || 'The worker could not be started'));
    open.clear();
  });
  const send = (request: Unsent, heard: Pick<Waiting, 'tell'> = {}): Promise<unknown> =>
    new Promise((done, fail) => {
      const id = next++;
      open.set(id, { done, fail, ...heard });
      worker.postMessage({ ...request, id });
    });
  return {
    read: (files) => send({ kind: 'read', files }) as Promise<Case | null>,
    load: (input) => send({ kind: 'load', input }) as Promise<Model>,
    ask: (name, args, tell) => send({ kind: 'ask', name, args }, tell === undefined ? {} : { tell }) as Promise<never>,
    stop: () => worker.terminate(),
  };
}
