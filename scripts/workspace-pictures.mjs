/** Draws the pictures of the workspace in docs/images/workspace: `node scripts/workspace-pictures.mjs`. Needs Chromium and a build. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './setup.mjs';

const pictures = {
  overview: '/',
  argument: '/argument?at=G-exfil-caught',
  'what-if': '/what-if',
  risk: '/risk',
  evidence: '/evidence?at=cyber-range',
  review: '/review',
};
const place = join(root, 'docs/images/workspace');
const folder = mkdtempSync(join(tmpdir(), 'surety-pictures-'));
cpSync(join(root, 'examples/coding-agent'), folder, { recursive: true });
const args = ['packages/cli/bin/surety.js', 'serve', folder, '--no-open', '--as-of', '2026-11-23'];
const server = spawn(process.execPath, args, { cwd: root });
try {
  const url = await new Promise((done, fail) => {
    server.stdout.on('data', (said) => done(/http:\S+/.exec(said)?.[0]));
    server.on('exit', (code) => fail(new Error(`the server ended with ${code}`)));
  });
  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1280, height: 820 }, reducedMotion: 'reduce' });
  await page.goto(url);
  mkdirSync(place, { recursive: true });
  for (const [name, address] of Object.entries(pictures)) {
    await page.goto(new URL(address, url).href);
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    await page.waitForFunction(() => document.querySelector('main .skeleton') === null);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(place, `${name}.png`) });
  }
  await browser.close();
} finally {
  server.kill();
  rmSync(folder, { recursive: true });
}
