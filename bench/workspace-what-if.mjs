/**
 * What-if on a case of 10,000 elements in a real browser over the real server:
 * `node bench/workspace-what-if.mjs [--elements 10000] [--moves 200] [--runs 5] [--json]`.
 * Needs the built packages (`npm run build`, `node scripts/build-site.mjs`) and Chromium.
 *
 * A slider is moved as by a person's hand; from the input to the first frame after the numbers of the page are those of its
 * value. The last number of each run is compared with the one that `surety assess` gives for the changed text before any
 * time counts. Bars: 95th percentile at most 50 ms, the engine's own time at most 4 ms (median).
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/setup.mjs';
import { generateCase } from './generate-case.mjs';
import { launch, load, median, option, pageOf, quantile, round, say, serve, temporary } from './workspace-page.mjs';

const [elements, moves, runs] = [option('elements', 10_000), option('moves', 200), option('runs', 5)];
const bars = { painted: 50, engine: 4 };
const served = await serve({ text: generateCase({ elements }) });
const browser = await launch();
const beside = temporary();

try {
  const painted = [];
  const engine = [];
  for (let run = 0; run < runs; run++) {
    const page = await pageOf(browser);
    await page.goto(served.url);
    await page.getByRole('link', { name: 'What if', exact: true }).click({ timeout: 120_000 });
    // Prepared when the view opens: how long a person who moves something at once would wait is told apart.
    const from = performance.now();
    await page.getByText('Move anything below').waitFor({ timeout: 120_000 });
    const ready = performance.now() - from;
    const found = await page.evaluate(moveSlider, { moves, run });
    check(found);
    painted.push(quantile(found.times, 0.95));
    engine.push(median(found.engine));
    say({
      what: `run ${run + 1}`,
      median: round(median(found.times)),
      p95: round(painted.at(-1)),
      worst: round(Math.max(...found.times)),
      engine: round(engine.at(-1)),
      prepared: Math.round(ready),
      moves: found.times.length,
      load: load(),
    });
    await page.context().close();
  }
  const [p95, own] = [median(painted), median(engine)];
  const within = p95 <= bars.painted && own <= bars.engine;
  say({
    what: `what-if, ${elements} elements, median of ${runs} runs`,
    p95: round(p95),
    engine: round(own),
    bars,
    within,
  });
} finally {
  await browser.close();
  served.stop();
}

/** What the command says of the text with the value in it. */
function check({ leaf, value, number }) {
  const before = readFileSync(join(served.folder, 'case.yaml'), 'utf8');
  const changed = before.replace(
    new RegExp(`(\\n {2}${leaf}:\\n {4}text: [^\\n]*\\n {4}doubt: )[\\d.e+-]+`),
    `$1${value}`,
  );
  if (changed === before) throw new Error(`${leaf} has no doubt of its own in the text`);
  const other = join(beside, 'changed.yaml');
  writeFileSync(other, changed);
  const args = [join(root, 'packages/cli/bin/surety.js'), 'assess', other, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    env: served.env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(`surety assess said nothing: ${stderr}`);
  const said = JSON.parse(stdout).outcomes[0].number;
  if (Number(said.toPrecision(3)) !== number) throw new Error(`${number} in the page, ${said} by the command`);
}

/** Runs in the page: moves the slider of a leaf, and waits each time for the frame that shows the new numbers. */
async function moveSlider({ moves, run }) {
  const slider = document.querySelectorAll('.lever input[type=range]')[run % 5];
  const row = slider.closest('.lever');
  const leaf = row.querySelector('strong').textContent;
  const results = document.querySelector('[aria-label="Outcomes side by side"]').closest('section.card');
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const told = () => results.querySelector('[data-of]')?.dataset;
  const tried = () => row.querySelector('.lever-number').value;
  const times = [];
  const engine = [];
  for (let at = 0; at < moves; at++) {
    const place = 300 + ((at * 37 + run) % 600);
    if (String(place) === slider.value) continue;
    const from = performance.now();
    set.call(slider, place);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // What is tried out is in the number beside the slider at once; the results say of which value they are.
    while (told()?.of !== `doubt ${leaf} ${tried()}`) {
      await new Promise((done) => {
        const watch = new MutationObserver(() => {
          watch.disconnect();
          done();
        });
        watch.observe(results, { subtree: true, childList: true, characterData: true, attributes: true });
      });
    }
    // The numbers are painted with the next frame; a message that is sent in it comes after that.
    await frame();
    await new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
    times.push(performance.now() - from);
    engine.push(Number(told().milliseconds));
    await frame();
  }
  const cells = results.querySelectorAll('tbody tr td:nth-of-type(2) strong');
  return { leaf, value: tried(), number: Number(cells[0].textContent), times, engine };
}
