import type { LoadInput, Model, QuestionName, Questions, Reply, Request } from './questions.js';

/** The worker as the page sees it. A question is about what was loaded last when the worker comes to it. */
export interface Computer {
  load(input: LoadInput): Promise<Model>;
  ask<Name extends QuestionName>(name: Name, args: Questions[Name]['args']): Promise<Questions[Name]['answer']>;
}

type Unsent = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never;

export function startComputer(): Computer {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const open = new Map<number, { readonly done: (value: unknown) => void; readonly fail: (error: Error) => void }>();
  let next = 1;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const waiting = open.get(data.id);
    open.delete(data.id);
    if (data.ok) waiting?.done(data.value);
    else waiting?.fail(new Error(data.message));
  });
  worker.addEventListener('error', (event) => {
    for (const { fail } of open.values()) fail(new Error(event.message || 'The worker could not be started'));
    open.clear();
  });
  const send = (request: Unsent): Promise<unknown> =>
    new Promise((done, fail) => {
      const id = next++;
      open.set(id, { done, fail });
      worker.postMessage({ ...request, id });
    });
  return {
    load: (input) => send({ kind: 'load', input }) as Promise<Model>,
    ask: (name, args) => send({ kind: 'ask', name, args }) as Promise<never>,
  };
}
