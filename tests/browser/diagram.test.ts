import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgeOf, grid, nodeOf, sceneOf, shapeScenes } from '../../packages/core/src/diagram/paint/gallery.testing.js';
import { paint } from '../../packages/core/src/diagram/paint/paint.js';
import { measure } from '../../packages/core/src/diagram/text/measure.js';
import { randomNode } from '../../packages/core/src/diagram/text/random-node.testing.js';
import { textWidth } from '../../packages/core/src/diagram/text/text-width.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const required = process.env.SURETY_REQUIRE_BROWSER === '1';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'surety-diagram-'));

let browser: Browser | undefined;

beforeAll(async () => {
  if (executablePath === undefined) {
    if (required) throw new Error('Chromium is required here, and it is not installed');
    return;
  }
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
  browser = await chromium.launch({ executablePath, args });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

async function pageOf(colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await (browser as Browser).newContext({
    viewport: { width: 1440, height: 900 },
    colorScheme,
    offline: true,
  });
  return context.newPage();
}

/** A page of HTML with some diagrams in it. */
function htmlOf(...diagrams: readonly string[]): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Diagrams</title></head><body><main><h1>Diagrams</h1>${diagrams.join('')}</main></body></html>`;
}

function painted(scene: Parameters<typeof measure>[0], options: Parameters<typeof paint>[2] = {}): string {
  const measured = measure(scene);
  return paint(measured, grid(measured, 8), options);
}

/** In the page: texts that stand within a shape and whose corners are not all within its outline. */
const textsOutside = `[...document.querySelectorAll('svg [role^=graphics-symbol]')].flatMap((node) => {
  const body = node.querySelector(':scope > .body');
  return [...node.querySelectorAll(':scope > text')]
    .filter((text) => !text.classList.contains('soft') && text.textContent.trim() !== '')
    .flatMap((text) => {
      const { x, y, width, height } = text.getBBox();
      const corners = [[x, y + 0.5], [x + width, y + 0.5], [x, y + height - 0.5], [x + width, y + height - 0.5]];
      const inside = corners.every(([at, down]) => body.isPointInFill(new DOMPoint(at, down)));
      return inside ? [] : [node.getAttribute('aria-label').slice(0, 80) + ' | ' + text.textContent];
    });
})`;

const name =
  executablePath === undefined ? 'diagrams in a browser (SKIPPED: no Chromium here)' : 'diagrams in a browser';

describe.skipIf(executablePath === undefined && !required)(name, () => {
  it('keep every text within its outline: 1,000 random nodes of all shapes, in many scripts', async () => {
    const nodes = fc
      .sample(randomNode, { numRuns: 1000, seed: 20_261_123 })
      .filter(({ shape }) => shape !== 'choice')
      .map((node, at) => ({ ...node, id: String(at) }));
    const page = await pageOf();
    await page.setContent(htmlOf(painted(sceneOf('Random', nodes))));
    await page.evaluate('document.fonts.ready');
    expect(await page.evaluate(textsOutside)).toEqual([]);
    await page.context().close();
  });

  it('keep English text within its outline where the font is missing, too', async () => {
    const words =
      'the agent does not exfiltrate weights; WATCHDOG Evaluation, 1e-4 of 12 audits within a window (see TM-3)'.split(
        ' ',
      );
    const random = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 20 });
    const shapes = ['goal', 'strategy', 'solution', 'context', 'assumption', 'challenge'] as const;
    const nodes = fc
      .sample(random, { numRuns: 120, seed: 1 })
      .map((text, at) => nodeOf(shapes[at % shapes.length]!, `G${at}`, text.join(' ')));
    const page = await pageOf();
    await page.setContent(htmlOf(painted(sceneOf('No font', nodes), { font: 'none' })));
    expect(await page.evaluate(textsOutside)).toEqual([]);
    await page.context().close();
  });

  it('are measured to the pixel: Latin, Greek and Cyrillic lines are as wide as the browser draws them, no line is wider', async () => {
    const exact = [
      'The quick brown fox jumps over the lazy dog, 0123456789!?',
      'AVATAR Toyota WAVE fi fl ffi office "quotes" (p) [q] {r} <s> & 5 % — … „“',
      'Příliš žluťoučký kůň úpěl ďábelské ódy; Zażółć gęślą jaźń; Öl, Straße',
      'Δοκιμή αβγδ Ωμέγα; Модель не может выполнить цепочку действий',
    ];
    const strangers = [
      'Tiếng Việt Ẁide',
      'հայերեն',
      'שלום עולם',
      'مرحبا بالعالم',
      'नमस्ते',
      'สวัสดี',
      '模型权重',
      '안전성',
      '😀👩‍👩‍👧‍👦❤️',
      '∀ε>0 → ⟨x⟩ ℕ ∑',
    ];
    const scene = sceneOf('Widths', [nodeOf('goal', 'G1', 'a')]);
    const page = await pageOf();
    await page.setContent(htmlOf(painted(scene)));
    await page.evaluate('document.fonts.ready');
    const drawn = (text: string, look: string): Promise<number> =>
      page.evaluate(
        ([words, names]) => {
          const doc = (
            globalThis as unknown as {
              document: {
                querySelector(query: string): { appendChild(node: unknown): void };
                createElementNS(
                  space: string,
                  name: string,
                ): {
                  setAttribute(name: string, value: string): void;
                  textContent: string;
                  getComputedTextLength(): number;
                };
              };
            }
          ).document;
          const element = doc.createElementNS('http://www.w3.org/2000/svg', 'text');
          element.setAttribute('class', names!);
          element.textContent = words!;
          doc.querySelector('svg').appendChild(element);
          return element.getComputedTextLength();
        },
        [text, look],
      );
    for (const text of exact) {
      expect(Math.abs((await drawn(text, '')) - textWidth(text, 'regular', 14))).toBeLessThan(0.1);
      expect(Math.abs((await drawn(text, 'small')) - textWidth(text, 'regular', 12))).toBeLessThan(0.1);
    }
    for (const text of exact.slice(0, 3))
      expect(Math.abs((await drawn(text, 'name')) - textWidth(text, 'semibold', 14))).toBeLessThan(0.1);
    for (const text of [...strangers, ...exact]) {
      expect(await drawn(text, '')).toBeLessThanOrEqual(textWidth(text, 'regular', 14) + 0.1);
      expect(await drawn(text, 'name')).toBeLessThanOrEqual(textWidth(text, 'semibold', 14) + 0.1);
    }
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)(
    'give axe-core nothing to object to, in a page and alone (%s)',
    async (scheme) => {
      const gallery = shapeScenes.map(({ scene }, at) => painted(scene, { idPrefix: `d${at}-`, font: 'none' }));
      const linked = painted(
        sceneOf(
          'Links',
          [nodeOf('goal', 'G1', 'a', { link: '#x' }), nodeOf('goal', 'G2', 'b', { link: 'https://example.org' })],
          [edgeOf(0, 1, 'supportedBy')],
        ),
      );
      const page = await pageOf(scheme);
      const messages: string[] = [];
      page.on('console', (message) => messages.push(message.text()));
      const violations = async (): Promise<unknown> => {
        await page.evaluate(axe);
        return page.evaluate(
          'axe.run().then((result) => result.violations.map((one) => one.id + ": " + one.nodes[0].html.slice(0, 200)))',
        );
      };
      await page.setContent(htmlOf(...gallery, linked));
      expect(await violations()).toEqual([]);
      for (const [at, svg] of [...gallery, linked].entries()) {
        const file = join(folder, `${scheme}-${at}.svg`);
        writeFileSync(file, svg);
        await page.goto(`file://${file}`);
        expect(await violations()).toEqual([]);
      }
      expect(messages).toEqual([]);
      await page.context().close();
    },
  );

  it('are walked by a screen reader node by node, in reading order', async () => {
    const nodes = [
      nodeOf('goal', 'G1', 'Safe'),
      nodeOf('context', 'C1', 'Here'),
      nodeOf('solution', 'Sn1', 'Log', { link: '#Sn1' }),
    ];
    const edges = [edgeOf(0, 1, 'inContextOf'), edgeOf(0, 2, 'supportedBy')];
    const page = await pageOf();
    await page.setContent(
      htmlOf(painted({ ...sceneOf('Case', nodes, edges), legend: [{ sign: { kind: 'doubt' }, text: 'doubt' }] })),
    );
    const session = await page.context().newCDPSession(page);
    const { nodes: tree } = await session.send('Accessibility.getFullAXTree');
    const heard = tree
      .filter(({ ignored, role }) => !ignored && /^(?:graphics-|link)/.test(String(role?.value)))
      .map(({ role, name: said }) => `${role?.value}: ${said?.value}`);
    expect(heard).toEqual([
      'graphics-document: Case',
      'graphics-symbol: Goal G1: Safe. In context of C1. Supported by Sn1.',
      'graphics-symbol: Context C1: Here.',
      'link: Solution Sn1: Log.',
    ]);
    await page.context().close();
  });

  it('follow the theme of the reader, and are light on paper', async () => {
    const page = await pageOf('dark');
    await page.setContent(htmlOf(painted(sceneOf('Theme', [nodeOf('goal', 'G1', 'a')]))));
    const ground = `getComputedStyle(document.querySelector('svg .page')).fill`;
    expect(await page.evaluate(ground)).toBe('rgb(15, 19, 23)');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    expect(await page.evaluate(ground)).toBe('rgb(247, 248, 250)');
    await page.context().close();
  });
});
