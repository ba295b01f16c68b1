import { spawnSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, clear, launch, root, type Served, serve } from './open.testing.js';

interface Sizes {
  readonly limit: number;
  readonly rows: readonly {
    readonly path: string;
    readonly raw: number;
    readonly gzip: number;
    readonly brotli: number;
  }[];
  readonly brotli: number;
}

describe.skipIf(!canBrowse)('what the overview loads first', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
    served = await serve('examples/coding-agent');
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  it('is within its limit, and what the script counts is what a browser asks for', async () => {
    const { stdout, status } = spawnSync(process.execPath, ['scripts/check-bundle.mjs', '--json'], {
      cwd: root,
      encoding: 'utf8',
    });
    const { rows, brotli, limit } = JSON.parse(stdout) as Sizes;
    expect(brotli).toBeLessThanOrEqual(limit);
    expect(status).toBe(0);

    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const asked = new Map<string, string>();
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.startsWith('/api/')) return;
      const path = pathname === '/' ? 'index.html' : pathname.slice(1);
      asked.set(path, response.headers()['content-encoding'] ?? 'none');
    });
    await page.goto(served.url);
    await page.getByRole('article', { name: 'sabotage' }).waitFor({ timeout: 30_000 });
    await page.waitForFunction(() => document.querySelector('main .skeleton') === null);
    await page.getByText('Nothing changed.').waitFor();
    const counted = rows.map(({ path }) => path);
    expect([...asked.keys()].sort()).toEqual(counted);
    // And it is sent as it is counted.
    const sent = rows
      .filter(({ path, raw }) => !/\.(?:woff2|html)$/.test(path) && raw >= 1024)
      .map(({ path }) => asked.get(path));
    expect(new Set(sent)).toEqual(new Set(['br']));
  });
});
