import './without-eval.js';
import type { Case } from '@surety/core/case';
import { answers } from './answers/index.js';
import { type Loaded, load } from './loaded.js';
import type { Reply, Request } from './questions.js';

/** The worker: keeps the case that was loaded last, and answers questions about it, one after the other. */
let loaded: Loaded | undefined;
let serial = 0;

async function answer(request: Request): Promise<unknown> {
  if (request.kind === 'load') {
    // Only before the first model is there anybody who waits for it.
    const read = (of: Case | null) => postMessage({ id: request.id, ok: 'read', of } satisfies Reply);
    loaded = load(request.input, ++serial, serial === 1 ? read : undefined);
    return loaded.model;
  }
  if (loaded === undefined) throw new Error('Nothing is loaded yet');
  const of = loaded;
  const work = (await answers[request.name]()) as (of: Loaded, args: unknown, tell: (words: string) => void) => unknown;
  const tell = (words: string) => postMessage({ id: request.id, ok: 'not yet', words } satisfies Reply);
  return work(of, request.args, tell);
}

let last: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  last = last.then(async () => {
    let reply: Reply;
    try {
      reply = { id: data.id, ok: true, value: await answer(data) };
    } catch (error) {
      reply = { id: data.id, ok: false, message: error instanceof Error ? error.message : String(error) };
    }
    postMessage(reply);
  });
});
