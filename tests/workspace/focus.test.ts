import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { canBrowse, open, suiteOf } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  harm: { text: The agent does harm, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: The agent does no harm, supportedBy: [G2, G3] }
  G2: { text: It reaches no network, undeveloped: true }
  G3: { text: It reaches no weights, undeveloped: true }
`;

describe.skipIf(!canBrowse)('the keyboard in the argument', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  const row = (page: Page, name: string): Locator => page.locator('.outline [role=treeitem]', { hasText: name });
  /** Where the focus is: an id, or what an outline row names. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement;
      const name = at?.closest('.outline [role=treeitem]')?.querySelector('strong')?.textContent;
      if (at?.tagName === 'BUTTON') return at.textContent;
      return name == null ? at?.id || at?.getAttribute('aria-label') : `outline ${name}`;
    });

  async function argument(path = '/argument', options: Parameters<typeof open>[2] = {}) {
    own.served.write('case.yaml', text);
    const opened = await open(own.browser, own.served, options);
    await opened.goTo(path);
    await opened.page.locator('[role=treeitem]').first().waitFor();
    return opened;
  }

  it('walks the outline without leaving it, and comes back to it from a menu, a form and an edit', async () => {
    const { page } = await argument();
    await page.getByRole('button', { name: 'Outline' }).click();
    await row(page, 'G1').click();
    await row(page, 'G1').focus();
    for (const name of ['G2', 'G3']) {
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused(page)).toBe(`outline ${name}`);
    }
    await page.keyboard.press('.');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('outline G3');
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByLabel('Text', { exact: true }).fill('It has no key');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => own.served.read('case.yaml')).toContain('It has no key');
    await row(page, 'G4').waitFor();
    await expect.poll(() => focused(page)).toBe('outline G4');
    // And there it stays, whatever is drawn after it.
    await page.waitForTimeout(500);
    expect(await focused(page)).toBe('outline G4');
    await page.context().close();
  });

  it('gives the focus back to the button that opened a menu', async () => {
    const { page } = await argument('/argument?at=G2');
    const edit = page.getByRole('button', { name: 'Edit' });
    await edit.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Edit');
    await page.context().close();
  });

  it('stands on what an edit made, and a redraw does not take it from where somebody went meanwhile', async () => {
    const { page } = await argument('/argument?at=G3');
    await page.locator('.v-port [id="d-G3"]').focus();
    for (const id of ['G4', 'G5', 'G6']) {
      await page.keyboard.press('a');
      await page.getByRole('dialog').getByLabel('Text', { exact: true }).fill(`Claim ${id}`);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // The next keys are for the new claim, once it is there.
      await expect.poll(() => focused(page)).toBe(`d-${id}`);
      expect(new URL(page.url()).searchParams.get('at')).toBe(id);
    }
    await page.getByLabel('Search the argument').focus();
    for (const word of ['network', 'weights']) {
      // The file changes, all is drawn anew, and typing goes on.
      own.served.write('case.yaml', own.served.read('case.yaml').replace(`no ${word}`, `no ${word} at all`));
      await page.keyboard.type(word.slice(0, 3));
      await page.locator('.v-port [role=treeitem]', { hasText: `${word} at all` }).waitFor();
      await page.waitForTimeout(200);
      expect(await focused(page)).toBe('Search the argument');
      await page.keyboard.type(word.slice(3));
      expect(await page.getByLabel('Search the argument').inputValue()).toBe(word);
      await page.getByLabel('Search the argument').fill('');
    }
    await page.context().close();
  });

  it('opens the menu where a finger rests, in the outline and in the diagram, and not where it moves', async () => {
    const { page } = await argument('/argument', {
      viewport: { width: 820, height: 1180 },
      hasTouch: true,
      isMobile: true,
    });
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
    const centre = async (at: Locator) => {
      const box = (await at.boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    // A browser that makes a right click of it itself would hide what this does.
    await page.evaluate(() =>
      addEventListener('contextmenu', (event) => event.stopImmediatePropagation(), { capture: true }),
    );
    await page.getByRole('button', { name: 'Outline' }).click();
    for (const at of [page.locator('.v-port [id="d-G2"] .body'), row(page, 'G3')]) {
      const point = await centre(at);
      await touch('touchStart', [point]);
      await page.waitForTimeout(150);
      expect(await page.getByRole('menu').count()).toBe(0);
      await page.getByRole('menu').waitFor();
      await touch('touchEnd', []);
      await page.getByRole('menuitem', { name: 'Edit the text' }).waitFor();
      await page.waitForTimeout(100);
      expect(await page.getByRole('menu').count()).toBe(1);
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }
    const from = await centre(page.locator('.v-port [id="d-G2"] .body'));
    await touch('touchStart', [from]);
    await touch('touchMove', [{ x: from.x + 30, y: from.y + 30 }]);
    await page.waitForTimeout(700);
    await touch('touchEnd', []);
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.context().close();
  });
});
