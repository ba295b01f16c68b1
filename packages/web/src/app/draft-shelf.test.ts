import { describe, expect, it } from 'vitest';
import type { KeptDraft } from '../workspace/index.js';
import { draftShelf, mostKept } from './draft-shelf.js';

const draft: KeptDraft = { path: 'case.yaml', base: 'a\n', text: 'b\n' };

/** The storage and the locks of one browser, in which pages come and go. */
function browser() {
  const storage: Record<string, string> = {};
  Object.defineProperties(storage, {
    getItem: { value: (key: string) => storage[key] ?? null },
    setItem: { value: (key: string, text: string) => Object.assign(storage, { [key]: text }) },
    removeItem: { value: (key: string) => delete storage[key] },
  });
  const held = new Set<string>();
  const page = (name: string) => {
    const request = async (lock: string, ...more: readonly unknown[]) => {
      // A lock that another page holds is not given in the time that is waited.
      if (held.has(lock)) throw new DOMException('', 'TimeoutError');
      held.add(lock);
      await (more.at(-1) as () => unknown)();
      held.delete(lock);
    };
    const shelf = draftShelf(() => storage as never, { request } as never, name as never);
    return { shelf, close: () => held.delete(`surety-drafts ${name}`) };
  };
  return { storage, page };
}

async function takenUp(of: ReturnType<ReturnType<typeof browser>['page']>, place: string) {
  const all: KeptDraft[] = [];
  await of.shelf.takeUp(place, (kept) => {
    all.push(...kept);
    return [];
  });
  return all;
}

describe('the shelf of drafts', () => {
  it('hands what a page left to the next one, once', async () => {
    const { page } = browser();
    const first = page('1');
    first.shelf.put('here', [draft]);
    first.close();
    expect(await takenUp(page('2'), 'here')).toEqual([draft]);
    expect(await takenUp(page('3'), 'here')).toEqual([]);
  });

  it('leaves what a page has that is still there, and what is of another place', async () => {
    const { page } = browser();
    page('1').shelf.put('here', [draft]);
    const gone = page('2');
    gone.shelf.put('there', [draft]);
    gone.close();
    expect(await takenUp(page('3'), 'here')).toEqual([]);
    expect(await takenUp(page('4'), 'there')).toEqual([draft]);
  });

  it('keeps what is given back', async () => {
    const { page } = browser();
    const first = page('1');
    first.shelf.put('here', [draft]);
    first.close();
    await page('2').shelf.takeUp('here', (kept) => kept);
    expect(await takenUp(page('3'), 'here')).toEqual([draft]);
  });

  it('says what cannot be kept, and takes nothing for a draft that is none', async () => {
    const { page, storage } = browser();
    const { shelf } = page('1');
    expect(() => shelf.put('here', [{ ...draft, text: 'x'.repeat(mostKept) }])).toThrow('too long');
    storage['surety-drafts here 7'] = '[{"path":1}]';
    storage['surety-drafts here 8'] = 'no JSON';
    expect(await takenUp(page('2'), 'here')).toEqual([]);
  });
});
