/** Sets up what is missing: installed packages, the built code, the bundle of the command. Fast where nothing is. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs a command in the project; stops the process with its exit code where it fails. */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
}

/** The same through this very Node, so that no other version on the path is taken. */
export function runNode(args, options) {
  run(process.execPath, args, options);
}

export function setUp() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Surety needs Node 20.19 or later; this is ${process.versions.node}`);
    process.exit(2);
  }
  const is = (path) => existsSync(join(root, path));
  if (!isInstalled()) step('Installing packages', install);
  const built = is('packages/cli/dist/.tsbuildinfo');
  step('Building the code', () => runNode(['node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json']), built);
  const bundled = is('packages/cli/bundle/main.js');
  if (bundleIsOld()) step('Bundling the command', () => runNode(['scripts/bundle-cli.mjs']), bundled);
  step('Building the page', () => runNode(['scripts/build-site.mjs']), is('packages/cli/site/index.html'));
}

/** Says what begins, and what it took: a first start is minutes of silence otherwise. What was done before is soon done again. */
function step(what, work, before = false) {
  if (before) return work();
  console.error(`${what} …`);
  const start = performance.now();
  work();
  console.error(`  done in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Whether something was built since the command was bundled; `surety` itself asks the same (packages/cli/bin/start.js). */
function bundleIsOld() {
  const time = (path) => statSync(join(root, 'packages', path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const made = time('cli/bundle/main.js');
  const built = ['cli', 'core', 'engine', 'evidence', 'numerics', 'server'].map((name) =>
    time(`${name}/dist/.tsbuildinfo`),
  );
  return made === 0 || built.some((one) => one > made);
}

const marker = join(root, 'node_modules', '.installed-lock');

function lockDigest() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function isInstalled() {
  return existsSync(marker) && readFileSync(marker, 'utf8') === lockDigest();
}

function install() {
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0) {
    console.error('Set-up failed: `npm ci` could not install the packages (its own words stand above).');
    process.exit(installed.status ?? 1);
  }
  writeFileSync(marker, lockDigest());
}
