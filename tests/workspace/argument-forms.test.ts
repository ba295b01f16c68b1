import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canBrowse, clear, launch, open, type Served, serve } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  harm: { text: The agent does harm, threshold: { probability: 0.01, per: window }, claim: G1 }
patterns:
  limited:
    parameters:
      what: What is limited
    argument:
      G1: { text: "The use of {what} is limited", undeveloped: true }
argument:
  G1:
    text: The agent does no harm
    supportedBy: [S1]
  S1:
    text: Over what it can reach
    supportedBy: [G2, G3]   # both are needed
  G2:
    text: It reaches no network
    supportedBy: [Sn1]
  G3:
    text: It reaches no weights
    undeveloped: true
  Sn1:
    text: Egress test of October
    doubt: 0.001
`;

/** What forms write that no other test submits; each is undone to the same bytes. */
describe.skipIf(!canBrowse)('the forms of the argument', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  let troubles: readonly string[];
  beforeAll(async () => {
    browser = await launch();
    served = await serve({ files: { 'case.yaml': text } });
    const opened = await open(browser, served);
    ({ page, troubles } = opened);
    await opened.goTo('/argument');
  });
  afterEach(async () => {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(read).toBe(text);
    expect(troubles).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  const read = () => served.read('case.yaml');
  const node = (id: string): Locator => page.locator(`.v-port [role=treeitem][id="d-${id}"]`);

  /** Opens a form by its key; the keys are those of the element that is focused. */
  async function form(id: string, key: string): Promise<Locator> {
    await node(id).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`d-${id}`);
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    return dialog;
  }

  it('connects an element to another', async () => {
    const dialog = await form('G3', 'c');
    await dialog.getByRole('combobox').fill('Egress');
    await dialog.locator('button[type=submit]:enabled').waitFor();
    await dialog.getByRole('button', { name: 'Connect' }).click();
    await expect.poll(read).toBe(text.replace('    undeveloped: true\n', '    supportedBy: [Sn1]\n'));
  });

  it('takes a link away, and both ends stay', async () => {
    const dialog = await form('Sn1', 'd');
    expect(await dialog.getByRole('radio').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Disconnect' }).click();
    await expect
      .poll(read)
      .toBe(
        text.replace(
          '    text: It reaches no network\n    supportedBy: [Sn1]\n',
          '    text: It reaches no network\n    undeveloped: true\n',
        ),
      );
  });

  it('changes a type, and the id with it', async () => {
    const dialog = await form('G3', 't');
    // What the argument would not bear is said, and nothing is written.
    await dialog.getByLabel('solution').check();
    await dialog.getByRole('button', { name: 'Change' }).click();
    await dialog.getByRole('alert').getByText('S1 is a strategy, which is supported by goals').waitFor();
    expect(read()).toBe(text);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const other = await form('Sn1', 't');
    await other.getByLabel('goal').check();
    await other.getByLabel('New id').fill('G4');
    await other.getByRole('button', { name: 'Change' }).click();
    await expect.poll(read).toBe(text.replace('[Sn1]', '[G4]').replace('  Sn1:\n', '  G4:\n'));
  });

  it('splits a goal out into a module of its own', async () => {
    const dialog = await form('G2', 'o');
    await dialog.getByLabel('Name of the module').fill('network');
    await dialog.getByRole('button', { name: 'Split out' }).click();
    await expect.poll(() => existsSync(join(served.folder, 'network.yaml'))).toBe(true);
    await expect.poll(read).toContain('G2@network');
    expect(served.read('network.yaml')).toContain('text: It reaches no network');
    expect(read()).not.toContain('It reaches no network');
  });

  it('puts in an instance of a pattern', async () => {
    const dialog = await form('G3', 'b');
    await dialog.getByLabel('what', { exact: true }).fill('the weights');
    await dialog.getByRole('button', { name: 'Put in' }).click();
    await expect.poll(read).not.toBe(text);
    expect(read()).toContain('the weights');
    // Everything that was there stays, but for the claim that is developed now.
    for (const line of text.split('\n').filter((one) => !/undeveloped|^$/.test(one))) expect(read()).toContain(line);
  });
});
