/**
 * Takes every view of the workspace, wide and narrow, light and dark, into a folder, to be looked at:
 * `node scripts/workspace-survey.mjs OUT [EXAMPLE[,EXAMPLE]] [WORD]`; with a word only the places that have it in their name.
 * Needs Chromium and a build.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, served, settled } from './serve-copy.mjs';

const [out, examples = 'coding-agent,holistic', word = ''] = process.argv.slice(2);
if (out === undefined) throw new Error('say which folder the pictures go to');
mkdirSync(out, { recursive: true });

const parts = (view, names) => Object.fromEntries(names.map((name) => [`${view}-${name}`, `/${view}?part=${name}`]));
const places = {
  overview: '/',
  argument: '/argument',
  'argument-picked': '/argument?at=G1',
  text: '/text',
  'what-if': '/what-if',
  ...parts('risk', [
    'cut-sets',
    'path-set',
    'importance',
    'tornado',
    'exceedance',
    'horizon',
    'advice',
    'coverage',
    'macrosystem',
    'protocols',
    'chain',
  ]),
  evidence: '/evidence',
  ...parts('review', ['challenges', 'trial', 'sign-off', 'checklist', 'conditions', 'activity']),
  compare: '/compare',
  report: '/report',
};

/** States that are not places: what is done to the page or to the folder first. */
const states = {
  help: {
    at: '/',
    prepare: (page) => page.keyboard.press('?'),
  },
  'argument-help': {
    at: '/argument',
    prepare: async (page) => {
      await page.keyboard.press('?');
    },
  },
  'argument-menu': {
    at: '/argument',
    prepare: async (page) => {
      await page.locator('.ar-stage [data-id], .ar-stage .element').first().click({ button: 'right', timeout: 3000 });
    },
  },
  'evidence-one': {
    at: '/evidence',
    prepare: (page) => page.locator('main table a').first().click(),
  },
  'challenge-form': {
    at: '/review',
    prepare: (page) => page.getByRole('button', { name: /raise/i }).first().click(),
  },
  'stale-sign-off': {
    at: '/review?part=sign-off',
    write: { find: /owner: .*/, put: 'owner: Somebody else' },
  },
  'broken-text': { at: '/', write: { find: /^/, put: 'x: [\n' } },
  'broken-text-text': { at: '/text', write: { find: /^/, put: 'x: [\n' } },
  'broken-text-argument': { at: '/argument', write: { find: /^/, put: 'x: [\n' } },
  'broken-text-risk': { at: '/risk', write: { find: /^/, put: 'x: [\n' } },
  'broken-text-review': { at: '/review', write: { find: /^/, put: 'x: [\n' } },
  'server-gone': { at: '/', end: true },
};

const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const themes = ['light', 'dark'];

const browser = await launch();
for (const example of examples.split(',')) {
  const server = await served(`examples/${example}`);
  const told = [];
  try {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const theme of themes) {
        const context = await browser.newContext({
          viewport,
          colorScheme: theme,
          reducedMotion: 'reduce',
          hasTouch: size === 'narrow',
        });
        const page = await context.newPage();
        await page.goto(server.url);
        const take = async (name) => {
          await settled(page);
          const shown = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            high: document.documentElement.scrollHeight,
          }));
          if (shown.wide > 0) told.push(`${example} ${name} ${size}: ${shown.wide} px too wide`);
          const path = join(out, `${example}.${name}.${size}.${theme}.png`);
          const high = Math.min(shown.high, 3 * viewport.height);
          await page.setViewportSize({ ...viewport, height: viewport.height });
          await page.screenshot({ path, fullPage: true, clip: { x: 0, y: 0, width: viewport.width, height: high } });
          if (theme === 'light')
            told.push(
              ...(await smallTargets(page, size === 'narrow' ? 44 : 24)).map(
                (line) => `${example} ${name} ${size}: small ${line}`,
              ),
            );
        };
        for (const [name, address] of Object.entries(places)) {
          if (!name.includes(word)) continue;
          await page.goto(new URL(address, server.url).href);
          await take(name);
        }
        for (const [name, { at, prepare, write, end }] of Object.entries(states)) {
          if (!name.includes(word) || end) continue;
          await page.goto(new URL(at, server.url).href);
          await settled(page);
          const before = write === undefined ? undefined : server.read('case.yaml');
          try {
            if (write !== undefined) {
              server.write('case.yaml', before.replace(write.find, write.put));
              await page.waitForTimeout(900);
            }
            await prepare?.(page);
            await page.waitForTimeout(400);
            await take(name);
          } catch (error) {
            told.push(`${example} ${name} ${size} ${theme}: ${String(error.message).split('\n')[0]}`);
          } finally {
            if (before !== undefined) server.write('case.yaml', before);
          }
        }
        await context.close();
      }
    }
    if ('server-gone'.includes(word)) {
      const pages = [];
      for (const [size, viewport] of Object.entries(sizes)) {
        const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
        await page.goto(server.url);
        await settled(page);
        pages.push([size, page]);
      }
      await server.stop();
      for (const [size, page] of pages) {
        await page.waitForTimeout(2500);
        await page.screenshot({ path: join(out, `${example}.server-gone.${size}.light.png`) });
      }
    }
  } finally {
    await server.stop();
    rmSync(server.folder, { recursive: true });
  }
  writeFileSync(join(out, `${example}.txt`), [...new Set(told)].join('\n'));
}
await browser.close();

/** Controls that are smaller than `least` px either way; links within a sentence are not meant (WCAG 2.5.8). */
function smallTargets(page, least) {
  return page.evaluate((least) => {
    const inline = (one) => {
      const { display } = getComputedStyle(one);
      return display === 'inline';
    };
    return [
      ...document.querySelectorAll(
        'button, a[href], input, select, textarea, [role=button], [role=tab], [role=switch]',
      ),
    ]
      .filter((one) => one.checkVisibility() && !inline(one) && one.closest('.visually-hidden') === null)
      .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
      .filter(([, { width, height }]) => width > 0 && (height < least || width < least))
      .map(([one, { width, height }]) => {
        const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30);
        return `${one.tagName.toLowerCase()}.${one.className} “${name}” ${Math.round(width)}×${Math.round(height)}`;
      });
  }, least);
}
