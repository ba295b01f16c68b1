import { execFileSync } from 'node:child_process';
import { formatProbability } from '@surety/core/case';
import type { Assessment } from '@surety/core/doubt';
import type { Locator, Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { asOf, axeFindings, canBrowse, expectNoSidewaysScroll, open, root, suiteOf } from './open.testing.js';

const head = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2, G3], inference: { elicited: 0, by: A, because: it restates } }
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
`;
const tail = `  G3: { text: Nobody lets it, doubt: { elicited: 0.001, by: A, because: asked } }
riskCases:
  breach:
    claim: R1
    argument: { R1: { text: It breaks at once, doubt: { elicited: 0.998, by: B, because: seen once } } }
review: { required: [author] }
`;
const text = head + tail;
const said = 'It was never tried <script>window.ran = true</script>';

/** A state in a word, behind its sign. */
const badge = (within: Locator, words: string) =>
  within.locator('.badge').filter({ hasText: new RegExp(`^.${words}$`) });

describe.skipIf(!canBrowse)('the review view', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });
  beforeEach(() => own.served.write('case.yaml', text));

  /** What the command says of the folder as it is. */
  function command<T>(...args: readonly string[]): T {
    try {
      const all = ['packages/cli/bin/surety.js', ...args, '--json'];
      return JSON.parse(execFileSync(process.execPath, all, { cwd: root, encoding: 'utf8' }));
    } catch (error) {
      // Status 1 is a finding, or another verdict than supported.
      return JSON.parse((error as { readonly stdout: string }).stdout);
    }
  }
  const verdict = () => command<Assessment>('assess', own.served.folder, '--as-of', asOf).outcomes[0]!.verdict;
  /** In the place of a verdict that is computed anew stands another word. */
  const shown = (page: Page, words: string) =>
    page
      .locator('.top .when-known')
      .filter({ hasText: new RegExp(`^.${words}$`) })
      .waitFor();

  it('raises, answers and accepts a challenge, each as exactly the text that it is, with what it does to the verdict', async () => {
    const { page, goTo, troubles } = await open(own.browser, own.served);
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    await goTo('/review');
    await shown(page, 'supported');
    expect(verdict()).toBe('supported');
    await page.getByText('Nobody has challenged the case yet').waitFor();

    await page.getByRole('button', { name: 'Raise a challenge' }).click();
    const raising = page.getByRole('dialog', { name: 'Raise a challenge' });
    await raising.getByRole('combobox', { name: 'Against which element' }).fill('cannot');
    await page.getByRole('option', { name: 'G2' }).click();
    await raising.getByLabel('Why it may be wrong').fill(said);
    await raising.getByRole('button', { name: 'Raise the challenge' }).click();
    const raised = (status: string, more = '', strength = '') =>
      `${head}  D1:\n    text: ${said}\n    challenges: G2\n    status: ${status}\n${strength}    raisedBy: A. Person\n    date: ${today}\n${more}${tail}`;
    await expect.poll(() => own.served.read('case.yaml')).toBe(raised('open'));
    const challenge = page.getByRole('listitem', { name: 'Challenge D1' });
    await badge(challenge, 'blocks').waitFor();
    await challenge.getByText(said).waitFor();
    await shown(page, 'not supported');
    expect(verdict()).toBe('not supported');

    await challenge.getByRole('button', { name: 'Answer' }).click();
    await page.getByLabel('The claim that would meet it').fill('It was tried in May');
    await page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
    await expect
      .poll(() => own.served.read('case.yaml'))
      .toBe(raised('answered', '    answeredBy: G4\n  G4:\n    text: It was tried in May\n    undeveloped: true\n'));
    await badge(challenge, 'answered').waitFor();
    await shown(page, 'not supported');

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(raised('open'));
    await challenge.getByRole('button', { name: 'Answer' }).click();
    await page.getByRole('radio', { name: 'a claim that is there' }).check();
    await page.getByRole('combobox', { name: 'The claim' }).fill('G3');
    await page.getByRole('option', { name: 'G3' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Answer' }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(raised('answered', '    answeredBy: G3\n'));
    await shown(page, 'supported');
    expect(verdict()).toBe('supported');

    await challenge.getByRole('button', { name: 'Accept' }).click();
    await page.getByLabel('Because').fill('nobody did');
    await page.getByRole('button', { name: 'Accept the challenge' }).click();
    const strength = `    strength:\n      elicited: 1\n      by: A. Person\n      date: ${today}\n      because: nobody did\n`;
    await expect.poll(() => own.served.read('case.yaml')).toBe(raised('accepted', '', strength));
    await shown(page, 'not supported');
    expect(verdict()).toBe('not supported');
    // The same numbers as the command.
    const [logged] = command<{
      readonly challenges: readonly {
        readonly effects: readonly { readonly ifRight: number; readonly ifWrong: number }[];
      }[];
    }>('challenges', own.served.folder, '--as-of', asOf).challenges;
    const { ifRight, ifWrong } = logged!.effects[0]!;
    const numbers = /is (\S+) if it is right and (\S+) if it is wrong/.exec(await challenge.innerText())!;
    expect([Number(numbers[1]), Number(numbers[2])]).toEqual([expect.closeTo(ifRight, 3), expect.closeTo(ifWrong, 5)]);

    await challenge.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(text);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('puts both sides of an outcome beside each other', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    own.served.write('case.yaml', text.replace('0.998', '0.98'));
    await goTo('/review?part=trial');
    const [assessed] = command<Assessment>('assess', own.served.folder, '--as-of', asOf).riskCases;
    expect(assessed!.contradiction).toBe('declared number');
    const outcome = page.getByRole('region', { name: 'breach: It breaks' });
    await outcome.getByText('The risk case contradicts the number of the verdict').waitFor();
    const risk = page.getByRole('region', { name: 'Risk case of breach' });
    await risk.getByText(`at least ${formatProbability(assessed!.lowerBound)}`).waitFor();
    await risk.getByRole('link', { name: 'R1' }).click();
    await expect.poll(() => page.url()).toContain('/argument?at=R1');
    await page.context().close();
  });

  it('signs the content as it stands, and shows that it is stale once that changed', async () => {
    const { page, goTo, troubles } = await open(own.browser, own.served);
    await goTo('/review?part=sign-off');
    await page
      .getByRole('row', { name: /author/ })
      .getByText('missing')
      .waitFor();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign off' });
    await dialog.getByText(/^sha256:/).waitFor();
    const hash = await dialog.getByText(/^sha256:/).innerText();
    await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect.poll(() => own.served.read('case.yaml')).not.toBe(text);
    const today = await page.evaluate(() => new Date().toISOString().slice(0, 10));
    const { contentHash } = command<Assessment>('assess', own.served.folder, '--as-of', asOf).case;
    expect(hash).toBe(`sha256:${contentHash}`);
    expect(own.served.read('case.yaml')).toBe(
      text.replace(
        'review: { required: [author] }',
        `review: { required: [author], signoffs: [{ role: author, who: A. Person, date: ${today}, of: ${hash} }] }`,
      ),
    );
    const list = page.getByRole('region', { name: 'Sign-offs' });
    await badge(list, 'current').waitFor();
    await badge(page.getByRole('row', { name: /author/ }), 'signed').waitFor();
    own.served.write('case.yaml', own.served.read('case.yaml').replace('It cannot', 'It can not'));
    await badge(list, 'stale').waitFor();
    await page
      .getByRole('row', { name: /author/ })
      .getByText('stale')
      .waitFor();
    await list.getByRole('link', { name: /what changed since/ }).click();
    await page.locator('ins', { hasText: 'can not' }).first().waitFor();
    expect(troubles).toEqual([]);
    own.served.write('case.yaml', text);
    await page.context().close();
  });

  it('keeps marks of the checklist in this browser, and writes a waiver into the text', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/review?part=checklist');
    const first = page.getByRole('checkbox').first();
    await first.check();
    await page.getByText(/1 of \d+ looked at/).waitFor();
    expect(own.served.read('case.yaml')).toBe(text);
    await page.reload();
    await page.getByText(/1 of \d+ looked at/).waitFor();
    expect(await first.isChecked()).toBe(true);
    await goTo('/review?part=conditions');
    const waive = page.getByRole('button', { name: /^Waive / }).first();
    const [, rule, at] = /^Waive (\S+)(?: at (\S+))?/.exec((await waive.getAttribute('aria-label'))!)!;
    await waive.click();
    await page.getByLabel('Why it is acceptable for now').fill('small');
    await page.getByLabel('Until').fill('2027-01-31');
    await page.getByRole('dialog').getByRole('button', { name: 'Waive' }).click();
    const place = at === undefined ? '' : `    at: ${at}\n`;
    const waiver = `  - rule: ${rule}\n${place}    because: small\n    by: A. Person\n    until: 2027-01-31\n`;
    const review = 'review: { required: [author] }';
    await expect.poll(() => own.served.read('case.yaml')).toBe(text.replace(review, `waivers:\n${waiver}${review}`));
    await page.getByRole('region', { name: 'Waivers' }).getByText('until 2027-01-31').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => own.served.read('case.yaml')).toBe(text);
    await page.context().close();
  });

  it('tells who changed what, and leads to what that was', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/review?part=activity');
    await page.getByText('The first one').waitFor();
    own.served.write('case.yaml', text.replace('Nobody lets', 'Nobody would let'));
    execFileSync('git', ['commit', '-qam', 'Say it better'], { cwd: own.served.folder });
    const item = page.getByRole('listitem').filter({ hasText: 'Say it better' });
    await item.getByText('A. Person').waitFor();
    await item.getByRole('link', { name: 'What it changed' }).click();
    await page.locator('ins', { hasText: 'would let' }).first().waitFor();
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, and fits 390 px', async (colorScheme) => {
    const { page, goTo } = await open(own.browser, own.served, { colorScheme });
    for (const part of ['challenges', 'trial', 'sign-off', 'checklist', 'conditions', 'activity']) {
      await goTo(`/review?part=${part}`);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expectNoSidewaysScroll(page);
    }
    await goTo('/review?part=challenges');
    await page.getByRole('button', { name: 'Raise a challenge' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.context().close();
  });
});
