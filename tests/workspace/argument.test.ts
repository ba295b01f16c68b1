import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { actions } from '../../packages/web/src/views/argument/edit/actions.js';
import { axeFindings, canBrowse, clear, expectNoSidewaysScroll, open, serve, suiteOf } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  harm: { text: The agent does harm, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  # What is claimed.
  G1:
    text: The agent does no harm
    supportedBy: [S1]
    inContextOf: [C1]
  C1:
    text: The agent as it is deployed
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

describe.skipIf(!canBrowse)('the argument in the workspace', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  const read = () => own.served.read('case.yaml');
  const node = (page: Page, id: string): Locator => page.locator(`.v-port [role=treeitem][id="d-${id}"]`);

  /** The view with the text as it was at first. */
  async function argument(path = '/argument', options: Parameters<typeof open>[2] = {}) {
    if (read() !== text) own.served.write('case.yaml', text);
    const opened = await open(own.browser, own.served, options);
    await opened.goTo(path);
    await opened.page.locator('[role=treeitem]').first().waitFor();
    return opened;
  }

  /** Focuses an element in the diagram and presses keys. */
  async function press(page: Page, id: string, ...keys: readonly string[]): Promise<void> {
    await node(page, id).waitFor();
    await node(page, id).focus();
    for (const key of keys) await page.keyboard.press(key);
  }

  async function changesTo(expected: string): Promise<void> {
    await expect.poll(read, { timeout: 10_000 }).toBe(expected);
  }

  it('writes exactly what was changed in the diagram into the file, and nothing else', async () => {
    const { page, troubles } = await argument();
    await node(page, 'G2').dblclick();
    await page.getByLabel('Text of G2').fill('It reaches no network at all');
    await page.keyboard.press('Enter');
    const once = text.replace('It reaches no network', 'It reaches no network at all');
    await changesTo(once);
    await expect.poll(() => node(page, 'G2').textContent()).toContain('at all');
    expect(new URL(page.url()).searchParams.get('at')).toBe('G2');

    await press(page, 'G3', 'a');
    await page.getByRole('dialog').getByLabel('Text', { exact: true }).fill('It has no key to the vault');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const twice = once
      .replace('    undeveloped: true\n', '    supportedBy: [G4]\n')
      .replace('  Sn1:\n', '  G4:\n    text: It has no key to the vault\n    undeveloped: true\n  Sn1:\n');
    await changesTo(twice);
    await node(page, 'G4').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('G4');

    await page.keyboard.press('Control+z');
    await changesTo(once);
    await page.keyboard.press('Control+z');
    await changesTo(text);
    await page.keyboard.press('Control+Shift+Z');
    await changesTo(once);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('moves an element that is dragged onto another; where it may not be, it says why', async () => {
    const { page } = await argument();
    const centre = async (id: string) => {
      const box = (await node(page, id).locator('.body').boundingBox())!;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    const [from, illegal, to] = [await centre('Sn1'), await centre('S1'), await centre('G3')];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 10, from.y + 10, { steps: 3 });
    await expect.poll(() => node(page, 'G3').getAttribute('class')).toContain('v-legal');
    expect(await node(page, 'S1').getAttribute('class')).toContain('v-illegal');
    await page.mouse.move(illegal.x, illegal.y, { steps: 4 });
    await expect.poll(() => page.locator('.drag-hint').textContent()).toMatch(/^Not under S1: S1 is a strategy/);
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await expect.poll(() => page.locator('.drag-hint').textContent()).toBe('Move Sn1 under G3');
    await page.mouse.up();
    await expect.poll(read, { timeout: 10_000 }).not.toBe(text);
    expect(read()).toContain('  G3:\n    text: It reaches no weights\n    supportedBy: [Sn1]\n');
    await page.keyboard.press('Control+z');
    await changesTo(text);

    // Escape lets go, and nothing happens.
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await node(page, 'Sn1').focus();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect.poll(() => page.locator('.drag-hint').count()).toBe(0);
    expect(read()).toBe(text);
    await page.context().close();
  });

  it('follows the file, and nobody loses their place', async () => {
    const { page } = await argument('/argument?at=G2');
    await node(page, 'G2').focus();
    const place = () => page.locator('.v-sheet').evaluate((one) => (one as HTMLElement).style.transform);
    const before = await place();
    own.served.write('case.yaml', text.replace('It reaches no weights', 'It never reaches the weights'));
    await page.locator('[id="d-G3"]', { hasText: 'It never reaches' }).waitFor();
    expect(await place()).toBe(before);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('d-G2');
    expect(new URL(page.url()).searchParams.get('at')).toBe('G2');
    // The one that is selected goes: what stands above it is selected.
    own.served.write('case.yaml', text.replace('[G2, G3]', '[G3]').replace(/ {2}G2:\n(?: {4}.*\n)+/, ''));
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('S1');
    await page.context().close();
  });

  it('is edited with the keyboard alone, and 50 mixed steps are undone to the same bytes', {
    timeout: 120_000,
  }, async () => {
    const { page, troubles } = await argument();
    const { keyboard } = page;
    let done = 0;
    /** Does one step, and waits until it is in the file and in the diagram. */
    const step = async (id: string, ...keys: readonly (string | { readonly type: string })[]) => {
      const before = read();
      await node(page, id).waitFor();
      // What was changed last may still be drawn, and takes the focus when it is; keys are for what is selected.
      await expect
        .poll(async () => {
          await node(page, id).focus();
          await page.waitForTimeout(60);
          return page.evaluate(() => [document.activeElement?.id, new URLSearchParams(location.search).get('at')]);
        })
        .toEqual([`d-${id}`, id]);
      for (const key of keys) {
        if (typeof key === 'string') await keyboard.press(key);
        else {
          await page.locator('textarea:focus, input:focus').waitFor();
          await keyboard.type(key.type);
          // A list that is searched has its answer from the worker.
          if ((await page.getByRole('dialog').count()) > 0) await page.locator('button[type=submit]:enabled').waitFor();
        }
      }
      await expect.poll(read).not.toBe(before);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.locator('.text-editor').waitFor({ state: 'detached' });
      // What was changed is drawn, and what it is about is selected.
      await page.waitForFunction(() => {
        const drawn = document.querySelector('.v-port [role=treeitem][aria-selected=true]')?.id;
        return drawn === `d-${new URLSearchParams(location.search).get('at')}`;
      });
      done++;
    };
    const undo = page.getByRole('button', { name: /^Undo/ });
    for (let round = 1; round <= 5; round++) {
      await step('G3', 'a', { type: `A new claim ${round}` }, 'Control+Enter');
      await step('G4', 'e', { type: `Another claim ${round}` }, 'Enter');
      await step('G4', 'u');
      await step('G4', 'u');
      await step('G3', 'Alt+ArrowUp');
      await step('G3', 'Alt+ArrowDown');
      await step('G4', 'r', { type: `G-r${round}` }, 'Enter');
      await step(`G-r${round}`, 'm', { type: 'G2' }, 'Enter');
      await step(`G-r${round}`, 'x', { type: 'Says who' }, 'Control+Enter');
      await step(`G-r${round}`, 'Delete', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter');
    }
    expect(done).toBe(50);
    for (let left = 50; left > 0; left--) {
      await expect.poll(() => undo.isEnabled()).toBe(true);
      await keyboard.press('Control+z');
    }
    await changesTo(text);
    await expect.poll(() => undo.isDisabled()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('offers everything in the menu and by keys alike', async () => {
    const { page } = await argument();
    const titles: Readonly<Record<string, string>> = {
      add: 'Add below G2',
      challenge: 'Challenge G2',
      block: 'Put in below G2',
      connect: 'Connect G2 to …',
      disconnect: 'Disconnect G2',
      move: 'Move G2 under …',
      retype: 'Change the type of G2',
      rename: 'Rename G2',
      split: 'Split out G2',
      delete: 'Delete G2',
    };
    for (const { id, keys, title } of actions) {
      const heading = titles[id];
      if (heading === undefined) continue;
      for (const way of ['key', 'mouse', 'menu key'] as const) {
        if (way === 'key') await press(page, 'G2', keys[0]);
        else if (way === 'mouse') {
          await node(page, 'G2').click({ button: 'right' });
          await page.getByRole('menuitem', { name: title }).click();
        } else {
          await press(page, 'G2', '.');
          await page.getByRole('menu').waitFor();
          await page.keyboard.type(title.split(' ')[0]!);
          await page.keyboard.press('Enter');
        }
        await page.getByRole('heading', { name: heading }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.id), { message: `${id} by ${way}` })
          .toBe('d-G2');
      }
    }
    // What cannot be done says so.
    await node(page, 'Sn1').click({ button: 'right' });
    const add = page.getByRole('menuitem', { name: 'Add below' });
    expect(await add.getAttribute('aria-disabled')).toBe('true');
    expect(await add.textContent()).toContain('nothing stands below a solution');
    await page.keyboard.press('Escape');
    expect(read()).toBe(text);
    await page.context().close();
  });

  it('says in the dialog why a change cannot be made, and keeps what was written', async () => {
    const { page } = await argument();
    await press(page, 'G2', 'r');
    await page.keyboard.type('G3');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('G3');
    expect(await page.getByLabel('New id').inputValue()).toBe('G3');
    expect(read()).toBe(text);
    await page.context().close();
  });

  it('searches, filters, focuses a part and leads back, all in the address', async () => {
    const { page } = await argument();
    await press(page, 'G1', '/');
    await page.keyboard.type('reaches');
    await expect.poll(() => page.locator('.arg-count').textContent()).toBe('2 matches');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('at')).toBe('G3');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('dialog').getByText('undeveloped').click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.arg-count').textContent()).toBe('1 match');
    await expect.poll(() => node(page, 'G2').getAttribute('class')).toContain('v-other');
    await press(page, 'G2', 'f');
    await expect.poll(() => node(page, 'G1').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('root')).toBe('G2');
    await page.getByRole('navigation', { name: 'Part of the argument' }).getByRole('button', { name: 'S1' }).click();
    await node(page, 'S1').waitFor();
    await press(page, 'S1', 'F');
    await node(page, 'G1').waitFor();
    await page.context().close();
  });

  it('tells of the selected element where its number comes from', async () => {
    const { page } = await argument('/argument?at=Sn1');
    const about = page.getByRole('complementary', { name: 'Selected element Sn1' });
    await about.getByText('Own doubt').waitFor();
    expect(await about.textContent()).toContain('0.001 elicited');
    await about.getByRole('button', { name: /^G2 / }).click();
    await page.getByRole('complementary', { name: 'Selected element G2' }).waitFor();
    await page.getByLabel('Point out a cut set or path set').selectOption({ index: 1 });
    await page.locator('.v-port .point').first().waitFor();
    await page.context().close();
  });

  it('goes from module to module', async () => {
    const modules = await serve('examples/modules');
    try {
      const { page, goTo } = await open(own.browser, modules);
      await goTo('/argument?in=architecture');
      const gateway = page.locator('.v-port [role=treeitem]', { hasText: 'What the gateway guarantees' });
      await gateway.click();
      await page.getByRole('complementary', { name: 'Selected module gateway' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBe('module:gateway');
      await page.getByLabel('View', { exact: true }).selectOption('module:agent');
      const away = page.getByRole('treeitem', { name: /away, in module gateway/ }).first();
      await away.focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => new URL(page.url()).searchParams.get('in')).toBe('module:gateway');
      expect(new URL(page.url()).searchParams.get('at')).toMatch(/@gateway$/);
      await page.context().close();
    } finally {
      await clear(modules);
    }
  });

  it('is copied as a picture and as a link', async () => {
    const { page, troubles } = await argument('/argument?at=G2', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const copy = async (what: string) => {
      await page.getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('menuitem', { name: what }).click();
      await page.getByText('Copied').waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByText('Copied').waitFor({ state: 'detached' });
    };
    const held = () =>
      page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        const isPicture = item!.types.includes('image/png');
        const blob = await item!.getType(isPicture ? 'image/png' : 'text/plain');
        return isPicture ? `png, ${blob.size > 5000}` : blob.text();
      });
    await copy('Copy a link to this place');
    expect(await held()).toBe(`${own.served.origin}/argument?at=G2`);
    await copy('Copy as SVG');
    expect(await held()).toMatch(/^<svg [\s\S]*It reaches no network[\s\S]*<\/svg>\s*$/);
    await copy('Copy as PNG');
    expect(await held()).toBe('png, true');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'is clean by axe, %s, wide and narrow, with menu and dialog',
    async (colorScheme) => {
      const { page } = await argument('/argument?at=G3', { colorScheme });
      await page.getByRole('button', { name: 'Outline' }).click();
      expect(await axeFindings(page)).toEqual([]);
      await press(page, 'G3', 'c');
      await page.locator('.picker-row').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.context().close();
      const narrow = await argument('/argument?at=G3', { colorScheme, viewport: { width: 390, height: 844 } });
      await narrow.page.locator('.outline [role=treeitem]').first().waitFor();
      expect(await axeFindings(narrow.page)).toEqual([]);
      await expectNoSidewaysScroll(narrow.page);
      await narrow.page.context().close();
    },
  );

  it('is read as a list first where there is little room, and as a diagram on demand', async () => {
    const { page } = await argument('/argument', { viewport: { width: 390, height: 844 }, hasTouch: true });
    const rows = page.locator('.outline [role=treeitem]');
    expect(await rows.count()).toBe(6);
    await rows.nth(2).click();
    await page.getByRole('complementary', { name: 'Selected element S1' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => rows.count()).toBe(3);
    expect(await rows.nth(2).getAttribute('aria-expanded')).toBe('false');
    await page.getByRole('button', { name: 'Show the diagram' }).click();
    await node(page, 'S1').waitFor();
    expect(await node(page, 'S1').getAttribute('aria-selected')).toBe('true');
    await page.context().close();
  });
});
