import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportData } from '@surety/core/report';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asOf,
  axeFindings,
  canBrowse,
  clear,
  expectNoSidewaysScroll,
  launch,
  open,
  root,
  type Served,
  serve,
  serveFolder,
} from './open.testing.js';

describe.skipIf(!canBrowse)('the report in the workspace', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let troubles: readonly string[];
  beforeAll(async () => {
    browser = await launch();
    served = await serve('examples/minimal');
    ({ page, troubles } = await open(browser, served));
    await page.getByRole('link', { name: 'Report', exact: true }).click();
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  /** What the command writes for the same case. */
  function written(file: string, ...more: readonly string[]): string {
    const path = join(served.folder, '.git', file);
    const args = ['packages/cli/bin/surety.js', 'report', served.folder, '-o', path, '--as-of', asOf, ...more];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return readFileSync(path, 'utf8');
  }

  async function saved(form: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: form }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  }

  it('is previewed in a frame without an origin, from which nothing of the workspace can be reached', async () => {
    const frame = page.locator('iframe');
    await frame.waitFor({ timeout: 60_000 });
    expect(await frame.getAttribute('sandbox')).toBe('allow-scripts');
    const preview = () => page.frames().find((one) => one.url().includes('/preview/'));
    await expect.poll(preview).toBeDefined();
    const inside = preview()!;
    await inside.getByRole('heading', { level: 1 }).waitFor();
    expect(await inside.evaluate(() => self.origin)).toBe('null');
    const reach = await inside.evaluate(() => {
      try {
        return String((parent as unknown as { document: { title: string } }).document.title);
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(reach).toBe('SecurityError');
  });

  it('is saved with the bytes that the command writes', async () => {
    expect(await saved('HTML')).toBe(written('report.html'));
    const json = JSON.parse(await saved('JSON')) as ReportData;
    expect(json).toEqual(JSON.parse(written('report.json')));
    await page.getByLabel('Assessor').check();
    expect(await saved('Markdown')).toBe(written('report.md', '--for', 'assessor'));
  });

  it('has the outlook and the names of the generations that the command gives', async () => {
    const copied = await serve('examples/bootstrapping');
    await copied.stop();
    const last = join(copied.folder, 'generation-4');
    const chained = await serveFolder(last);
    try {
      const { page: other, goTo } = await open(browser, chained);
      await goTo('/report');
      await other.locator('iframe').waitFor({ timeout: 60_000 });
      await other.getByLabel('How far the verdicts carry').check();
      await other.locator('iframe').waitFor({ timeout: 60_000 });
      const [download] = await Promise.all([
        other.waitForEvent('download', { timeout: 60_000 }),
        other.getByRole('button', { name: 'Markdown' }).click(),
      ]);
      const path = join(copied.folder, '.git', 'report.md');
      const args = ['packages/cli/bin/surety.js', 'report', last, '-o', path, '--as-of', asOf, '--outlook'];
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
      expect(status, stderr).toBe(0);
      expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync(path, 'utf8'));
    } finally {
      await clear(chained);
      await clear(copied);
    }
  });

  it('withholds what is asked, and refuses a name that is none', async () => {
    await page.getByLabel('All, with a switch').check();
    await page.getByLabel('what the text marks as confidential').check();
    // From the choice on, the report of before it cannot be printed as that of the choice.
    const print = page.getByRole('button', { name: 'Open in a tab, to print' });
    await expect.poll(() => print.isEnabled()).toBe(true);
    const isPrinted = await page.getByLabel('people').evaluate(async (box: HTMLInputElement) => {
      box.click();
      await new Promise(requestAnimationFrame);
      return [...document.querySelectorAll('button')].some(
        ({ textContent, disabled }) => textContent === 'Open in a tab, to print' && !disabled,
      );
    });
    expect(isPrinted).toBe(false);
    await expect.poll(() => print.isEnabled(), { timeout: 30_000 }).toBe(true);
    expect(await saved('HTML')).toBe(written('redacted.html', '--redact', 'people'));
    const also = page.getByLabel('also');
    await also.fill('G9x');
    await also.press('Enter');
    await page
      .getByText('There is no G9x that could be withheld', { exact: false })
      .first()
      .waitFor({ timeout: 30_000 });
    await also.fill('');
    await also.press('Enter');
    await page.locator('iframe').waitFor({ timeout: 30_000 });
  });

  it('opens in a tab, to be printed', async () => {
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: /Open in a tab/ }).click(),
    ]);
    await tab.getByRole('heading', { level: 1 }).waitFor();
    expect(tab.url()).toContain('/preview/');
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    await tab.close();
  });

  it('says that the case changed since, and is made anew', async () => {
    const before = served.read('case.yaml');
    served.write('case.yaml', before.replace(/title: [^,}\n]*/, 'title: Another title'));
    await page.getByText('The case changed since this was made.').waitFor({ timeout: 20_000 });
    await page.getByRole('button', { name: 'Make it anew' }).click();
    await page.frameLocator('iframe').getByRole('heading', { name: 'Another title' }).waitFor({ timeout: 30_000 });
    served.write('case.yaml', before);
    await page.getByText('The case changed since this was made.').waitFor({ timeout: 20_000 });
  });

  it('is clean by axe, light and dark, and fits 390 px', async () => {
    for (const [theme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      expect(await axeFindings(page), theme).toEqual([]);
      await expectNoSidewaysScroll(page);
    }
    expect(troubles).toEqual([]);
  });
});
