/**
 * The report of a case of 10,000 elements: seconds to write it, its size, and seconds until Chromium shows it.
 * `node bench/report.mjs [--elements 10000] [--runs 5]`; the bar is 3 s to open. Needs the built packages and Chromium.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { generateCase } from './generate-case.mjs';

const { values } = parseArgs({
  options: { elements: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'surety-report-'));
const text = join(folder, 'case.yaml');
const file = join(folder, 'report.html');
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(2);

try {
  writeFileSync(text, generateCase({ elements: Number(values.elements), quantities: 20 }));
  const start = performance.now();
  const argv = ['packages/cli/bin/surety.js', 'report', text, '--as-of', '2026-11-23', '-o', file];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  console.log(`written in ${seconds(start)} s, ${(statSync(file).size / 1e6).toFixed(1)} MB`);

  const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const times = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, offline: true });
    const page = await context.newPage();
    const since = performance.now();
    await page.goto(`file://${file}`, { waitUntil: 'load' });
    // Two frames later what was loaded is on the screen.
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    if (!(await page.isVisible('#in-short'))) throw new Error('the first screen is not there');
    times.push(Number(seconds(since)));
    await context.close();
  }
  await browser.close();
  times.sort((a, b) => a - b);
  console.log(`opened in ${times.join(', ')} s; median ${times[Math.floor(times.length / 2)]} s (bar: 3 s)`);
} finally {
  rmSync(folder, { recursive: true });
}
