import { describe, expect, it } from 'vitest';
import { canBrowse, open, suiteOf } from './open.testing.js';

const title =
  'A case with a title that is far too long for one line of a telephone, and for two of them as well, as it goes on';
const text = `surety: 1
case: { id: small, title: "${title}", status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2], inference: { elicited: 0.001, by: A, because: it follows } }
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
`;
const telephone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

describe.skipIf(!canBrowse)('the workspace on a telephone', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  it('knows how high the bar at the top is, and shows below it what is gone to', async () => {
    const { page } = await open(own.browser, own.served, telephone);
    const bar = () => page.getByRole('banner').evaluate((one) => (one as HTMLElement).offsetHeight);
    const told = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--top')));
    await expect.poll(told).toBe(await bar());
    expect(await bar()).toBeGreaterThan(76);
    const card = page.getByRole('article').first();
    const top = await card.evaluate((one) => {
      one.scrollIntoView({ block: 'start' });
      return one.getBoundingClientRect().top;
    });
    expect(top).toBeGreaterThanOrEqual(await bar());
    await page.context().close();
  });

  it('has in sight what a value would make of the verdict while it is moved', async () => {
    const { page, goTo } = await open(own.browser, own.served, telephone);
    await goTo('/what-if');
    const inShort = page.locator('.in-sight');
    const field = page.getByLabel('G2, as a number');
    await field.waitFor();
    expect(await inShort.count()).toBe(0);
    await field.fill('0.02');
    await inShort.getByText('not supported').waitFor();
    expect(await inShort.innerText()).toContain('0.021');
    const inWindow = () => inShort.evaluate((one) => one.getBoundingClientRect().bottom <= window.innerHeight);
    for (const name of ['G2, as a number', 'G1.inference, as a number']) {
      await page.getByLabel(name).scrollIntoViewIfNeeded();
      expect(await inWindow()).toBe(true);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    expect(await inShort.isVisible()).toBe(false);
    await page.context().close();
  });

  it('shows tables whole, each cell beside the name of its column', async () => {
    const { page, goTo } = await open(own.browser, own.served, telephone);
    await goTo('/what-if');
    await page.getByLabel('G2, as a number').fill('0.02');
    const table = page.getByRole('group', { name: 'Outcomes side by side' });
    const cell = table.locator('td').nth(1);
    await cell.getByText('not supported').waitFor();
    const named = await cell.evaluate((one) => getComputedStyle(one, '::before').content);
    expect(named).toBe('"What if"');
    for (const path of ['/what-if', '/risk', '/risk?part=importance', '/review?part=sign-off', '/compare']) {
      await goTo(path);
      const [inside, outside] = await page.evaluate(() =>
        [...document.querySelectorAll('html, .scroll-x')]
          .map((one) => [one.scrollWidth, one.clientWidth])
          .reduce((widest, one) => (one[0]! - one[1]! > widest[0]! - widest[1]! ? one : widest)),
      );
      expect([path, inside]).toEqual([path, outside]);
    }
    await page.context().close();
  });
});
