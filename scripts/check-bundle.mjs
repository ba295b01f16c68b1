/**
 * How much the workspace loads before its overview stands (`--json`: as data): page, scripts, styles, fonts, the worker, and what the worker
 * loads to answer what the overview asks. `node scripts/check-bundle.mjs` prints it and fails above the limit.
 *
 * It follows the built files: what index.html names, what the overview's part imports, the worker, and the modules by
 * which the worker answers the questions of the overview. tests/workspace/bundle.test.ts holds the list against what a
 * browser really asks for.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { root } from './setup.mjs';

const site = join(root, 'packages/cli/site');

/** In bytes, as the server sends it to a browser: compressed by brotli. */
export const limit = 350_000;

/** Parts that are loaded by name when the overview opens, in the page and in the worker. */
const parts = [/^overview-/, /^worker-/, /^case-answers-/];

/** Paths of all that is loaded first, from the root of the site. */
export function firstLoad() {
  const assets = readdirSync(join(site, 'assets'));
  const found = new Set(['index.html', 'icon.svg']);
  const add = (path) => {
    if (found.has(path)) return;
    found.add(path);
    if (!/\.(js|css|html)$/.test(path)) return;
    for (const next of namedIn(path)) add(next);
  };
  for (const next of namedIn('index.html')) add(next);
  for (const part of parts) {
    const own = assets.filter((name) => part.test(name) && /\.(js|css)$/.test(name));
    if (own.length === 0) throw new Error(`No part ${part} is built`);
    for (const name of own) add(`assets/${name}`);
  }
  for (const path of [...found]) for (const style of stylesBeside(path)) add(style);
  return [...found].sort();
}

/** What a file names that is loaded with it: not what it may import later. */
function namedIn(path) {
  const text = readFileSync(join(site, path), 'utf8');
  if (path.endsWith('.html')) return [...text.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, name]) => name);
  // Browsers that know woff2 take it, and all that the page is built for do.
  if (path.endsWith('.css')) return [...text.matchAll(/url\(\/(assets\/[^)]+\.woff2)\)/g)].map(([, name]) => name);
  const found = [...text.matchAll(/(?:\bfrom|\bimport)\s*(["'])\.\/([\w.-]+\.js)\1/g)];
  return found.map(([, , name]) => `assets/${name}`);
}

/** The styles that a script loads with the overview's part: what it imports later is named with all that it takes. */
function stylesBeside(path) {
  if (!path.endsWith('.js')) return [];
  const text = readFileSync(join(site, path), 'utf8');
  const listed = /m\.f=(\[[^\]]*\])/.exec(text)?.[1];
  const part = /import\((["'`])\.\/overview-[\w-]+\.js\1\)\s*,\s*__vite__mapDeps\(\[([\d,]*)\]/.exec(text)?.[2];
  if (listed === undefined || part === undefined) return [];
  const names = JSON.parse(listed);
  return part
    .split(',')
    .map((at) => names[Number(at)])
    .filter((name) => name.endsWith('.css'));
}

/** The server compresses the page for each answer, which has a nonce of its own, and so less than it could. */
const pageQuality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Sizes in bytes. What is compressed already is sent as it is. */
export function sizesOf(path) {
  const bytes = readFileSync(join(site, path));
  if (path.endsWith('.html')) {
    const page = bytes.toString().replaceAll('{NONCE}', randomBytes(16).toString('base64'));
    return { raw: page.length, gzip: gzipSync(page).length, brotli: brotliCompressSync(page, pageQuality).length };
  }
  if (path.endsWith('.woff2')) return { raw: bytes.length, gzip: bytes.length, brotli: bytes.length };
  const beside = join(site, `${path}.br`);
  const sent = statSync(beside, { throwIfNoEntry: false })?.size;
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: sent ?? brotliCompressSync(bytes).length,
  };
}

export function firstLoadSizes() {
  const rows = firstLoad().map((path) => ({ path, ...sizesOf(path) }));
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return { rows, raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const sizes = firstLoadSizes();
  if (process.argv.includes('--json')) console.log(JSON.stringify({ limit, ...sizes }));
  else print(sizes);
  if (sizes.brotli > limit) {
    console.error(`The overview loads ${sizes.brotli} bytes; at most ${limit} are allowed.`);
    process.exitCode = 1;
  }
}

function print({ rows, raw, gzip, brotli }) {
  const line = (path, ...sizes) => console.log(path.padEnd(60), ...sizes.map((size) => String(size).padStart(9)));
  line('', 'raw', 'gzip -9', 'brotli');
  for (const row of rows) line(row.path, row.raw, row.gzip, row.brotli);
  line('in all', raw, gzip, brotli);
}
