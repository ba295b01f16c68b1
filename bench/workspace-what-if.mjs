/**
 * What-if on a case of 10,000 elements in a real browser over the real server:
 * `node bench/workspace-what-if.mjs [--elements 10000] [--moves 200] [--runs 5]`, one line of JSON per run and one at the end.
 * Needs the built packages (`npm run build`, `node scripts/build-site.mjs`) and Chromium.
 *
 * A slider is moved as by a person's hand; from the input to the first frame after the numbers of the page are those of its
 * value. The last number of each run is compared with the one that `surety assess` gives for the changed text before any
 * time counts. Bars: 95th percentile at most 50 ms, the engine's own time at most 4 ms (median).
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../scripts/setup.mjs';
import { generateCase } from './generate-case.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const [elements, moves, runs] = [option('elements', 10_000), option('moves', 200), option('runs', 5)];
const bars = { painted: 50, engine: 4 };
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const round = (value) => Number(value.toFixed(1));

const folder = mkdtempSync(join(tmpdir(), 'surety-bench-'));
const file = join(folder, 'case.yaml');
writeFileSync(file, generateCase({ elements }));
const surety = (...args) => [join(root, 'packages/cli/bin/surety.js'), ...args];
const kept = mkdtempSync(join(tmpdir(), 'surety-bench-state-'));
const env = { ...process.env, XDG_CACHE_HOME: kept, XDG_STATE_HOME: kept };
const server = spawn(process.execPath, surety('serve', file, '--no-open'), { env });
const url = await new Promise((done, fail) => {
  let said = '';
  server.stdout.on('data', (chunk) => {
    said += chunk;
    const found = /http:\/\/\S+#token=\S+/.exec(said)?.[0];
    if (found !== undefined) done(found);
  });
  server.on('exit', () => fail(new Error(`the server ended: ${said}`)));
});
const browser = await chromium.launch({ executablePath, args: flags });
const load = loadavg().map(round);
console.log(JSON.stringify({ flags, browser: browser.version(), elements, moves, load }));

try {
  const painted = [];
  const engine = [];
  for (let run = 0; run < runs; run++) {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await page.goto(url);
    await page.getByRole('link', { name: 'What if', exact: true }).click({ timeout: 120_000 });
    await page.getByRole('slider').first().waitFor({ timeout: 120_000 });
    const found = await page.evaluate(moveSlider, { moves, run });
    check(found);
    painted.push(quantile(found.times, 0.95));
    engine.push(quantile(found.engine, 0.5));
    const told = {
      run,
      median: round(quantile(found.times, 0.5)),
      p95: round(painted.at(-1)),
      engine: round(engine.at(-1)),
    };
    console.log(JSON.stringify(told));
    await page.context().close();
  }
  const [p95, own] = [quantile(painted, 0.5), quantile(engine, 0.5)];
  const within = p95 <= bars.painted && own <= bars.engine;
  console.log(JSON.stringify({ what: 'what-if, median of runs', p95: round(p95), engine: round(own), bars, within }));
} finally {
  await browser.close();
  server.kill();
  for (const one of [folder, kept]) rmSync(one, { recursive: true });
}

/** What the command says of the text with the value in it. */
function check({ leaf, value, number }) {
  const before = readFileSync(file, 'utf8');
  const changed = before.replace(
    new RegExp(`(\\b${leaf}:[^\\n]*(?:\\n(?! {2}\\S).*)*?elicited: )[\\d.e-]+`),
    `$1${value}`,
  );
  if (changed === before) throw new Error(`${leaf} has no elicited doubt in the text`);
  const other = join(folder, 'changed.yaml');
  writeFileSync(other, changed);
  const { stdout } = spawnSync(process.execPath, surety('assess', other, '--json'), { env, maxBuffer: 1 << 28 });
  rmSync(other);
  const said = JSON.parse(stdout).outcomes[0].number;
  if (Number(said.toPrecision(3)) !== number) throw new Error(`${number} in the page, ${said} by the command`);
}

/** Runs in the page: moves the slider of a leaf, and waits each time for the frame that shows the new numbers. */
async function moveSlider({ moves, run }) {
  const slider = document.querySelectorAll('.lever input[type=range]')[run % 5];
  const results = document.querySelector('[aria-label="Outcomes side by side"]').closest('section.card');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const own = () => Number(results.querySelector('[data-milliseconds]')?.dataset.milliseconds);
  const times = [];
  const engine = [];
  for (let at = 0; at < moves; at++) {
    const place = 300 + ((at * 37 + run) % 600);
    if (String(place) === slider.value) continue;
    const from = performance.now();
    const shown = new Promise((done) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        done();
      });
      watch.observe(results, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    set.call(slider, place);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await shown;
    await frame();
    // The first moves prepare the case, once.
    if (at >= 5) {
      times.push(performance.now() - from);
      engine.push(own());
    }
    await frame();
  }
  const row = slider.closest('.lever');
  const cells = results.querySelectorAll('tbody tr td:nth-of-type(2) strong');
  return {
    leaf: row.querySelector('strong').textContent,
    value: row.querySelector('.lever-number').value,
    number: Number(cells[0].textContent),
    times,
    engine,
  };
}
