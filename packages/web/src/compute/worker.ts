import './without-eval.js';
import { parse } from '@surety/core/language';
import { reason } from '../reason.js';
import { answers } from './answers/index.js';
import { FurtherDirectionsNeeded, loadFurtherDirections } from './further-directions.js';
import { type Loaded, load } from './loaded.js';
import type { Reply, Request, Text } from './questions.js';
import { sameTexts } from './same-texts.js';

/** The worker: keeps the case that was loaded last, and answers questions about it, one after the other. */
let loaded: Loaded | undefined;
let serial = 0;
let last: { readonly files: readonly Text[]; readonly parsed: ReturnType<typeof parse> } | undefined;

/** A text that was read just before is not read again: it is first shown and then judged. */
function parsedOf(files: readonly Text[]): ReturnType<typeof parse> {
  if (last === undefined || !sameTexts(last.files, files)) last = { files, parsed: parse(files) };
  return last.parsed;
}

/** A case with very many uncertain inputs needs what is not loaded with the rest, and is computed again with it. */
async function answer(request: Request): Promise<unknown> {
  try {
    return await answerWithWhatIsLoaded(request);
  } catch (error) {
    if (!(error instanceof FurtherDirectionsNeeded)) throw error;
    await loadFurtherDirections();
    return answerWithWhatIsLoaded(request);
  }
}

async function answerWithWhatIsLoaded(request: Request): Promise<unknown> {
  if (request.kind === 'load') {
    loaded = load(request.input, ++serial, parsedOf(request.input.files));
    return loaded.model;
  }
  if (request.kind === 'read') {
    const parsed = parsedOf(request.files);
    return parsed.case ?? parsed.readable?.case ?? null;
  }
  if (loaded === undefined) throw new Error('Nothing is loaded yet');
  const of = loaded;
  const work = (await answers[request.name]()) as (of: Loaded, args: unknown, tell: (words: string) => void) => unknown;
  const tell = (words: string) => postMessage({ id: request.id, ok: 'not yet', words } satisfies Reply);
  return work(of, request.args, tell);
}

let queue: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  queue = queue.then(async () => {
    let reply: Reply;
    try {
      reply = { id: data.id, ok: true, value: await answer(data) };
    } catch (error) {
      reply = { id: data.id, ok: false, message: reason(error) };
    }
    postMessage(reply);
  });
});
