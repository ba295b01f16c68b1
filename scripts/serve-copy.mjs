import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';

/** Serves a copy of a folder of the project, under git, with state of its own: where pictures of the workspace are taken. */
export async function served(example, { asOf = '2026-11-23' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'surety-pictures-'));
  const state = mkdtempSync(join(tmpdir(), 'surety-pictures-state-'));
  process.on('exit', () => {
    for (const one of [folder, state]) rmSync(one, { recursive: true, force: true });
  });
  cpSync(join(root, example), folder, { recursive: true });
  const git = (...args) => execFileSync('git', args, { cwd: folder });
  git('init', '-q', '-b', 'main');
  // Whoever writes in the page is called so too.
  git('config', 'user.name', 'A. Person');
  git('config', 'user.email', 'a@example.org');
  git('add', '-A');
  git('commit', '-qm', 'The case as it was accepted');
  const args = ['packages/cli/bin/surety.js', 'serve', folder, '--no-open', '--as-of', asOf];
  const env = { ...process.env, XDG_STATE_HOME: state, XDG_CACHE_HOME: state };
  const child = spawn(process.execPath, args, { cwd: root, env });
  process.on('exit', () => child.kill());
  const url = await new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/\S+#token=\S+/.exec(said)?.[0];
      if (found !== undefined) done(found);
    });
    child.on('exit', (code) => fail(new Error(`the server ended with ${code}: ${said}`)));
  });
  return {
    folder,
    url,
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    /** As it was when it was copied. */
    restore: () => {
      git('checkout', '-q', '--', '.');
      git('clean', '-fdq');
    },
    write: (file, text) => writeFileSync(join(folder, file), text),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.on('exit', done);
        child.kill();
      }),
  };
}

export function launch(more = []) {
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...more] });
}

/** Waits until a view shows what it has to show; one that does not is no picture of it. */
export async function settled(page) {
  await page.locator('main h1, main .empty').first().waitFor({ state: 'attached', timeout: 10_000 });
  await page.waitForFunction(() => document.querySelector('main .skeleton') === null, undefined, { timeout: 25_000 });
  await page.waitForTimeout(400);
}
