import type { ServerEvent } from '@surety/server/api';

/** Reads server-sent events from a response until it ends. Only `data` lines are used; each is one event as JSON. */
export async function readEvents(response: Response, each: (event: ServerEvent) => void): Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const data = block.split('\n').flatMap((line) => (line.startsWith('data:') ? line.slice(5).trimStart() : []));
      if (data.length > 0) each(JSON.parse(data.join('\n')) as ServerEvent);
    }
  }
}
