import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const required = process.env.SURETY_REQUIRE_BROWSER === '1';
const folder = mkdtempSync(join(tmpdir(), 'surety-browser-'));
const file = join(folder, 'report.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath === undefined) {
    if (required) throw new Error('Chromium is required here, and it is not installed');
    return;
  }
  const { status } = spawnSync(
    process.execPath,
    ['packages/cli/bin/surety.js', 'report', 'examples/coding-agent', '--as-of', '2026-11-23', '-o', file],
    { cwd: root },
  );
  expect(status).not.toBe(2);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const name =
  executablePath === undefined ? 'the report in a browser (SKIPPED: no Chromium here)' : 'the report in a browser';

describe.skipIf(executablePath === undefined && !required)(name, () => {
  it.each([
    ['wide', 1440, 'light'],
    ['wide', 1440, 'dark'],
    ['narrow', 390, 'light'],
    ['narrow', 390, 'dark'],
  ] as const)(
    '%s (%i px), %s: no request, no message, nothing that axe-core objects to, no sideways scrolling',
    async (_, width, colorScheme) => {
      const context = await (browser as Browser).newContext({
        viewport: { width, height: 900 },
        colorScheme,
        offline: true,
        bypassCSP: true,
      });
      const page = await context.newPage();
      const messages: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      page.on('pageerror', (error) => messages.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`file://${file}`);
      expect(requests).toEqual([`file://${file}`]);
      expect(messages).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
      await page.addScriptTag({ content: axe });
      const violations = (await page.evaluate(
        'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
      )) as string[];
      expect(violations).toEqual([]);
      await context.close();
    },
  );

  it('shows the verdict of each outcome on the first screen', async () => {
    const page = await (browser as Browser).newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`file://${file}`);
    const visible = (await page.evaluate(
      `[...document.querySelectorAll('main h2, main h3, main p, main li, main strong')].filter((one) => one.getBoundingClientRect().top < 900).map((one) => one.textContent).join(' ')`,
    )) as string;
    expect(visible).toMatch(/not supported/i);
    expect(visible).toMatch(/supported/i);
    for (const outcome of ['exfiltration', 'sabotage', 'destruction']) expect(visible.toLowerCase()).toContain(outcome);
    await page.close();
  });
});
