import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

/** The workspace as a person has it: the command serves a copy of a case, and a real browser shows the page. */

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
/** A day on which the evidence of the examples holds. */
export const asOf = '2026-11-28';

/** Skips visibly where there is no browser, unless one is required. */
export const canBrowse = executablePath !== undefined || process.env.SURETY_REQUIRE_BROWSER === '1';

export interface Served {
  readonly folder: string;
  /** With the token. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  readonly process: ChildProcess;
  read(file: string): string;
  write(file: string, text: string): void;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Copies a folder (of the project, or given whole) to a place of its own, under git, and serves it. */
export async function serve(
  example: string | { readonly files: Readonly<Record<string, string>> },
  options: readonly string[] = [],
): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'surety-workspace-'));
  if (typeof example === 'string') cpSync(join(root, example), folder, { recursive: true });
  else for (const [file, text] of Object.entries(example.files)) writeFileSync(join(folder, file), text);
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=A. Person', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
  git('init', '-q');
  git('config', 'user.name', 'A. Person');
  git('config', 'user.email', 'a@example.org');
  git('add', '-A');
  git('commit', '-qm', 'First');
  return serveFolder(folder, options);
}

export async function serveFolder(folder: string, options: readonly string[] = []): Promise<Served> {
  execFileSync(process.execPath, [join(root, 'scripts/build-site.mjs')]);
  const args = ['packages/cli/bin/surety.js', 'serve', folder, '--no-open', '--as-of', asOf, ...options];
  // What an earlier run keeps for its user must not meet this one's; the folder may be one below the root of its repository.
  const kept = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { cwd: folder, encoding: 'utf8' }).trim();
  const env = { ...process.env, XDG_CACHE_HOME: join(kept, 'cache'), XDG_STATE_HOME: join(kept, 'state') };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await new Promise<string>((done, fail) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      const found = /http:\/\/\S+#token=\S+/.exec(said)?.[0];
      if (found !== undefined) done(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => fail(new Error(`surety serve ended with ${code}: ${said}`)));
  });
  const { origin, hash } = new URL(url);
  return {
    folder,
    url,
    origin,
    token: hash.slice('#token='.length),
    process: child,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    write: (file, text) => writeFileSync(join(folder, file), text),
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.on('exit', done));
      child.kill(signal);
      await ended;
    },
  };
}

/** Stops the server and takes its folder away. */
export async function clear(served: Served | undefined): Promise<void> {
  await served?.stop();
  if (served !== undefined) rmSync(served.folder, { recursive: true, force: true });
}

export async function launch(): Promise<Browser> {
  if (executablePath === undefined) throw new Error('Chromium is required here, and it is not installed');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args });
}

/** One browser and one served case for all tests of a suite; both end behind them. */
export interface Suite {
  readonly browser: Browser;
  readonly served: Served;
  /** Serves the same folder again, at the same place, after the server was stopped. */
  serveAgain(): Promise<void>;
}

/** @param begin what is done to the case before the first test */
export function suiteOf(example: Parameters<typeof serve>[0], begin?: (served: Served) => void): Suite {
  let browser: Browser | undefined;
  let served: Served | undefined;
  beforeAll(async () => {
    browser = await launch();
    served = await serve(example);
    begin?.(served);
  });
  afterAll(async () => {
    await browser?.close();
    await clear(served);
  });
  const there = <T>(one: T | undefined): T => {
    if (one === undefined) throw new Error('The suite has not begun');
    return one;
  };
  return {
    get browser() {
      return there(browser);
    },
    get served() {
      return there(served);
    },
    serveAgain: async () => {
      const { folder, origin } = there(served);
      served = await serveFolder(folder, ['--port', new URL(origin).port]);
    },
  };
}

export interface Opened {
  readonly page: Page;
  /** What the console said that is worse than a log, and what went wrong in the page. */
  readonly troubles: string[];
  /** Goes to a view of the workspace in this page. */
  goTo(path: string): Promise<void>;
}

/** Opens the workspace in a window of its own, and waits until the case is shown. */
export async function open(browser: Browser, served: Served, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const to = new URL(request.url());
    if (!['data:', 'blob:'].includes(to.protocol) && to.origin !== served.origin)
      troubles.push(`request to ${to.href}`);
  });
  await page.goto(served.url);
  // What a view begins with; parts of it may still be on their way, and whoever looks for them waits for them.
  const ready = () => page.locator('main h1').first().waitFor({ state: 'attached' });
  await ready();
  return {
    page,
    troubles,
    goTo: async (path) => {
      await page.goto(served.origin + path);
      await ready();
    },
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds against WCAG 2.2 AA, as one line each. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // Colours on their way to another theme are those of neither.
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // By evaluation and not as a script element, which the policy of the page refuses.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as never as {
        axe: {
          run: (
            of: Document,
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
    );
  });
}

/** No view may need the page to be moved sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, 'width of the page').toBeLessThanOrEqual(client);
}
