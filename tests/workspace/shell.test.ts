import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  axeFindings,
  canBrowse,
  clear,
  expectNoSidewaysScroll,
  launch,
  open,
  type Served,
  serve,
} from './open.testing.js';

describe.skipIf(!canBrowse)('the workspace', () => {
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

  it('shows the case with its verdict, and says nothing to the console', async () => {
    const { page, troubles } = await open(browser, served);
    await page.getByText('not supported').first().waitFor();
    expect(page.url()).toBe(`${served.origin}/`);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, wide and narrow', async (colorScheme) => {
    for (const width of [1440, 390]) {
      const { page } = await open(browser, served, { colorScheme, viewport: { width, height: 844 } });
      expect(await axeFindings(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });

  it('goes from every view to every other without a fault', async () => {
    const { page, troubles } = await open(browser, served);
    const links = page.getByRole('navigation', { name: 'Views' }).getByRole('link');
    const names = await links.allInnerTexts();
    expect(names.length).toBeGreaterThan(6);
    // From one with a row of parts, whose size is told once more as it goes, to each of the others.
    for (const name of names.flatMap((to) => ['Risk', to])) {
      await links.filter({ hasText: name }).click();
      await page.locator('main h1').first().waitFor({ state: 'attached' });
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says that a view cannot be loaded, or the keys, and shows each once the server is back', async () => {
    const { page } = await open(browser, served);
    await page.getByText('not supported').first().waitFor();
    // The events of a page that cannot reach its server end as well; here the parts of the page alone are away.
    await page.route('**/assets/**', (route) => route.abort());
    await page.keyboard.press('?');
    await page.getByText('The keys cannot be shown').waitFor();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Compare' }).click();
    await page.getByText('This view cannot be loaded').waitFor();
    const again = page.getByRole('button', { name: 'Try again' });
    await again.click();
    await again.waitFor();
    await page.unroute('**/assets/**');
    await again.click();
    await page.getByRole('heading', { level: 1, name: 'Compare' }).waitFor();
    // With its styles, of which one asks once otherwise.
    const styles = await page.evaluate(() =>
      [...document.styleSheets].map(({ href, cssRules }) => `${href} ${cssRules.length > 0}`),
    );
    expect(styles).toContainEqual(expect.stringMatching(/compare-.* true$/));
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.context().close();
  });

  it('prints no label of a row over another on a telephone', async () => {
    const { page, goTo } = await open(browser, served, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    for (const path of ['/', '/review', '/risk', '/text']) {
      await goTo(path);
      for (const row of await page.getByRole('navigation').all()) {
        const labels = await row.getByRole('link').evaluateAll((all) =>
          all.map((link) => {
            const range = document.createRange();
            range.selectNodeContents(link);
            const { left, right, top } = range.getBoundingClientRect();
            return { text: link.textContent!, left, right, top };
          }),
        );
        for (const [at, label] of labels.entries()) {
          const before = labels[at - 1];
          if (before === undefined || before.top !== label.top) continue;
          expect(label.left, `${path}: ${label.text} after ${before.text}`).toBeGreaterThanOrEqual(before.right + 8);
        }
      }
      await expectNoSidewaysScroll(page);
    }
    // Whether all is saved is said here too.
    await page.getByRole('banner').getByText('saved', { exact: true }).waitFor();
    await page.context().close();
  });

  it('follows a file that is changed in an editor', async () => {
    const { page } = await open(browser, served);
    const before = served.read('case.yaml');
    served.write('case.yaml', before.replace('Give 400 engineers', 'Give 500 engineers'));
    await page.getByRole('heading', { name: /Give 500 engineers/ }).waitFor();
    served.write('case.yaml', before);
    await page.getByRole('heading', { name: /Give 400 engineers/ }).waitFor();
    await page.context().close();
  });

  it('goes on when its server is stopped and started again', async () => {
    const { page } = await open(browser, served);
    await served.stop('SIGKILL');
    await page.getByText('The server is gone.').waitFor();
    const again = await import('./open.testing.js').then(({ serveFolder }) =>
      serveFolder(served.folder, ['--port', new URL(served.origin).port]),
    );
    await page.getByText('The server is gone.').waitFor({ state: 'detached' });
    served = again;
    await page.context().close();
  });

  it('without the token shows how to get in, and nothing of the case', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(served.origin);
    await page.getByText('needs the whole address').waitFor();
    expect(await page.content()).not.toContain('Coder-2');
    await page.context().close();
  });

  it('obeys every key that its help names', async () => {
    const { page } = await open(browser, served);
    await page.getByRole('main').focus();
    await page.keyboard.press('?');
    const rows = page.getByRole('dialog').locator('dl > div');
    await rows.first().waitFor();
    const told = await rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector('kbd')!.textContent!, row.querySelector('dd')!.textContent!] as const),
    );
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const places = told.filter(([keys]) => keys.startsWith('g '));
    expect(places.length).toBeGreaterThan(6);
    for (const [keys, what] of places) {
      await page.getByRole('main').focus();
      for (const key of keys.split(' ')) await page.keyboard.press(key);
      const link = page
        .getByRole('navigation', { name: 'Views' })
        .getByRole('link', { name: what.slice('Go to '.length), exact: true });
      await expect.poll(() => link.getAttribute('aria-current'), { message: keys }).toBe('page');
    }
    expect(told.map(([keys]) => keys).filter((keys) => !keys.startsWith('g '))).toEqual([
      'Ctrl+Z',
      'Ctrl+Shift+Z',
      'Ctrl+S',
      '?',
      // In the text; see keys.test.ts, which tries them.
      'F12',
      'F2',
      'Ctrl+Space',
      'Ctrl+F',
    ]);
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Nothing to undo').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Nothing to redo').waitFor();
    await page.context().close();
  });

  it('stays in step in more windows than a browser has connections', async () => {
    const context = await browser.newContext();
    const pages: Page[] = [];
    for (let at = 0; at < 8; at++) {
      const page = await context.newPage();
      await page.goto(served.url);
      pages.push(page);
    }
    const heading = (page: Page, words: RegExp) => page.getByRole('heading', { name: words });
    for (const page of pages) await heading(page, /Give 400 engineers/).waitFor();
    const before = served.read('case.yaml');
    served.write('case.yaml', before.replace('Give 400 engineers', 'Give 600 engineers'));
    for (const page of pages) await heading(page, /Give 600 engineers/).waitFor();
    // The one that is connected goes; another takes over.
    await pages.shift()!.close();
    served.write('case.yaml', before);
    for (const page of pages) await heading(page, /Give 400 engineers/).waitFor();
    await context.close();
  });
});
