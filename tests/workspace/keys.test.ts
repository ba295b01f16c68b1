import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actions } from '../../packages/web/src/views/argument/edit/actions.js';
import { canBrowse, clear, launch, open, type Served, serve } from './open.testing.js';

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  harm: { text: The agent does harm, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: The agent does no harm, supportedBy: [G2, G3] }
  G2: { text: It reaches no network, supportedBy: [Sn1, Sn2] }
  Sn1: { text: Egress test of October, doubt: 0.001 }
  Sn2: { text: Egress test of November, doubt: 0.001 }
  G3: { text: It reaches no weights, undeveloped: true }
`;

/** Every key that a help names does what the help says: the rows of the help are walked, and none may be without a check. */
describe.skipIf(!canBrowse)('the keys that are told', () => {
  let browser: Browser;
  let served: Served;
  let page: Page;
  beforeAll(async () => {
    browser = await launch();
    served = await serve({ files: { 'case.yaml': text } });
    page = (await open(browser, served)).page;
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  const node = (id: string): Locator => page.locator(`.v-port [role=treeitem][id="d-${id}"]`);
  const selected = () => page.evaluate(() => new URLSearchParams(location.search).get('at'));
  const box = async (id: string) => (await node(id).boundingBox())!;
  const zoom = async () => (await box('G1')).width;
  const place = async () => {
    const { x, y } = await box('G2');
    return `${Math.round(x)} ${Math.round(y)}`;
  };
  const rowsOf = async (dialog: Locator) => {
    const rows = dialog.locator('dl > div');
    await rows.first().waitFor();
    return rows.evaluateAll((all) =>
      all.map((row) => [row.querySelector('kbd')!.textContent!, row.querySelector('dd')!.textContent!] as const),
    );
  };

  async function stand(id: string): Promise<void> {
    await node(id).click();
    await expect.poll(selected).toBe(id);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`d-${id}`);
  }
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const leads = async (from: string, key: string, to: string) => {
    await stand(from);
    await press(key);
    await expect.poll(selected, { message: `${key} from ${from}` }).toBe(to);
  };

  /** The rows under “Move and look”, and what each does. */
  const looks: Readonly<Record<string, () => Promise<void>>> = {
    '→  ←': async () => {
      await leads('G1', 'ArrowRight', 'G2');
      await leads('Sn1', 'ArrowLeft', 'G2');
      await press('ArrowLeft');
      await expect.poll(() => node('Sn1').count()).toBe(0);
      await press('ArrowRight');
      await node('Sn1').waitFor();
    },
    '↓  ↑': async () => {
      await leads('G2', 'ArrowDown', 'Sn1');
      await leads('Sn1', 'ArrowUp', 'G2');
    },
    'Shift+↓  Shift+↑': async () => {
      await leads('G2', 'Shift+ArrowDown', 'G3');
      await leads('G3', 'Shift+ArrowUp', 'G2');
    },
    'Home  End': async () => {
      await leads('G2', 'End', 'G3');
      await leads('G2', 'Home', 'G1');
    },
    '/': async () => {
      await stand('G1');
      await press('/');
      await page.locator('input[aria-label="Search the argument"]:focus').waitFor();
    },
    'n  N': async () => {
      await page.getByLabel('Search the argument').fill('Egress');
      await leads('G1', 'n', 'Sn1');
      await press('n');
      await expect.poll(selected).toBe('Sn2');
      await press('N');
      await expect.poll(selected).toBe('Sn1');
      await page.getByLabel('Search the argument').fill('');
    },
    '+  −': async () => {
      await stand('G1');
      const before = await zoom();
      await press('+');
      await expect.poll(zoom).toBeGreaterThan(before);
      const nearer = await zoom();
      await press('-');
      await expect.poll(zoom).toBeLessThan(nearer);
    },
    '0  1': async () => {
      await stand('G1');
      await press('1');
      const actual = await zoom();
      await press('+');
      await expect.poll(zoom).toBeGreaterThan(actual);
      await press('0');
      const port = (await page.locator('.v-port').boundingBox())!;
      for (const id of ['G1', 'G3', 'Sn1']) {
        await expect.poll(async () => (await box(id)).x).toBeGreaterThanOrEqual(port.x);
        expect((await box(id)).y + (await box(id)).height).toBeLessThanOrEqual(port.y + port.height);
      }
      await press('1');
      await expect.poll(zoom).toBeCloseTo(actual, 0);
    },
    'f  F': async () => {
      await stand('G2');
      await press('f');
      await expect.poll(() => node('G1').count()).toBe(0);
      await stand('G2');
      await press('F');
      await node('G1').waitFor();
    },
    Enter: async () => {
      await stand('G3');
      await press('Enter');
      await page.getByLabel('Text of G3').waitFor();
      await press('Escape');
    },
    '.': async () => {
      await stand('G2');
      await press('.');
      await page.getByRole('menu', { name: 'What to do at G2' }).waitFor();
      await press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    },
    'Arrow keys on the diagram': async () => {
      await page.locator('.v-port').focus();
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) {
        const before = await place();
        await press(key);
        await expect.poll(place, { message: key }).not.toBe(before);
      }
    },
  };

  /** What each action leads to at G2: the heading of its form, or what is then in the file. */
  const does: Readonly<Record<string, { readonly heading: string } | { readonly at: string; readonly file: RegExp }>> =
    {
      challenge: { heading: 'Challenge G2' },
      add: { heading: 'Add below G2' },
      block: { heading: 'Put in below G2' },
      connect: { heading: 'Connect G2 to …' },
      disconnect: { heading: 'Disconnect G2' },
      move: { heading: 'Move G2 under …' },
      earlier: { at: 'G3', file: /supportedBy: \[G3, G2\]/ },
      later: { at: 'G2', file: /supportedBy: \[G3, G2\]/ },
      retype: { heading: 'Change the type of G2' },
      rename: { heading: 'Rename G2' },
      undeveloped: { at: 'G3', file: /G3: \{ text: It reaches no weights \}/ },
      split: { heading: 'Split out G2' },
      delete: { heading: 'Delete G2' },
      doubt: { heading: 'Set the doubt of the step to G2' },
    };

  it('in the argument: to look', { timeout: 60_000 }, async () => {
    await page.goto(`${served.origin}/argument`);
    await node('G1').waitFor();
    await page.getByRole('button', { name: 'Keys of the argument' }).click();
    const told = await rowsOf(page.getByRole('dialog').locator('section').first());
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(told.map(([keys]) => keys).toSorted()).toEqual(Object.keys(looks).toSorted());
    for (const [keys] of told) await looks[keys]!();
    expect(served.read('case.yaml')).toBe(text);
  });

  it('in the argument: to change', { timeout: 60_000 }, async () => {
    await page.getByRole('button', { name: 'Keys of the argument' }).click();
    const told = await rowsOf(page.getByRole('dialog').locator('section').nth(1));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(told).toEqual(actions.map(({ keys, title }) => [keys.join(', ').replaceAll('Arrow', ''), title]));
    for (const { id, keys } of actions) {
      for (const key of keys) {
        const effect = does[id];
        if (effect === undefined) {
          expect(id).toBe('text');
          await stand('G2');
          await press(key);
          await page.getByLabel('Text of G2').waitFor();
          await press('Escape');
          await page.locator('.text-editor').waitFor({ state: 'detached' });
        } else if ('heading' in effect) {
          await stand('G2');
          await press(key);
          await page.getByRole('heading', { name: effect.heading, exact: true }).waitFor();
          await press('Escape');
          await page.getByRole('dialog').waitFor({ state: 'detached' });
        } else {
          await stand(effect.at);
          await press(key);
          await expect.poll(() => served.read('case.yaml'), { message: key }).toMatch(effect.file);
          await page.keyboard.press('Control+z');
          await expect.poll(() => served.read('case.yaml')).toBe(text);
        }
      }
    }
  });

  it('in the text', async () => {
    await page.goto(`${served.origin}/text`);
    const editor = page.locator('.cm-content');
    await editor.waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Keys' }).click();
    const told = await rowsOf(page.getByRole('dialog').locator('section'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const cursor = () => page.locator('.cm-activeLine').textContent();
    /** Puts the cursor on a name of the line of G1. */
    const onG3 = async () => {
      await editor.click();
      await page.keyboard.press('Control+Home');
      await press(...Array.from({ length: 5 }, () => 'ArrowDown'), 'End', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
      await expect.poll(cursor).toContain('supportedBy: [G2, G3]');
    };
    const checks: Readonly<Record<string, () => Promise<void>>> = {
      F12: async () => {
        await onG3();
        await press('F12');
        await expect.poll(cursor).toContain('It reaches no weights');
      },
      F2: async () => {
        await onG3();
        await press('F2');
        await page.getByRole('dialog', { name: /Rename .*G3/ }).waitFor();
        await press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      },
      'Ctrl+Space': async () => {
        await onG3();
        await press('Control+ ');
        await page.locator('.cm-tooltip-autocomplete').waitFor();
        await press('Escape');
      },
      'Ctrl+F': async () => {
        await onG3();
        await press('Control+f');
        await page.locator('.cm-search').waitFor();
        await press('Escape');
      },
    };
    expect(told.map(([keys]) => keys).toSorted()).toEqual(Object.keys(checks).toSorted());
    for (const [keys] of told) await checks[keys]!();
    expect(served.read('case.yaml')).toBe(text);
  });
});
