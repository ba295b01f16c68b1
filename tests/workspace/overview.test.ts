import { formatAgainst, formatDoubt, formatProbability } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
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

describe.skipIf(!canBrowse)('the overview', () => {
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
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  it('says the decision first, and then whether the case answers it', async () => {
    const heading = page.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe(
      'Give 400 engineers Coder-2 with write access to the code base and gated access to production?',
    );
    const answer = await page.locator('.ov-answer').innerText();
    expect(answer).toMatch(/^✕ Not shown to be safe enough\s+The case is supported for 2 of 3/);
  });

  it('shows of each outcome what the command says of it', async () => {
    for (const outcome of assessment.outcomes) {
      const card = page.getByRole('article', { name: outcome.id });
      const text = await card.innerText();
      const { threshold, doubt, importance, cutSets, number } = outcome;
      expect(text).toContain(outcome.verdict);
      expect(text).toContain(outcome.text);
      expect(text).toContain(formatAgainst(number!, threshold!.probability));
      expect(text).toContain(`threshold of ${formatProbability(threshold!.probability)}`);
      for (const one of [doubt!.declared, doubt!.independent, doubt!.bound]) expect(text).toContain(formatDoubt(one));
      expect(text).toContain(importance[0]!.leaf);
      for (const leaf of cutSets!.top[0]!.elements) expect(text).toContain(leaf);
      expect(text).toContain(formatProbability(cutSets!.top[0]!.probability!));
      expect(text).toContain(outcome.wouldChange[0]!.text);
      // Drawn against its threshold, and said to who cannot see it.
      const drawn = card.getByRole('img');
      expect(await drawn.getAttribute('aria-label')).toContain(`Declared: ${formatDoubt(doubt!.declared)}`);
    }
  });

  it('leads from every number to where it comes from', async () => {
    const numbers = page.locator('main .number');
    const links = await numbers.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname ?? ''));
    expect(links.length).toBeGreaterThan(20);
    for (const path of links) expect(path).toMatch(/^\/(argument|text|risk|evidence|what-if)$/);
    await page.getByRole('article', { name: 'sabotage' }).getByRole('link', { name: '61 %' }).click();
    expect(page.url()).toBe(`${served.origin}/risk?part=importance&outcome=sabotage`);
    await page.goBack();
    await page.getByRole('article', { name: 'sabotage' }).waitFor();
  });

  it('shows the six steps, what is open, what expires next and what changed', async () => {
    const section = (name: string | RegExp) => page.getByRole('region', { name });
    const steps = section('The six steps').getByRole('listitem');
    expect(await steps.count()).toBe(6);
    expect(await steps.nth(4).innerText()).toMatch(
      /5\. Assess subsystem risk\s+1 missing\s+Next: Evidence restore-drills/,
    );
    expect(await section('Open challenges').innerText()).toMatch(/D-memory\s*✕\s*blocks/);
    expect(await section('What expires next').innerText()).toMatch(/2027-01-31: evidence restore-drills expires/);
    await section('Since the last commit').getByText('Nothing changed.').waitFor();
  });

  it('tells what a change in the folder did to the verdicts', async () => {
    const before = served.read('case.yaml');
    served.write('case.yaml', before.replace('probability: 1e-2', 'probability: 5e-3'));
    const changed = page.getByRole('region', { name: 'Since the last commit' });
    await changed.getByText(/exfiltration was supported and is now not supported/).waitFor({ timeout: 30_000 });
    served.write('case.yaml', before);
    await changed.getByText('Nothing changed.').waitFor({ timeout: 30_000 });
    expect(troubles).toEqual([]);
  });

  it('tells text that is typed and not saved, and saves it', async () => {
    const before = served.read('case.yaml');
    const nav = page.getByRole('navigation', { name: 'Views' });
    await nav.getByRole('link', { name: 'Text' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# A note\n');
    await nav.getByRole('link', { name: 'Overview' }).click();
    await page.getByText('These verdicts count text that is typed and not saved', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(`# A note\n${before}`);
    served.write('case.yaml', before);
  });

  it('teaches where there is nothing yet', async () => {
    await clear(served);
    served = await serve({
      files: { 'case.yaml': 'surety: 1\ncase: { id: new, title: A new case, status: draft }\n' },
    });
    const { page: fresh } = await open(browser, served);
    await fresh.getByText('No unacceptable outcome is named').waitFor();
    await fresh.getByText('Nobody has challenged the case yet', { exact: false }).waitFor();
    expect(await axeFindings(fresh)).toEqual([]);
    served.write(
      'case.yaml',
      'surety: 1\ncase: { id: new, title: A new case, status: draft }\nargument:\n  G1: { text: x, supportedBy: [G1] }\n',
    );
    await fresh.getByText('There is no verdict while this stands').waitFor({ timeout: 20_000 });
    await expectNoSidewaysScroll(fresh);
  });
});
