import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const text = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  # What everything hangs on.
  G1:
    text: It holds
    supportedBy: [G2]
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
`;

describe.skipIf(!canBrowse)('the text view', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
    served = await serve({ files: { 'case.yaml': text, 'crlf.yaml': 'assumptions:\r\n  A1: { text: One }\r\n' } });
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });

  async function opened(path = '/text') {
    served.write('case.yaml', text);
    const { page, goTo, troubles } = await open(browser, served);
    await goTo(path);
    const editor = page.locator('.cm-content').first();
    await editor.waitFor();
    return { page, editor, troubles, goTo };
  }

  /** Puts the cursor behind a piece of the text, by the keyboard's own search. */
  async function behind(page: Page, piece: string) {
    await page.locator('.cm-content').first().focus();
    await page.keyboard.press('Control+f');
    await page.keyboard.type(piece);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
  }

  it('saves what is typed, and nothing else of the file changes', async () => {
    const { page, troubles } = await opened();
    await behind(page, 'It cannot');
    await page.keyboard.insertText(' fail');
    await page.getByText('unsaved text').waitFor();
    expect(served.read('case.yaml')).toBe(text);
    await page.keyboard.press('Control+s');
    await expect.poll(() => served.read('case.yaml')).toBe(text.replace('It cannot', 'It cannot fail'));
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('keeps the line ends of a file', async () => {
    const { page } = await opened('/text?file=crlf.yaml');
    await behind(page, 'One }');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('A2: { text: Two }');
    await page.keyboard.press('Control+s');
    await expect
      .poll(() => served.read('crlf.yaml'))
      .toBe('assumptions:\r\n  A1: { text: One }\r\n  A2: { text: Two }\r\n');
    served.write('crlf.yaml', 'assumptions:\r\n  A1: { text: One }\r\n');
    await page.context().close();
  });

  it('completes names of the case with what they say', async () => {
    const { page } = await opened();
    await behind(page, 'supportedBy: [G2');
    await page.keyboard.type(', G');
    const option = page.getByRole('option', { name: /^G1/ });
    await option.waitFor();
    await option.click();
    await expect(page.locator('.cm-content').innerText()).resolves.toContain('supportedBy: [G2, G1]');
    await page.context().close();
  });

  it('marks a fault with its place while it is typed, and goes there', async () => {
    const { page } = await opened();
    await behind(page, 'supportedBy: [G2');
    await page.keyboard.insertText('3');
    const finding = page.getByRole('region', { name: 'Findings' }).getByRole('button', { name: /G23/ }).first();
    await finding.waitFor();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.keyboard.press('Control+Home');
    await finding.click();
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('supportedBy: [G23]');
    await page.context().close();
  });

  it('goes to the definition, and renames in every file', async () => {
    const { page } = await opened();
    await behind(page, 'claim: G1');
    await page.keyboard.press('F12');
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('G1:');
    await page.keyboard.press('F2');
    await page.getByLabel('New name').fill('G-top');
    await page.keyboard.press('Enter');
    await expect.poll(() => served.read('case.yaml')).toBe(text.replaceAll('G1', 'G-top'));
    await page.getByRole('button', { name: /^Undo Rename G1/ }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(text);
    await page.context().close();
  });

  it('says why a name is refused', async () => {
    const { page } = await opened();
    await behind(page, 'claim: G1');
    await page.keyboard.press('F2');
    await page.getByLabel('New name').fill('G2');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('G2 exists already');
    await page.keyboard.press('Escape');
    expect(served.read('case.yaml')).toBe(text);
    await page.context().close();
  });

  it('shows the doubt of what is under the pointer', async () => {
    const { page } = await opened();
    const line = page.locator('.cm-line', { hasText: 'supportedBy: [G2]' });
    const place = () =>
      line.evaluate((element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.textContent!.indexOf('G2');
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 2);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        throw new Error('G2 is not shown');
      });
    // Styles that come late make the text higher than it was measured; the line below the pointer is meant all the same.
    await page.locator('.cm-editor').evaluate((element) => {
      (element as HTMLElement).style.fontSize = '20px';
    });
    // A pointer that moves again is asked about again: what was asked before the case was read has no number yet.
    const about = page.locator('.about', { hasText: 'Doubt 0.002 declared' });
    await expect
      .poll(async () => {
        // Where it is now: lines move while the page is still loading.
        const { x, y } = await place();
        // Apart, since a browser that is late makes one move of two, and that leads to where the pointer was.
        await page.mouse.move(x, y - 60);
        await page.waitForTimeout(150);
        await page.mouse.move(x, y);
        await page.waitForTimeout(700);
        return about.count();
      })
      .toBe(1);
    await page.context().close();
  });

  it('follows what is picked elsewhere, and is followed', async () => {
    const { page } = await opened('/text?at=G2');
    await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('G2:');
    await behind(page, 'It holds');
    await expect.poll(() => new URL(page.url()).searchParams.get('at')).toBe('G1');
    await page.context().close();
  });

  it('goes to a place that the address asks for, as often as it does', async () => {
    const { page } = await opened();
    for (let times = 0; times < 2; times++) {
      // As by hand, or by the way back of the browser.
      await page.evaluate(() => {
        history.pushState(null, '', '/text?section=argument');
        dispatchEvent(new PopStateEvent('popstate'));
      });
      await expect.poll(() => page.url()).not.toContain('section');
      await expect.poll(() => page.locator('.cm-activeLine').innerText()).toContain('argument:');
      await behind(page, 'title: A small case');
    }
    await page.context().close();
  });

  it('keeps the cursor and what is typed while another editor changes another line', async () => {
    const { page } = await opened();
    await behind(page, 'It cannot');
    await page.keyboard.insertText(' fail');
    served.write('case.yaml', text.replace('title: A small case', 'title: Still a small case'));
    await expect.poll(() => page.locator('.cm-content').innerText()).toContain('Still a small case');
    await page.keyboard.insertText(' here');
    await page.keyboard.press('Control+s');
    const both = text
      .replace('title: A small case', 'title: Still a small case')
      .replace('It cannot', 'It cannot fail here');
    await expect.poll(() => served.read('case.yaml')).toBe(both);
    await page.context().close();
  });

  it('shows both texts where they touch the same place, and saves what is chosen', async () => {
    const { page } = await opened();
    await behind(page, 'It cannot');
    await page.keyboard.insertText(' (mine)');
    await page.getByText('unsaved text').waitFor();
    const theirs = text.replace('It cannot', 'It can not');
    served.write('case.yaml', theirs);
    await page.getByText('changed meanwhile').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(served.read('case.yaml')).toBe(theirs);
    await page.getByRole('button', { name: 'Save the right side' }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(text.replace('It cannot', 'It cannot (mine)'));
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, and fits 390 px', async (colorScheme) => {
    served.write('case.yaml', text);
    for (const width of [1440, 390]) {
      const { page, goTo } = await open(browser, served, { colorScheme, viewport: { width, height: 844 } });
      await goTo('/text');
      await page.locator('.cm-content').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });
});
