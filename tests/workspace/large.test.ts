import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateCase } from '../../bench/generate-case.mjs';
import { axeFindings, canBrowse, clear, launch, open, type Served, serve } from './open.testing.js';

/** The argument as a tree for screen readers, and its small map, where there is much of it. */
describe.skipIf(!canBrowse)('an argument of more than 2,000 elements', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    served = await serve({ files: { 'case.yaml': generateCase({ elements: 2600 }) } });
    const opened = await open(browser, served);
    page = opened.page;
    await opened.goTo('/argument');
    await page.locator('.v-port [role=treeitem]').first().waitFor({ timeout: 60_000 });
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  it('is a tree whose rows say their place among all, though only those in sight are there', async () => {
    await page.getByRole('button', { name: 'Outline' }).click();
    await page.getByLabel('Levels shown').selectOption('all');
    const rows = page.locator('.outline [role=treeitem]');
    const tree = page.getByRole('tree', { name: 'Outline of the argument' });
    await expect
      .poll(() => tree.evaluate((one) => (one as HTMLElement).offsetHeight / 46), { timeout: 30_000 })
      .toBeGreaterThanOrEqual(2000);
    const all = await tree.evaluate((one) => (one as HTMLElement).offsetHeight / 46);
    expect(await rows.count()).toBeLessThan(60);

    await rows.first().focus();
    const selected = () =>
      page.evaluate(() => {
        const at = document.activeElement!;
        const say = (name: string) => Number(at.getAttribute(`aria-${name}`));
        return {
          isRow: at.matches('.outline [role=treeitem][aria-selected=true]'),
          level: say('level'),
          place: say('posinset'),
          of: say('setsize'),
          top: Math.round(Number.parseFloat((at as HTMLElement).style.top) / 46),
        };
      });
    await page.keyboard.press('End');
    await expect.poll(async () => (await selected()).top).toBe(all - 1);
    const last = await selected();
    expect(last.isRow).toBe(true);
    expect(last.level).toBeGreaterThan(3);
    expect(last.place).toBe(last.of);
    // It is in sight, and rows far from it are gone.
    const seen = await page
      .locator('.outline [role=treeitem][aria-selected=true]')
      .evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight && one.getBoundingClientRect().top > 0);
    expect(seen).toBe(true);
    expect(await rows.count()).toBeLessThan(60);

    await page.keyboard.press('ArrowLeft');
    await expect.poll(async () => (await selected()).level).toBe(last.level - 1);
    await page.keyboard.press('Home');
    await expect.poll(async () => (await selected()).top).toBe(0);
    expect(await selected()).toMatchObject({ isRow: true, level: 1, place: 1, of: 1 });
    expect(await axeFindings(page)).toEqual([]);
  }, 60_000);

  it('is small in the map, whose frame is what is in sight, and moves there', async () => {
    const map = page.locator('.minimap');
    // Something of every part is drawn.
    const inked = await map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      let count = 0;
      for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) count++;
      return count / (canvas.width * canvas.height);
    });
    expect(inked).toBeGreaterThan(0.01);
    const box = (await map.boundingBox())!;
    const frame = async () => (await page.locator('.minimap-frame').boundingBox())!;
    const place = () => page.locator('.v-sheet').evaluate((one) => (one as HTMLElement).style.transform);
    const before = await place();
    const to = { x: box.x + box.width * 0.8, y: box.y + box.height * 0.6 };
    await page.mouse.click(to.x, to.y);
    await expect.poll(place).not.toBe(before);
    const middle = async () => {
      const { x, y, width, height } = await frame();
      return { x: x + width / 2, y: y + height / 2 };
    };
    // The frame is at least some pixels wide, so that it is seen: it need not be centred to the pixel.
    await expect.poll(async () => Math.abs((await middle()).x - to.x)).toBeLessThan(8);
    expect(Math.abs((await middle()).y - to.y)).toBeLessThan(8);
    // A drag moves along.
    await page.mouse.move(to.x, to.y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.2, to.y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => Math.abs((await middle()).x - (box.x + box.width * 0.2))).toBeLessThan(8);
    // For those who see no map it is not there; they have the tree.
    expect(await map.getAttribute('aria-hidden')).toBe('true');
  });
});
