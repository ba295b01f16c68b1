/**
 * `npm test`: sets up what is missing, then lint, types, import direction, generated files, the licence, and all tests.
 * Closes with one line: `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, setUp } from './setup.mjs';

const long = process.argv.includes('--long');
const ci = process.env.CI === 'true';
const started = Date.now();
const failures = [];

setUp();
ensureBrowser();

step('licence', () => /Apache License\s+Version 2\.0/.test(readFileSync(join(root, 'LICENSE'), 'utf8')));
step('lint', () => node('node_modules/@biomejs/biome/bin/biome', 'check', '.'));
step('types of tests', () =>
  ['tsconfig.json', 'tsconfig.browser.json'].every((of) => node('node_modules/typescript/bin/tsc', '-p', of)),
);
step('import direction', () => node('scripts/import-direction.mjs'));
step('generated files', () => node('scripts/generate.mjs', '--check'));
const counts = runTests();

for (const name of failures) console.error(`FAILED: ${name}`);
const seconds = Math.round((Date.now() - started) / 1000);
console.log(`${seconds} s in all; checks: ${5 - failures.length} passed, ${failures.length} failed`);
console.log(
  `${counts.passed + 5 - failures.length} passed, ${counts.failed + failures.length} failed, ${counts.skipped} skipped`,
);
process.exitCode = failures.length + counts.failed === 0 && counts.ran ? 0 : 1;

function step(name, check) {
  console.log(`— ${name}`);
  if (!check()) failures.push(name);
}

function node(...args) {
  const { status, error } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status === 0;
}

function runTests() {
  console.log('— tests');
  const folder = mkdtempSync(join(tmpdir(), 'surety-test-'));
  const file = join(folder, 'results.json');
  const env = {
    ...process.env,
    ...(ci ? { SURETY_REQUIRE_BROWSER: '1' } : {}),
    ...(long ? { SURETY_LONG: '1', SURETY_FUZZ: '50000' } : {}),
  };
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env });
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0, ran: false };
  const result = JSON.parse(readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
  const all = result.testResults.flatMap((one) => one.assertionResults);
  for (const test of all)
    if (test.status === 'pending' || test.status === 'skipped') console.log(`skipped: ${test.fullName}`);
  const failed = Math.max(result.numFailedTests, status === 0 ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests, ran: result.numTotalTests > 0 };
}

/** As root on Debian, installs Chromium by name; elsewhere the tests that need it skip, and say so. */
function ensureBrowser() {
  if (['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync)) return;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  console.log('Installing Chromium …');
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync('apt-get', ['update'], quiet);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], quiet);
}
