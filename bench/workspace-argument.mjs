/**
 * The argument view of the workspace with 10,000 elements, in a real browser over the real server:
 * `node bench/workspace-argument.mjs [--elements 11200] [--runs 5] [--seconds 3] [--json]`, one line per measure. Needs the
 * built packages (`npm run build`, `node scripts/build-site.mjs`) and Chromium.
 *
 * First render: from the click on the place in the navigation, with the case read and judged, until the diagram is painted;
 * each run in a page of its own. Frames: all levels unfolded, then the picture is moved, or zoomed out and in, with every
 * frame, at three scales; what is counted is the time from frame to frame. Before the times count, it is checked that all
 * elements are in the diagram, that the picture moved, and that what is in the middle of the window can be read there. The
 * same is done once more while the tasks of the page are watched: how much processor time the longest of them takes is the
 * same on a busy machine, on which frames are late for other reasons.
 * Bars: first render at most 1.5 s, frames at a median of at least 55 a second and none under 30.
 */
import { generateCase } from './generate-case.mjs';
import {
  atRest,
  busiestTask,
  cpuSeconds,
  framesOf,
  launch,
  load,
  median,
  option,
  pageOf,
  round,
  say,
  serve,
} from './workspace-page.mjs';

const [elements, runs, seconds] = [option('elements', 11_200), option('runs', 5), option('seconds', 3)];
const bars = { firstRender: 1500, median: 55, least: 30 };
const served = await serve({ text: generateCase({ elements }) });
const browser = await launch();

try {
  const renders = [];
  const cpu = [];
  let page;
  for (let run = 0; run < runs; run++) {
    await page?.context().close();
    page = await openPage();
    const before = await cpuSeconds(browser);
    renders.push(await page.evaluate(firstRender));
    cpu.push(1000 * ((await cpuSeconds(browser)) - before));
  }
  const milliseconds = Math.round(median(renders));
  say({
    what: 'first render',
    milliseconds,
    all: renders.map(Math.round),
    within: milliseconds <= bars.firstRender,
    cpuMs: cpu.map(Math.round),
  });

  const from = Date.now();
  await page.getByLabel('Levels shown').selectOption('all');
  await page.getByText(/^All [\d]+ shown$/).waitFor({ state: 'attached', timeout: 60_000 });
  const shown = Number(/\d+/.exec(await page.getByText(/^All [\d]+ shown$/).textContent())[0]);
  if (shown < 0.85 * elements) throw new Error(`only ${shown} of ${elements} elements are drawn`);
  say({ what: 'unfold all', nodes: shown, milliseconds: Date.now() - from });

  for (const scale of ['readable', 'middle', 'whole']) {
    await page.evaluate(setScale, scale);
    await page.waitForTimeout(700);
    if (scale === 'readable') await checkReadable(page);
    for (const move of ['pan', 'zoom']) {
      const before = await cpuSeconds(browser);
      const { frames, moved } = await page.evaluate(frameTimes, { move, seconds });
      if (!moved) throw new Error(`the picture did not ${move}`);
      const cpu = (1000 * ((await cpuSeconds(browser)) - before)) / frames.length;
      const busiest = await busiestTask(browser, () => page.evaluate(frameTimes, { move, seconds }));
      report(`${move}, ${scale}`, frames, cpu, busiest);
    }
  }
} finally {
  await browser.close();
  served.stop();
}

async function openPage() {
  const made = await pageOf(browser);
  await made.goto(served.url);
  await made.getByText('Assessed as of').waitFor({ timeout: 120_000 });
  // What is judged anew when the evidence is there, is over.
  await atRest(browser);
  return made;
}

async function checkReadable(of) {
  await of.waitForFunction(
    () => {
      const names = [...document.querySelectorAll('.v-port [role=treeitem] text.name')];
      return names.filter(({ textContent }) => /^(G|S|Sn)\d+$/.test(textContent)).length >= 5;
    },
    undefined,
    { timeout: 20_000 },
  );
}

function report(what, times, cpu, busiest) {
  say({ what, ...framesOf(times, bars), cpuMsPerFrame: round(cpu), busiestTaskMs: round(busiest), load: load() });
}

// What follows runs in the page.

async function firstRender() {
  const from = performance.now();
  document.querySelector('nav a[href^="/argument"]').click();
  while (document.querySelector('.v-port [role=treeitem] text') === null) await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await new Promise((done) => setTimeout(done));
  return performance.now() - from;
}

async function setScale(scale) {
  const port = document.querySelector('.v-port');
  const press = (key, on = port) =>
    on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  press('0');
  if (scale === 'whole') return;
  // At the foot of the argument, where elements stand close together, at 100 %.
  for (const key of ['End', '1', 'ArrowUp']) {
    press(key, document.querySelector('.v-port [role=treeitem][tabindex="0"]'));
    await new Promise((done) => setTimeout(done, 300));
  }
  if (scale === 'readable') return;
  // Out until boxes are drawn without their text.
  const { left, top, width, height } = port.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2 };
  for (let step = 0; step < 7; step++) {
    port.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: 100, ctrlKey: true, bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
  }
}

async function frameTimes({ move, seconds: length }) {
  const port = document.querySelector('.v-port');
  const sheet = port.querySelector('.v-sheet');
  const place = () => sheet.style.transform + sheet.querySelector('svg').getAttribute('viewBox');
  const { left, top, width, height } = port.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  const before = place();
  const frames = [];
  let isMoved = false;
  let last = await new Promise(requestAnimationFrame);
  const began = last;
  for (let step = 0; last - began < 1000 * length; step++) {
    // To the right for half a second and back, 80 pixels a frame; or in and out.
    const way = Math.floor(step / 30) % 2 === 0 ? 1 : -1;
    if (move === 'pan') {
      const key = way === 1 ? 'ArrowRight' : 'ArrowLeft';
      port.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    } else port.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -12 * way, ctrlKey: true }));
    const now = await new Promise(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    isMoved ||= place() !== before;
  }
  return { frames, moved: isMoved };
}
