import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { asOf, axeFindings, canBrowse, expectNoSidewaysScroll, open, root, suiteOf } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2, G3], inference: { elicited: 0.001, by: A, because: it restates } }
  # The weak one.
  G2: { text: It cannot, doubt: { elicited: 0.02, by: A, because: tried } }
  G3: { text: Nobody lets it, doubt: { elicited: 0.001, by: A, because: asked } }
`;

describe.skipIf(!canBrowse)('what if', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  /** What the command says; a verdict other than supported is not its failure. */
  function assessed() {
    const args = ['packages/cli/bin/surety.js', 'assess', own.served.folder, '--as-of', asOf, '--json'];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return JSON.parse(stdout);
  }

  async function move(page: Page, name: string, value: string) {
    await page.getByLabel(`${name}, as a number`).fill(value);
  }

  it('moves every number of every view, and writes what was tried into the text', async () => {
    own.served.write('case.yaml', text);
    const { page, goTo, troubles } = await open(own.browser, own.served);
    await goTo('/what-if');
    await move(page, 'G2', '0.002');
    const table = page.getByRole('group', { name: 'Outcomes side by side' });
    await expect.poll(() => table.innerText()).toContain('0.004, threshold 0.01');
    expect(await table.innerText()).toContain('not supported');
    expect(own.served.read('case.yaml')).toBe(text);
    // Another view, and the bar at the top, say the same, and that it is not what the text says.
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText('one value is tried out').waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toContain('0.004');
    await page.getByRole('link', { name: 'What if', exact: true }).click();
    await page.getByRole('button', { name: 'Write into the text' }).click();
    await page.getByLabel('Because').fill('Tried again with ten times as many');
    await page.getByRole('button', { name: 'Write', exact: true }).click();
    await expect
      .poll(() => own.served.read('case.yaml').replace(/date: \d{4}-\d\d-\d\d/, 'date: today'))
      .toBe(
        text.replace(
          '{ elicited: 0.02, by: A, because: tried }',
          `{ elicited: 0.002, by: A. Person, date: today, because: Tried again with ten times as many }`,
        ),
      );
    await page.getByRole('link', { name: 'Overview' }).click();
    await page.getByText('one value is tried out').waitFor({ state: 'detached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('gives the number that an assessment of the changed text gives', async () => {
    own.served.write('case.yaml', text);
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/what-if');
    await page.getByRole('slider', { name: 'Doubts: G2' }).focus();
    for (let at = 0; at < 40; at++) await page.keyboard.press('ArrowLeft');
    const tried = await page.getByLabel('G2, as a number').inputValue();
    const shown = page.getByRole('group', { name: 'Outcomes side by side' }).locator('td').nth(1).locator('strong');
    await shown.waitFor();
    await page.waitForTimeout(200);
    const number = await shown.innerText();
    own.served.write('case.yaml', text.replace('elicited: 0.02', `elicited: ${tried}`));
    expect(Number(number)).toBe(Number(assessed().outcomes[0].number.toPrecision(3)));
    await page.context().close();
  });

  it('keeps scenarios side by side over a reload, and forgets them', async () => {
    own.served.write('case.yaml', text);
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/what-if');
    await move(page, 'G2', '0.002');
    await page.getByRole('button', { name: 'Keep beside' }).click();
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('button', { name: 'Throw away' }).first().click();
    await move(page, 'G3', '0.5');
    const heads = page.getByRole('group', { name: 'Outcomes side by side' }).locator('thead');
    await expect.poll(() => heads.innerText()).toMatch(/As the text has it\s+What if\s+Scenario 1/);
    await page.reload();
    await expect.poll(() => heads.innerText()).toMatch(/As the text has it\s+Scenario 1/);
    await page.getByRole('button', { name: 'Rename Scenario 1' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Twice the audits');
    await page.getByRole('button', { name: 'Rename', exact: true }).click();
    await expect.poll(() => heads.innerText()).toMatch(/As the text has it\s+Twice the audits/);
    await page.getByRole('button', { name: 'Forget Twice the audits' }).click();
    await expect.poll(() => heads.innerText()).not.toMatch(/Twice/);
    await page.context().close();
  });

  it('says where what is shown is not of what is tried out, and advises on the text alone', async () => {
    own.served.write('case.yaml', text);
    const { page, goTo, troubles } = await open(own.browser, own.served);
    const kept = [
      { name: 'Gone', changes: [{ kind: 'doubt', leaf: 'G9', doubt: 0.002 }] },
      { name: 'Half', changes: [{ kind: 'doubt', leaf: 'G2', doubt: 0.002 }] },
    ];
    await page.evaluate((text) => localStorage.setItem('surety-scenarios small', text), JSON.stringify(kept));
    await goTo('/what-if');
    const table = page.getByRole('group', { name: 'Outcomes side by side' });
    await expect.poll(() => table.innerText()).toMatch(/there is no .*“G9”/);
    await page.getByRole('button', { name: 'Show Gone' }).click();
    await page.getByRole('link', { name: 'Overview' }).click();
    const bar = page.locator('.what-if-bar');
    await expect.poll(() => bar.innerText()).toMatch(/there is no .*“G9”.* not those of it/);
    await expect.poll(() => page.getByRole('main').innerText()).toContain('0.022');
    // A text in which it can be tried.
    own.served.write('case.yaml', text.replaceAll('G2', 'G9'));
    await expect.poll(() => bar.innerText()).toContain('what the case would be worth');
    await expect.poll(() => page.getByRole('main').innerText()).toContain('0.004');
    await page.getByRole('link', { name: 'Risk', exact: true }).click();
    await page.getByRole('link', { name: 'Advice' }).click();
    await page.getByRole('button', { name: 'Try changes' }).waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('nothing has to be changed');
    expect(troubles).toEqual([]);
    own.served.write('case.yaml', text);
    await page.context().close();
  });

  it('says why a number cannot be', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/what-if');
    await move(page, 'G2', '2');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('cannot be 2');
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, and fits 390 px', async (colorScheme) => {
    own.served.write('case.yaml', text);
    for (const width of [1440, 390]) {
      const { page, goTo } = await open(own.browser, own.served, { colorScheme, viewport: { width, height: 844 } });
      await goTo('/what-if');
      await move(page, 'G2', '0.002');
      await page.locator('[data-milliseconds]').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });
});
