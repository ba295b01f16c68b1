import { describe, expect, it } from 'vitest';
import { openHub } from './hub.js';

const change = (version: string) => ({ kind: 'text', version }) as const;

async function read(stream: ReadableStream<Uint8Array>, events: number): Promise<readonly string[]> {
  const reader = stream.getReader();
  const found: string[] = [];
  while (found.length < events) {
    const { done, value } = await reader.read();
    if (done) break;
    found.push(new TextDecoder().decode(value).trim());
  }
  reader.releaseLock();
  return found;
}

describe('the hub', () => {
  it('tells every window everything from its first event on, and that it ends', async () => {
    const hub = openHub(60_000);
    const one = hub.open(change('1'))!;
    hub.send(change('2'));
    const other = hub.open(change('2'))!;
    hub.send(change('3'));
    hub.close();
    const data = (event: unknown) => `data: ${JSON.stringify(event)}`;
    const [two, three, end] = [data(change('2')), data(change('3')), data({ kind: 'end' })];
    expect(await read(one, 9)).toEqual([data(change('1')), two, three, end]);
    expect(await read(other, 9)).toEqual([two, three, end]);
  });

  it('shows that it is alive', async () => {
    const hub = openHub(10);
    expect((await read(hub.open(change('1'))!, 3)).slice(1)).toEqual([': still here', ': still here']);
    hub.close();
  });

  it('lets go of a window that does not read, and of one that is closed; others go on', async () => {
    const hub = openHub(60_000);
    const asleep = hub.open(change('0'))!;
    const closed = hub.open(change('0'))!;
    const awake = hub.open(change('0'))!.getReader();
    await closed.cancel();
    for (let at = 0; at < 1000; at++) {
      hub.send(change(`${at}`));
      await awake.read();
    }
    const kept = await read(asleep, 2000);
    expect(kept.length).toBeLessThan(300);
    expect(kept.at(-1)).not.toContain('999');
    hub.send(change('last'));
    await awake.read();
    expect(new TextDecoder().decode((await awake.read()).value)).toContain('last');
    hub.close();
  });
});
