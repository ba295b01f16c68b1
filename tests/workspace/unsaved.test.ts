import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, open, suiteOf } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2] }
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
`;

describe.skipIf(!canBrowse)('text that is not saved', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  async function typeAtTheEnd(page: Page) {
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('# typed\n');
  }

  it('is asked about on leaving, is there after a reload, and can be thrown away', async () => {
    const { page, goTo, troubles } = await open(own.browser, own.served);
    await goTo('/text');
    await typeAtTheEnd(page);
    await page.getByRole('banner').getByText('unsaved text').waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(asked).toEqual(['beforeunload']);
    await page.getByText('Not saved, from your last visit.').waitFor();
    await page.getByRole('banner').getByText('unsaved text').waitFor();
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('# typed');
    expect(own.served.read('case.yaml')).toBe(text);
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page.getByRole('banner').getByText('saved', { exact: true }).waitFor();
    await page.reload();
    await page.locator('.cm-content').first().waitFor();
    await expect.poll(() => page.locator('.cm-content').innerText()).not.toContain('# typed');
    expect(asked).toHaveLength(1);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('outlives a window that is closed, and another window does not show it meanwhile', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/text');
    await typeAtTheEnd(page);
    await page.getByRole('banner').getByText('unsaved text').waitFor();
    const other = await page.context().newPage();
    await other.goto(`${own.served.origin}/text`);
    await other.locator('.cm-content').first().waitFor();
    await page.close({ runBeforeUnload: false });
    await expect(other.locator('.cm-content').innerText()).resolves.not.toContain('# typed');
    await other.reload();
    await other.getByText('Not saved, from your last visit.').waitFor();
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(`${text}# typed\n`);
    own.served.write('case.yaml', text);
    await other.context().close();
  });

  it('is kept on the right side of a clash when one goes elsewhere', async () => {
    own.served.write('case.yaml', text);
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/text');
    const views = page.getByRole('navigation', { name: 'Views' });
    await typeAtTheEnd(page);
    await page.getByRole('banner').getByText('unsaved text').waitFor();
    own.served.write('case.yaml', `${text}# theirs\n`);
    await page.getByText('This file was changed').waitFor();
    const right = page.getByLabel('Here, to be saved');
    await right.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('# and more\n');
    await views.getByRole('link', { name: 'Evidence' }).click();
    await right.waitFor({ state: 'detached' });
    await views.getByRole('link', { name: 'Text' }).click();
    await page.getByRole('button', { name: 'Save the right side' }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(`${text}# typed\n# and more\n`);
    own.served.write('case.yaml', text);
    await page.context().close();
  });

  it('is typed and saved where a browser keeps nothing for the page', async () => {
    const context = await own.browser.newContext();
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    // As a browser that blocks cookies has it.
    await page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: refuse });
      navigator.locks.request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
    });
    await page.goto(own.served.url);
    await page.getByText('Assessed as of').waitFor();
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Text' }).click();
    await page.locator('.cm-content').first().waitFor();
    await typeAtTheEnd(page);
    await page.getByText('What is typed here is lost with this page unless it is saved').waitFor();
    await page.keyboard.press('Control+s');
    await expect.poll(() => own.served.read('case.yaml')).toBe(`${text}# typed\n`);
    expect(wrong).toEqual([]);
    own.served.write('case.yaml', text);
    await context.close();
  });

  it('waits to be saved while the server is gone, and says so', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/text');
    await typeAtTheEnd(page);
    await own.served.stop('SIGKILL');
    await page.getByText('The server is gone.').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('banner').getByText('waiting to be saved').waitFor();
    await page.getByRole('navigation', { name: 'Files of the case' }).getByText('waiting to be saved').waitFor();
    expect(own.served.read('case.yaml')).toBe(text);
    await own.serveAgain();
    await page.getByRole('banner').getByText('saved', { exact: true }).waitFor();
    expect(own.served.read('case.yaml')).toBe(`${text}# typed\n`);
    await page.context().close();
  });
});
