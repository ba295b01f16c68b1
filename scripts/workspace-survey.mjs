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
const places = Object.fromEntries(
  Object.entries({
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
  }).map(([name, at]) => [name, { at }]),
);

const run = async (page, name) => {
  await page.getByRole('button', { name }).click({ timeout: 3000 });
  await page.waitForFunction(() => document.querySelector('main .bar button') === null, undefined, { timeout: 40_000 });
};

/** States that are not places: what is done to the page or to the folder first. */
const states = {
  help: {
    at: '/',
    prepare: (page) => page.keyboard.press('?'),
  },
  'risk-horizon-run': { at: '/risk?part=horizon', prepare: (page) => run(page, /^Capability/) },
  'risk-advice-run': { at: '/risk?part=advice&outcome=sabotage', prepare: (page) => run(page, 'Try changes') },
  'argument-help': {
    at: '/argument',
    prepare: (page) => page.locator('.ar-bar, main').getByRole('button', { name: /keys/i }).first().click(),
  },
  'argument-edit': {
    at: '/argument',
    prepare: (page) => page.getByRole('button', { name: 'Edit' }).first().click({ timeout: 3000 }),
  },
  'argument-filter': {
    at: '/argument',
    prepare: (page) =>
      page
        .getByRole('button', { name: /^Filter/ })
        .first()
        .click({ timeout: 3000 }),
  },
  'what-if-tried': {
    at: '/what-if',
    prepare: async (page) => {
      await page.locator('main input[type=text], main input:not([type])').nth(1).fill('0.02', { timeout: 3000 });
      await page.keyboard.press('Enter');
    },
  },
  'evidence-one': {
    at: '/evidence',
    prepare: (page) => page.locator('main table a').first().click({ timeout: 3000 }),
  },
  'challenge-form': {
    at: '/review',
    prepare: (page) => page.getByRole('button', { name: /raise/i }).first().click({ timeout: 3000 }),
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

const sizes = {
  wide: { viewport: { width: 1440, height: 900 } },
  narrow: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
/** As high as a picture gets: what is further down is looked at by scrolling. */
const mostScreens = 3;

const browser = await launch();
for (const example of examples.split(',')) {
  const told = [];
  await Promise.all(Object.entries(sizes).map(([size, options]) => survey(example, size, options, told)));
  writeFileSync(join(out, `${example}.txt`), [...new Set(told)].sort().join('\n'));
}
await browser.close();

async function survey(example, size, options, told) {
  const server = await served(`examples/${example}`);
  const { viewport } = options;
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const tell = (name, what) => told.push(`${example} ${name} ${size}: ${what}`);
  page.on('pageerror', (error) => tell('page', error.message));
  const take = async (name) => {
    const { wide, high } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      high: document.documentElement.scrollHeight,
    }));
    if (wide > 0) tell(name, `${wide} px too wide`);
    for (const line of await smallTargets(page, size === 'narrow' ? 44 : 24)) tell(name, `small ${line}`);
    const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(high, mostScreens * viewport.height) };
    for (const theme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(out, `${example}.${name}.${size}.${theme}.png`), fullPage: true, clip });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
  try {
    await page.goto(server.url);
    for (const [name, { at, prepare, write, end }] of Object.entries({ ...places, ...states })) {
      if (!name.includes(word)) continue;
      const before = server.read('case.yaml');
      try {
        await page.goto(new URL(at, server.url).href);
        await settled(page);
        if (write !== undefined) {
          server.write('case.yaml', before.replace(write.find, write.put));
          await page.waitForTimeout(900);
        }
        await prepare?.(page);
        if (end === true) await server.stop();
        if (prepare !== undefined || end === true) await page.waitForTimeout(1000);
        await take(name);
      } catch (error) {
        tell(name, String(error.message).split('\n')[0]);
      }
      server.write('case.yaml', before);
    }
  } finally {
    await context.close();
    await server.stop();
    rmSync(server.folder, { recursive: true });
  }
}

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
      .filter(
        ([one], at, all) =>
          all.findIndex(([other]) => `${other.tagName}.${other.className}` === `${one.tagName}.${one.className}`) ===
          at,
      )
      .map(([one, { height }]) => {
        const name = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 30);
        return `${one.tagName.toLowerCase()}.${one.className} ${Math.round(height)} high, such as “${name}”`;
      });
  }, least);
}
