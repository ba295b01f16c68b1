/**
 * Takes every view of the workspace, wide and narrow, light and dark, into a folder, to be looked at:
 * `node scripts/workspace-survey.mjs OUT [EXAMPLE[,EXAMPLE]] [WORD]`; with a word only the places that have it in their name.
 * Needs Chromium and a build.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, served, settled } from './serve-copy.mjs';
import { places, states } from './workspace-states.mjs';

const [out, examples = 'coding-agent,holistic', word = ''] = process.argv.slice(2);
if (out === undefined) throw new Error('say which folder the pictures go to');
mkdirSync(out, { recursive: true });

const sizes = {
  wide: { viewport: { width: 1440, height: 900 } },
  narrow: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};
/** Taking a picture of more than the window makes Chromium forget that there are fingers, unless it knows of nothing else. */
const fingers = [
  '--blink-settings=primaryPointerType=2,availablePointerTypes=2,primaryHoverType=1,availableHoverTypes=1',
];
/** As high as a picture gets: what is further down is looked at by scrolling. */
const mostScreens = 3;

for (const example of examples.split(',')) {
  const told = [];
  await Promise.all(Object.entries(sizes).map(([size, options]) => survey(example, size, options, told)));
  writeFileSync(join(out, `${example}.txt`), [...new Set(told)].sort().join('\n'));
}

async function survey(example, size, options, told) {
  const server = await served(`examples/${example}`);
  const browser = await launch(size === 'narrow' ? fingers : []);
  const tell = (name, what) => told.push(`${example} ${name} ${size}: ${what}`);
  const open = async () => {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => tell('page', error.message));
    await page.goto(server.url);
    return page;
  };
  try {
    const shared = await open();
    for (const [name, { at, before, prepare, end, ...only }] of Object.entries({ ...places, ...states })) {
      if (!name.includes(word) || (Object.keys(only).length > 0 && only[size] !== true)) continue;
      // What a state leaves in the browser must not be met by the next.
      const page = name in states ? await open() : shared;
      try {
        before?.(server);
        if (before !== undefined) await page.waitForTimeout(1500);
        await page.goto(new URL(at, server.url).href);
        await settled(page);
        await page
          .waitForFunction(() => document.querySelector('.is-computing') === null, undefined, { timeout: 20_000 })
          .catch(() => tell(name, 'computes for long'));
        await prepare?.(page, server);
        if (end === true) await server.stop();
        if (prepare !== undefined || end === true) await page.waitForTimeout(1000);
        await take(page, name, size, options, (what) => tell(name, what), example);
      } catch (error) {
        tell(name, String(error.message).split('\n')[0]);
      }
      if (page !== shared) await page.context().close();
      server.restore();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(server.folder, { recursive: true });
  }
}

async function take(page, name, size, { viewport }, tell, example) {
  const { wide, high } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    high: document.documentElement.scrollHeight,
  }));
  if (wide > 0) tell(`${wide} px too wide`);
  for (const line of await smallTargets(page, size === 'narrow' ? 44 : 24)) tell(`small ${line}`);
  // A picture of the whole page is taken as from its top.
  await page.evaluate(() => scrollTo(0, 0));
  const clip = { x: 0, y: 0, width: viewport.width, height: Math.min(high, mostScreens * viewport.height) };
  for (const theme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: theme });
    // A busy machine paints some of it in the colours of before for a while.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(out, `${example}.${name}.${size}.${theme}.png`), fullPage: true, clip });
  }
  await page.emulateMedia({ colorScheme: 'light' });
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
      .filter(
        (one) =>
          one.checkVisibility() && !inline(one) && one.closest('.visually-hidden, .skip, [style*="1px"]') === null,
      )
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
