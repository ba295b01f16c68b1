import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  diagramStyle,
  layOut,
  type MeasuredScene,
  measure,
  paint,
  sceneOf,
  viewerJson,
} from '../../packages/core/src/diagram/index.js';
import { parse } from '../../packages/core/src/language/index.js';
import { viewerScript } from '../../packages/core/src/report/html/viewer.generated.js';
import { generateScene } from '../../packages/viewer/src/generate-scene.testing.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const required = process.env.SURETY_REQUIRE_BROWSER === '1';
const folder = mkdtempSync(join(tmpdir(), 'surety-browser-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = { example: join(folder, 'example.html'), large: join(folder, 'large.html') };

let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath === undefined) {
    if (required) throw new Error('Chromium is required here, and it is not installed');
    return;
  }
  const example = exampleScene();
  writeFileSync(files.example, pageWith(example, paint(example, layOut(example), { style: 'none' })));
  const links = Array.from({ length: 9999 }, (_, at) => [Math.floor(at / 3), at + 1] as const);
  writeFileSync(files.large, pageWith(generateScene(10_000, links), ''));
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

const name = executablePath === undefined ? 'the viewer (SKIPPED: no Chromium here)' : 'the viewer';

describe.skipIf(executablePath === undefined && !required)(name, () => {
  it.each([
    [1440, 'light'],
    [1440, 'dark'],
    [390, 'light'],
    [390, 'dark'],
  ] as const)(
    '%i px wide, %s: no request, no message, nothing that axe-core objects to',
    async (width, colorScheme) => {
      const { page, messages, requests } = await open(files.example, {
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
      });
      await page.fill('input', 'watchdog');
      await page.press('input', 'Enter');
      expect(requests).toEqual([`file://${files.example}`]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(
        0,
      );
      await page.addScriptTag({ content: axe });
      const violations = await page.evaluate(
        'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html))',
      );
      expect(violations).toEqual([]);
      expect(messages).toEqual([]);
      await page.context().close();
    },
  );

  it('runs under the policy of the page', async () => {
    const { page, messages } = await open(files.example);
    await page.keyboard.press('Tab');
    await page.locator('.v-port').focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('button', { hasText: 'Fit' }).click();
    await page.locator('.v-toggle').first().dispatchEvent('click');
    await expect.poll(() => heard(page)).toContain('folded');
    expect(messages).toEqual([]);
    await page.context().close();
  });

  it('searches, counts, goes on and back, and unfolds what is hidden', async () => {
    const { page } = await open(files.example);
    await page.locator('[role=treeitem][tabindex="0"]').focus();
    await page.keyboard.press('ArrowLeft');
    const top = page.locator('[role=treeitem][id$="G-exfil"]');
    await expect.poll(() => top.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('/');
    await page.keyboard.type('watchdog red');
    expect(await page.locator('.v-count').textContent()).toBe('1 match');
    await page.keyboard.press('Enter');
    expect(await page.locator('.v-count').textContent()).toBe('1 of 1');
    // It is below the node that was folded, which need not be in sight, and so not in the page, any more.
    expect(await page.locator('.v-match').getAttribute('id')).toMatch(/Sn-race$/);
    await page.fill('input', 'watchdog');
    const count = Number(/^(\d+) matches$/.exec((await page.locator('.v-count').textContent()) ?? '')?.[1]);
    expect(count).toBeGreaterThan(3);
    for (const [key, at] of [
      ['Enter', 1],
      ['Enter', 2],
      ['Shift+Enter', 1],
      ['Shift+Enter', count],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator('.v-count').textContent()).toBe(`${at} of ${count}`);
      expect(await heard(page)).toContain(`Match ${at} of ${count}: `);
    }
    await page.fill('input', 'nothing like it');
    expect(await page.locator('.v-count').textContent()).toBe('No match');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.getAttribute("role")')).toBe('treeitem');
    await page.context().close();
  });

  it('folds and unfolds with the mouse, and the node stays where it is', async () => {
    const { page } = await open(files.example);
    const node = page.locator('[role=treeitem][id$="S-exfil"]');
    const before = (await node.boundingBox())!;
    const { x, y } = (await node.locator('.v-toggle circle').last().boundingBox())!;
    await page.mouse.click(x + 5, y + 5);
    await expect.poll(() => heard(page)).toMatch(/^S-exfil folded, \d+ hidden$/);
    expect(await node.getAttribute('aria-expanded')).toBe('false');
    expect(await node.locator('.v-toggle text').textContent()).toMatch(/^\+\d+$/);
    const after = (await node.boundingBox())!;
    expect(Math.abs(after.x + after.width / 2 - before.x - before.width / 2)).toBeLessThan(8);
    expect(Math.abs(after.y - before.y)).toBeLessThan(2);
    await page.selectOption('select', '1');
    expect(await heard(page)).toMatch(/^\d+ of 83 shown$/);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    expect(await heard(page)).toBe('All 83 shown');
    await page.context().close();
  });

  it('is walked with the keyboard as a tree, and Enter leads to the place in the document', async () => {
    const { page } = await open(files.example);
    const now = () =>
      page.evaluate<string>('document.activeElement.id.replace("v-data-n-", "").replace("v-data-", "")');
    await page.locator('[role=treeitem][tabindex="0"]').focus();
    expect(await now()).toBe('G-exfil');
    const steps = [
      ['ArrowRight', 'C-system'],
      ['ArrowLeft', 'G-exfil'],
      ['End', 'R-destr'],
      ['Home', 'G-exfil'],
      ['ArrowDown', 'C-system'],
      ['ArrowUp', 'G-exfil'],
      ['Shift+ArrowDown', 'G-sabot'],
      ['Shift+ArrowUp', 'G-exfil'],
    ] as const;
    for (const [key, node] of steps) {
      await page.keyboard.press(key);
      expect(`${key} ${await now()}`).toBe(`${key} ${node}`);
      expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1);
    }
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[id$="G-exfil"][role=treeitem]').getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[id$="G-exfil"][role=treeitem]').getAttribute('aria-expanded')).toBe('true');
    expect(await now()).toBe('G-exfil');
    await expect(
      page.getByRole('treeitem', { name: /^Goal G-exfil: No copy .* In context of C-system/ }).count(),
    ).resolves.toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.evaluate('location.hash')).toBe('#element-G-exfil');
    await page.context().close();
  });

  it('is moved by dragging, the wheel and keys, and zoomed about the pointer', async () => {
    const { page } = await open(files.example);
    const node = page.locator('[role=treeitem][id$="G-exfil"]');
    const place = async () => (await node.boundingBox())!;
    const start = await place();
    await page.mouse.move(300, 500);
    await page.mouse.down();
    await page.mouse.move(360, 530, { steps: 4 });
    await page.mouse.up();
    const dragged = await place();
    expect([Math.round(dragged.x - start.x), Math.round(dragged.y - start.y)]).toEqual([60, 30]);
    await page.mouse.wheel(40, 0);
    await expect.poll(async () => Math.round((await place()).x - dragged.x)).toBe(-40);
    await page.locator('.v-port').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Math.round((await place()).x - dragged.x)).toBe(-120);
    const before = await place();
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    await expect.poll(async () => (await place()).width / before.width).toBeCloseTo(Math.exp(0.3), 1);
    const zoomed = await place();
    expect(Math.abs(zoomed.x - before.x) + Math.abs(zoomed.y - before.y)).toBeLessThan(4);
    await page.keyboard.press('1');
    await expect.poll(() => heard(page)).toBe('100 %');
    await page.keyboard.press('0');
    await expect.poll(async () => (await place()).width).toBeLessThan(60);
    await page.context().close();
  });

  it('is zoomed with two fingers', async () => {
    const { page } = await open(files.example, { viewport: { width: 390, height: 844 }, hasTouch: true });
    const node = page.locator('[role=treeitem][id$="G-exfil"]');
    const before = (await node.boundingBox())!;
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: number[]) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x, y: 400, id })) });
    await touch('touchStart', 150, 250);
    for (let by = 10; by <= 50; by += 10) await touch('touchMove', 150 - by, 250 + by);
    await touch('touchEnd');
    await expect.poll(async () => (await node.boundingBox())!.width / before.width).toBeGreaterThan(1.6);
    await page.context().close();
  });

  it('leaves the picture that stood there to print', async () => {
    const { page } = await open(files.example);
    const fixed = page.locator('[data-viewer] > svg');
    expect([await fixed.isVisible(), await page.locator('.surety-viewer').isVisible()]).toEqual([false, true]);
    await page.emulateMedia({ media: 'print' });
    expect([await fixed.isVisible(), await page.locator('.surety-viewer').isVisible()]).toEqual([true, false]);
    await page.context().close();
  });

  it('moves at once where less motion is asked for, and follows the size of the window', async () => {
    const { page } = await open(files.example, { reducedMotion: 'reduce' });
    const node = page.locator('[role=treeitem][id$="G-exfil"]');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Zoom to 100 %' }).click();
    await nextFrames(page);
    const before = (await node.boundingBox())!;
    await page.setViewportSize({ width: 900, height: 700 });
    await expect.poll(async () => Math.round((await node.boundingBox())!.x - before.x)).toBe(-270);
    await page.context().close();
  });

  it('opens 10,000 nodes, and has only those in the page that are in sight', { timeout: 60_000 }, async () => {
    const { page, messages } = await open(files.large, { reducedMotion: 'reduce' });
    const items = page.getByRole('treeitem');
    expect(await items.count()).toBeLessThan(300);
    await page.getByRole('button', { name: 'Unfold all' }).click();
    await expect.poll(() => heard(page)).toBe('All 10000 shown');
    expect(await items.count()).toBeLessThan(300);
    await page.fill('input', 'N9876');
    await page.press('input', 'Enter');
    await nextFrames(page);
    const box = (await page.locator('[role=treeitem][id$="N9876"]').boundingBox())!;
    expect(box.x > 0 && box.x < 1440 && box.y > 0 && box.y < 900).toBe(true);
    const seen = await items.evaluateAll((all) => all.map((one) => one.id));
    for (let turn = 0; turn < 10; turn++) await page.evaluate(turnWheel);
    await expect
      .poll(async () => (await items.evaluateAll((all) => all.map((one) => one.id))).join())
      .not.toBe(seen.join());
    expect(await items.count()).toBeLessThan(300);
    await page.getByRole('button', { name: 'Fit the whole diagram' }).click();
    await expect.poll(() => page.locator('.v-far').evaluate(inkIn)).toBeGreaterThan(1000);
    expect(messages).toEqual([]);
    await page.context().close();
  });
});

async function open(
  file: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; messages: string[]; requests: string[] }> {
  const context = await (browser as Browser).newContext({
    viewport: { width: 1440, height: 900 },
    offline: true,
    ...options,
  });
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(`file://${file}`);
  await page.locator('[role=treeitem]').first().waitFor();
  return { page, messages, requests };
}

function heard(page: Page): Promise<string | null> {
  return page.locator('[role=status]').textContent();
}

async function nextFrames(page: Page): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Runs in the page: pixels of the canvas that something is drawn on. */
function inkIn(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
  return data.filter((_, at) => at % 4 === 3 && data[at]! > 0).length;
}

/** Runs in the page. */
const turnWheel = `document.querySelector('.v-port').dispatchEvent(new WheelEvent('wheel', { deltaX: 400, bubbles: true, cancelable: true }))`;

function exampleScene(): MeasuredScene {
  const at = join(root, 'examples/coding-agent');
  const texts = readdirSync(at).filter((file) => file.endsWith('.yaml'));
  const parsed = parse(texts.map((path) => ({ path, text: readFileSync(join(at, path), 'utf8') })));
  return measure(sceneOf(parsed.case!, { link: ({ id }) => `#element-${id}` }));
}

function pageWith(scene: MeasuredScene, svg: string): string {
  const style = `${diagramStyle()}main { margin: 12px } .picture { border: 1px solid #888 } @media (prefers-color-scheme: dark) { body { background: #0f1317; color: #eee } }`;
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; style-src ${digest(style)}; script-src ${digest(viewerScript)}; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>A case</title><style>${style}</style></head><body><main><h1>A case</h1>
<div class="picture" role="region" tabindex="0" aria-label="The argument" data-viewer="data">${svg}</div>
<script type="application/json" id="data">${viewerJson(scene)}</script><p id="element-G-exfil">G-exfil</p></main><script>${viewerScript}</script></body></html>`;
}
