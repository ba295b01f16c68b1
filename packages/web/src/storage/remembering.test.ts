import { describe, expect, it } from 'vitest';
import { rememberingIn } from './remembering.js';

function fakeStorage(most = Number.POSITIVE_INFINITY): Storage {
  const texts = new Map<string, string>();
  return {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (text.length > most) throw new DOMException('Too much', 'QuotaExceededError');
      texts.set(key, text);
    },
    removeItem: (key: string) => void texts.delete(key),
    get length() {
      return texts.size;
    },
  } as Storage;
}

describe('what is remembered', () => {
  it('is there for the next page', () => {
    const storage = fakeStorage();
    const page = rememberingIn(() => storage);
    expect(page.get('a')).toBeNull();
    expect(page.set('a', 'one')).toBe(true);
    expect(page.outlives()).toBe(true);
    const next = rememberingIn(() => storage);
    expect(next.get('a')).toBe('one');
    next.remove('a');
    expect(page.get('a')).toBeNull();
  });

  it('is there as long as the page is where nothing may be stored', () => {
    const page = rememberingIn(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    expect(page.outlives()).toBe(false);
    expect(page.get('a')).toBeNull();
    expect(page.set('a', 'one')).toBe(false);
    expect(page.get('a')).toBe('one');
    page.remove('a');
    expect(page.get('a')).toBeNull();
  });

  it('is the last that was said, be it too much for the storage, and not what that still has', () => {
    const storage = fakeStorage(5);
    const page = rememberingIn(() => storage);
    page.set('a', 'one');
    expect(page.set('a', 'too long')).toBe(false);
    expect(page.get('a')).toBe('too long');
    expect(page.set('a', 'two')).toBe(true);
    expect(page.get('a')).toBe('two');
    expect(storage.getItem('a')).toBe('two');
  });
});
