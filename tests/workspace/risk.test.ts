import { formatDoubt, formatProbability } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import type { Macrosystem } from '@surety/core/macrosystem';
import type { Coverage } from '@surety/core/rules';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from './command.testing.js';
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

describe.skipIf(!canBrowse)('the view of risk', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let troubles: readonly string[];
  let assessment: Assessment;
  beforeAll(async () => {
    browser = await launch();
    served = await serve('examples/coding-agent');
    assessment = said('assess', served.folder);
    ({ page, troubles } = await open(browser, served));
    await page.getByRole('link', { name: 'Risk', exact: true }).click();
    await page.getByRole('heading', { name: 'Risk', level: 1 }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  /** Goes to a part and waits until nothing is on its way; in the page, so that it is assessed once. */
  async function part(name: string, outcome?: string): Promise<void> {
    await page.getByRole('navigation', { name: 'Parts of the risk' }).getByRole('link', { name, exact: true }).click();
    if (outcome !== undefined) await page.getByLabel('Outcome').selectOption(outcome);
    await page.waitForFunction(() => document.querySelector('main .skeleton') === null);
  }
  const rows = async () => page.locator('main tbody tr').allInnerTexts();
  const outcomeOf = (id: string) => assessment.outcomes.find((one) => one.id === id)!;

  it('lists the cut sets, importance, path set and tornado of the command', async () => {
    const { cutSets, importance, pathSet, tornado } = outcomeOf('sabotage');
    await part('Cut sets', 'sabotage');
    const sets = await rows();
    expect(sets).toHaveLength(cutSets!.top.length);
    for (const [at, { elements, probability }] of cutSets!.top.entries()) {
      for (const leaf of elements) expect(sets[at]).toContain(leaf);
      expect(sets[at]).toContain(formatProbability(probability!));
    }
    await part('Importance');
    const leaves = await rows();
    for (const [at, { leaf, birnbaum }] of importance.entries()) {
      expect(leaves[at]).toContain(leaf);
      expect(leaves[at]).toContain(formatProbability(birnbaum));
    }
    await part('Path set');
    expect(await rows()).toHaveLength(pathSet.length);
    await part('Tornado');
    const bars = await rows();
    for (const [at, { low, high }] of tornado.entries()) {
      expect(bars[at]).toContain(formatProbability(low.doubt));
      expect(bars[at]).toContain(formatProbability(high.doubt));
    }
  });

  it('orders a table by the column that is pressed, and says so', async () => {
    await part('Importance', 'sabotage');
    const header = page.getByRole('columnheader', { name: /RAW/ });
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    const { importance } = outcomeOf('sabotage');
    const most = Math.max(
      ...importance.map(({ riskAchievementWorth }) => riskAchievementWorth ?? Number.POSITIVE_INFINITY),
    );
    const first = importance.find(
      ({ riskAchievementWorth }) => (riskAchievementWorth ?? Number.POSITIVE_INFINITY) === most,
    )!;
    expect((await rows())[0]).toContain(first.leaf);
    await header.getByRole('button').press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
  });

  it('says how probable each value of the doubt is', async () => {
    await part('Exceedance', 'exfiltration');
    const { distribution } = outcomeOf('exfiltration');
    const median = distribution!.values[distribution!.shares.indexOf(0.5)]!;
    const words = `above ${formatProbability(median)} in 50`;
    expect(await page.getByRole('img').getAttribute('aria-label')).toContain(words);
    await page.getByText('The same as a table').click();
    expect(await rows()).toHaveLength(distribution!.shares.length);
  });

  it('shows coverage and the macrosystem as the command has them', async () => {
    const coverage = said<Coverage & { readonly counts: { readonly argued: number; readonly dismissed: number } }>(
      'coverage',
      served.folder,
    );
    await part('Coverage');
    expect(
      await page
        .locator('main td')
        .getByText(/^.?argued$/)
        .count(),
    ).toBe(coverage.counts.argued);
    expect(
      await page
        .locator('main td')
        .getByText(/^.?dismissed$/)
        .count(),
    ).toBe(coverage.counts.dismissed);
    const macrosystem = said<Macrosystem>('macrosystem', served.folder);
    await part('Macrosystem', 'sabotage');
    const sets = macrosystem.outcomes.find(({ outcome }) => outcome === 'sabotage')!.sets;
    const shown = await page
      .getByRole('group', { name: 'Sets of parts for sabotage' })
      .locator('tbody tr')
      .allInnerTexts();
    expect(shown).toHaveLength(sets.length);
    for (const [at, { doubt }] of sets.entries()) expect(shown[at]).toContain(formatDoubt(doubt!.declared));
    expect(await page.getByRole('img').getAttribute('alt')).toContain('what must go wrong together for sabotage');
  });

  it('computes a horizon and advice when asked, tells how far it is, and stops when told', async () => {
    await part('Horizon');
    await page.getByRole('button', { name: /^Tasks/ }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Instances/ }).click();
    await page.getByRole('group', { name: 'Where verdicts turn' }).waitFor({ timeout: 60_000 });
    await page.getByText('moves along', { exact: false }).or(page.getByRole('img')).first().waitFor();
    await part('Advice', 'exfiltration');
    await page.getByText('It is supported as the text has it').waitFor();
    expect(await page.getByRole('button', { name: 'Try changes' }).count()).toBe(0);
    await part('Advice', 'sabotage');
    await page.getByRole('button', { name: 'Try changes' }).click();
    // It goes on while another view is looked at, and the navigation comes back to it.
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await page.getByRole('link', { name: 'Risk', exact: true }).click();
    await page.getByRole('heading', { name: 'The smallest changes that would do' }).waitFor();
    await page.getByRole('group', { name: 'Changes that would do' }).waitFor();
  });

  it('teaches where the case says nothing', async () => {
    await part('Protocols');
    await page.getByText('The case compares no protocols').waitFor();
    await part('Chain');
    await page.getByText('This case stands in no chain').waitFor();
    expect(troubles).toEqual([]);
  });

  it('is clean by axe in light and dark, and needs no moving sideways at 390 px', async () => {
    const parts = ['Cut sets', 'Importance', 'Tornado', 'Exceedance', 'Coverage', 'Macrosystem', 'Protocols'];
    for (const [theme, width] of [
      ['light', 1440],
      ['dark', 390],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate((name) => {
        document.documentElement.dataset.theme = name;
      }, theme);
      for (const name of parts) {
        await part(name);
        expect(await axeFindings(page), `${name}, ${theme}`).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
    }
  });
});
