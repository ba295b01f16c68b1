import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const required = process.env.SURETY_REQUIRE_BROWSER === '1';
const folder = mkdtempSync(join(tmpdir(), 'surety-browser-'));
const file = join(folder, 'report.html');
const large = join(folder, 'large.html');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath === undefined) {
    if (required) throw new Error('Chromium is required here, and it is not installed');
    return;
  }
  write('examples/coding-agent', file);
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

function write(path: string, output: string): void {
  const argv = ['packages/cli/bin/surety.js', 'report', path, '--as-of', '2026-11-23', '-o', output];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

/** Opens the report without a network, and collects what it asks for and says. */
async function open(options: BrowserContextOptions = {}, address = `file://${file}`) {
  const context = await (browser as Browser).newContext({
    viewport: { width: 1440, height: 900 },
    offline: true,
    ...options,
  });
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  // Fonts are in the file, as data.
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await page.goto(address);
  return { page, messages, requests };
}

const readers = ['decision-maker', 'assessor', 'regulator'] as const;

async function titles(page: Page): Promise<string[]> {
  return (await page.evaluate(
    `[...document.querySelectorAll('main > section > h2')].filter((one) => one.checkVisibility()).map((one) => one.textContent)`,
  )) as string[];
}

const name =
  executablePath === undefined ? 'the report in a browser (SKIPPED: no Chromium here)' : 'the report in a browser';

describe.skipIf(executablePath === undefined && !required)(name, () => {
  it.each([
    ['wide', 1440, 'light'],
    ['wide', 1440, 'dark'],
    ['narrow', 390, 'light'],
    ['narrow', 390, 'dark'],
  ] as const)(
    '%s (%i px), %s: no request, no message, nothing that axe-core objects to, no sideways scrolling, for every reader',
    async (_, width, colorScheme) => {
      const { page, messages, requests } = await open({
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      await page.addScriptTag({ content: axe });
      for (const reader of readers) {
        await page.check(`input[value="${reader}"]`);
        expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
          0,
        );
        const violations = (await page.evaluate(
          'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
        )) as string[];
        expect({ reader, violations }).toEqual({ reader, violations: [] });
      }
      expect(requests).toEqual([`file://${file}`]);
      expect(messages).toEqual([]);
      await page.context().close();
    },
  );

  it('holds the decision, the verdicts, what they hinge on and what would change them on one screen', async () => {
    const { page } = await open();
    const cut = (await page.evaluate(
      `[...document.querySelectorAll('#in-short *')].filter((one) => one.getBoundingClientRect().bottom > innerHeight).map((one) => one.outerHTML.slice(0, 60))`,
    )) as string[];
    expect(cut).toEqual([]);
    const seen = await page.innerText('#in-short');
    expect(seen).toContain('Give 400 engineers Coder-2');
    expect(seen).toContain('Not shown to be safe enough.');
    expect(seen).toContain('nobody has signed yet');
    for (const outcome of ['exfiltration', 'sabotage', 'destruction']) expect(seen.toLowerCase()).toContain(outcome);
    expect(seen.match(/It hinges on/gi)).toHaveLength(3);
    expect(seen.match(/What would change it/gi)).toHaveLength(3);
    await page.context().close();
  });

  it('is read in another order by another reader, with the keyboard alone', async () => {
    const { page } = await open();
    const short = await titles(page);
    expect(short[1]).toBe('Why, and what would change it');
    await page.focus('input[value="decision-maker"]');
    await page.keyboard.press('ArrowRight');
    const assessor = await titles(page);
    expect(assessor.slice(0, 2)).toEqual(['In short', 'What is open']);
    expect(assessor.length).toBeGreaterThan(2 * short.length);
    await page.keyboard.press('ArrowRight');
    expect((await titles(page)).slice(0, 2)).toEqual(['In short', 'The six steps']);
    const links = (await page.evaluate(
      `[...document.querySelectorAll('nav li')].filter((one) => one.checkVisibility()).map((one) => one.textContent)`,
    )) as string[];
    expect(links).toEqual((await titles(page)).slice(1));
    await page.context().close();
  });

  it('shows what a link leads to, whoever reads', async () => {
    const { page } = await open({}, `file://${file}#element-Sn-honeypots`);
    expect(await page.isChecked('input[value="assessor"]')).toBe(true);
    expect(await page.isVisible('#element-Sn-honeypots')).toBe(true);
    await page.check('input[value="decision-maker"]');
    await page.click('#in-short a[href="#element-D-memory"]');
    await page.waitForFunction(`document.getElementById('element-D-memory').checkVisibility()`);
    await page.context().close();
  });

  it('leads from an element to the drawing, and back', async () => {
    const { page } = await open({}, `file://${file}#element-Sn-honeypots`);
    await page.click('#element-Sn-honeypots a:has-text("Show it in the drawing")');
    await page.waitForFunction(`document.activeElement.textContent.includes('Sn-honeypots')`);
    const link = page.locator('.v-about a');
    expect(await link.getAttribute('href')).toBe('#element-Sn-honeypots');
    await page.context().close();
  });

  it('is the whole report for an assessor where no script runs', async () => {
    const { page, messages } = await open({ javaScriptEnabled: false });
    const count = await page.locator('main > section').count();
    expect(count).toBeGreaterThan(20);
    for (let at = 0; at < count; at++) expect(await page.locator('main > section').nth(at).isVisible()).toBe(true);
    expect(await page.isVisible('.switch')).toBe(false);
    expect(await page.locator('.diagram svg').first().isVisible()).toBe(true);
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('is printed as it is read, with nothing folded', async () => {
    const { page } = await open();
    await page.check('input[value="regulator"]');
    await page.emulateMedia({ media: 'print' });
    expect(await page.isVisible('nav')).toBe(false);
    expect(await page.isVisible('.switch')).toBe(false);
    expect(await page.isVisible('#open-points')).toBe(false);
    expect(await page.isVisible('.surety-viewer')).toBe(false);
    expect(await page.locator('.diagram svg').first().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await page.locator('details:not([open])').count()).toBe(0);
    await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('details:not([open])').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('opens although it is about 10,000 elements', async () => {
    const path = join(folder, 'large');
    const argv = ['bench/generate-case.mjs', '--elements', '10000', '--quantities', '20'];
    writeFileSync(`${path}.yaml`, spawnSync(process.execPath, argv, { cwd: root, maxBuffer: 64e6 }).stdout);
    write(`${path}.yaml`, large);
    const start = performance.now();
    const { page, messages } = await open({}, `file://${large}`);
    expect(await page.isVisible('#in-short')).toBe(true);
    // Bars are measured in bench; this guards against hanging.
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(readFileSync(large).length).toBeLessThan(16e6);
    expect(messages).toEqual([]);
    await page.context().close();
  });
});
