import type { Computer } from '../compute/computer.js';
import { sameTexts } from '../compute/same-texts.js';
import type { Client } from '../server/client.js';

/**
 * Asks for what every page needs first before the page itself is loaded, and has the text read: whoever asks for it first gets
 * what is on its way, and who asks again asks the server.
 */
export function askedAhead(
  client: Client,
  computer: Computer,
): { readonly client: Client; readonly computer: Computer } {
  const text = client.text();
  const read = text.then(async ({ files }) => ({ files, of: await computer.read(files) }));
  // What fails here fails for whoever asks for it.
  read.catch(() => {});
  const evidence = client.evidence();
  evidence.catch(() => {});
  return {
    client: { ...client, text: once(text, client.text), evidence: once(evidence, client.evidence) },
    computer: {
      ...computer,
      read: async (files) => {
        const first = await read.catch(() => undefined);
        return first !== undefined && sameTexts(first.files, files) ? first.of : computer.read(files);
      },
    },
  };
}

function once<T>(first: Promise<T>, ask: () => Promise<T>): () => Promise<T> {
  let isAsked = false;
  return () => {
    if (isAsked) return ask();
    isAsked = true;
    return first;
  };
}
