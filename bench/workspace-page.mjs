/** What the benches of the workspace share: a case behind the real server, a real browser over it, and how figures are told. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../scripts/setup.mjs';

/** How Chromium is started; all benches say it with their figures. */
export const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

/** The number after `--name` on the command line. */
export function option(name, usual) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

export const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
export const median = (values) => quantile(values, 0.5);
export const round = (value, digits = 1) => Number(value.toFixed(digits));
export const load = () => round(loadavg()[0]);

/** Tells a row of figures: as JSON with `--json`, else as text. */
export function say(row) {
  if (process.argv.includes('--json')) return console.log(JSON.stringify(row));
  const { what, within, ...rest } = row;
  const words = Object.entries(rest).map(
    ([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value).replaceAll('"', '') : value}`,
  );
  console.log(`${what}: ${words.join(', ')}${within === undefined ? '' : within ? '  within' : '  ABOVE'}`);
}

/** A folder that is gone when the bench is over. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'surety-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Serves a case: the text of one, or a folder of the project, of which it is a copy. What the server keeps stands beside it. */
export async function serve(of, ...args) {
  const home = temporary();
  const folder = join(home, 'case');
  if (of.folder !== undefined) cpSync(join(root, of.folder), folder, { recursive: true });
  else {
    mkdirSync(folder);
    writeFileSync(join(folder, 'case.yaml'), of.text);
  }
  const env = { ...process.env, XDG_CACHE_HOME: join(home, 'cache'), XDG_STATE_HOME: join(home, 'state') };
  const child = spawn(process.execPath, ['packages/cli/bin/surety.js', 'serve', folder, '--no-open', ...args], {
    cwd: root,
    env,
  });
  process.on('exit', () => child.kill());
  const url = await new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/\S+#token=\S+/.exec(said)?.[0];
      if (found !== undefined) done(found);
    });
    child.on('exit', () => fail(new Error(`the server ended: ${said}`)));
  });
  return { folder, env, url, stop: () => child.kill() };
}

export async function launch() {
  const browser = await chromium.launch({ executablePath, args: flags });
  say({ what: 'browser', version: browser.version(), flags, load: load() });
  return browser;
}

/** A page of its own, with nothing in its cache, once the browser has made the window around it. */
export async function pageOf(browser) {
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  ).newPage();
  await atRest(browser);
  return page;
}

/** Waits until the browser does nothing more that it was doing: with a window it makes parts of its own, which no page asked for. */
export async function atRest(browser) {
  for (let last = -1, now = await cpuSeconds(browser); now - last > 0.1; ) {
    await new Promise((done) => setTimeout(done, 1000));
    [last, now] = [now, await cpuSeconds(browser)];
  }
}

/** Processor time of the browser's processes so far, in seconds: on a busy machine it tells more than the clock. */
export async function cpuSeconds(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

/**
 * The processor time in milliseconds of the longest task of any main thread of a page while something is done: what a frame
 * waits for at most, however busy the machine is. Watching costs time, so that nothing else is measured meanwhile.
 */
export async function busiestTask(browser, work) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', '__metadata'] },
  });
  await work();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const nameOf = ({ pid, tid }) => `${pid} ${tid}`;
  const mains = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(nameOf),
  );
  const times = events.filter((event) => event.tdur !== undefined && mains.has(nameOf(event))).map(({ tdur }) => tdur);
  if (times.length === 0) throw new Error('the browser told of no task');
  return times.reduce((most, one) => Math.max(most, one)) / 1000;
}

/** Frames a second of a movement, by the milliseconds of each frame, and whether they are within the bars of the argument view. */
export function framesOf(times, bars) {
  const rates = times.map((time) => 1000 / time);
  const [middle, least] = [round(median(rates)), round(Math.min(...rates))];
  const slow = times.filter((time) => time > 1000 / bars.least).length;
  return { frames: times.length, median: middle, least, slow, within: middle >= bars.median && least >= bars.least };
}
