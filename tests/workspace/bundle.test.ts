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

  it('leaves out the larger part of a table, which a case of very many uncertain inputs loads', async () => {
    const leaves = Array.from({ length: 260 }, (_, at) => `Sn${at + 1}`);
    const doubt = '{ elicited: { between: [1e-6, 1e-5] }, by: A. Person, date: 2026-11-16, because: It was tried }';
    const many = await serve({
      files: {
        'case.yaml': `surety: 1
case: { id: many, title: Many inputs, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [${leaves.join(', ')}], inference: 0 }
${leaves.map((leaf) => `  ${leaf}: { text: It was tried, doubt: ${doubt} }`).join('\n')}
`,
      },
    });
    try {
      const page = await (await browser.newContext()).newPage();
      const asked: string[] = [];
      page.on('response', (response) => asked.push(new URL(response.url()).pathname));
      await page.goto(many.url);
      // The mean of each is 4.1e-6, and 260 of them are 0.00106.
      await page
        .getByRole('article', { name: 'breach' })
        .getByText(/0\.0010\d/)
        .first()
        .waitFor({ timeout: 60_000 });
      expect(asked.filter((path) => /further-directions/.test(path))).toHaveLength(1);
      await page.context().close();
    } finally {
      await clear(many);
    }
  });
});
