import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { folderOf, put } from '../server.testing.js';
import { openSite } from './site.js';

const script = `console.log(${JSON.stringify('x'.repeat(5000))});\n`;

function siteWith(files: Readonly<Record<string, string | Buffer>> = {}) {
  const folder = folderOf({
    'index.html': '<!doctype html><title>Page</title>',
    'assets/app-AbCd1234.js': script,
    ...files,
  });
  return { folder, site: openSite(folder) };
}

it('serves the page for every view, and what it loads by its name alone', async () => {
  const { site } = siteWith({ 'favicon.svg': '<svg/>' });
  for (const path of [
    '/',
    '/index.html',
    '/argument',
    '/evidence/cyber-range',
    '/argument/G1.2',
    '/argument/G1@module',
  ]) {
    const found = await site.answer(path, undefined);
    expect([found?.status, await found?.text(), found?.headers.get('cache-control')]).toEqual([
      200,
      '<!doctype html><title>Page</title>',
      'no-store',
    ]);
  }
  expect((await site.answer('/favicon.svg', undefined))?.headers.get('content-type')).toBe('image/svg+xml');
  for (const path of [
    '/assets/none-12345678.js',
    '/assets/app',
    '/other.js',
    '/assets/..',
    '/assets/x.y',
    '/favicon.ico',
  ])
    expect(await site.answer(path, undefined)).toBeUndefined();
});

it('lets only those style elements count that carry the nonce of this very answer', async () => {
  const { site } = siteWith({ 'index.html': '<meta property="csp-nonce" nonce="{NONCE}">' });
  const answers = [await site.answer('/', undefined), await site.answer('/', undefined)];
  const nonces = await Promise.all(answers.map(async (one) => /nonce="([\w+/=]{24})"/.exec(await one!.text())?.[1]));
  expect(new Set(nonces).size).toBe(2);
  for (const [at, answer] of answers.entries())
    expect(answer!.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonces[at]}';`);
});

it('what has a hash in its name is kept for ever, and sent compressed where that is understood', async () => {
  const { site } = siteWith();
  const path = '/assets/app-AbCd1234.js';
  const plain = await site.answer(path, undefined);
  expect(plain?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await plain?.text()).toBe(script);
  const bytes = async (accept: string) => {
    const found = await site.answer(path, accept);
    return [found?.headers.get('content-encoding'), Buffer.from(await found!.arrayBuffer())] as const;
  };
  const [br, packed] = await bytes('gzip, deflate, br');
  expect([br, brotliDecompressSync(packed).toString()]).toEqual(['br', script]);
  const [gzip, zipped] = await bytes('gzip;q=0.5, br;q=0');
  expect([gzip, gunzipSync(zipped).toString()]).toEqual(['gzip', script]);
});

it('takes what the build has compressed, unless it is older', async () => {
  const { folder, site } = siteWith({ 'assets/app-AbCd1234.js.br': 'packed by the build' });
  const path = '/assets/app-AbCd1234.js';
  expect(await (await site.answer(path, 'br'))?.text()).toBe('packed by the build');
  utimesSync(join(folder, `${path}.br`), 1, 1);
  const other = openSite(folder);
  expect(brotliDecompressSync(Buffer.from(await (await other.answer(path, 'br'))!.arrayBuffer())).toString()).toBe(
    script,
  );
});

it('says how the page is built where it is not, and sees when it is', async () => {
  const { folder, site } = siteWith();
  rmSync(join(folder, 'index.html'));
  expect(await (await site.answer('/', undefined))?.text()).toContain('not built');
  expect(await (await openSite(undefined).answer('/view', undefined))?.text()).toContain('scripts/build-site.mjs');
  put(folder, { 'index.html': 'built', 'assets/b-12345678.css': 'p{}' });
  expect(await (await site.answer('/', undefined))?.text()).toBe('built');
  expect((await site.answer('/assets/b-12345678.css', undefined))?.headers.get('content-type')).toContain('text/css');
});
