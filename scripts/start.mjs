/** `npm start`: sets up, assesses the example, prints its verdict, and serves its report on loopback. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exampleDate } from './example-date.mjs';
import { root, setUp } from './setup.mjs';

const example = 'examples/coding-agent';
const port = Number(process.argv.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? 0);

setUp();
const asOf = exampleDate();
surety('assess', example, '--as-of', asOf);

const folder = mkdtempSync(join(tmpdir(), 'surety-'));
const file = join(folder, 'report.html');
const written = surety('report', example, '--as-of', asOf, '-o', file, '--quiet');
if (written === 2) process.exit(2);
const page = readFileSync(file);
rmSync(folder, { recursive: true });

const server = createServer((request, response) => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  if (new URL(request.url ?? '/', 'http://localhost').pathname !== '/') return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  return response.end(request.method === 'HEAD' ? undefined : page);
});
server.on('error', (error) => {
  console.error(`The report cannot be served: ${error.message}`);
  process.exit(2);
});
server.listen(port, '127.0.0.1', () => {
  console.log(
    `\nThe report of this case:  http://127.0.0.1:${server.address().port}/\nCtrl-C ends this. Change a line of ${example} and start again to see the verdict change.`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
// npm passes no signal on: where it ran this and is gone, nobody could stop the server any more.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid === parent || process.exit(0), 500).unref();
}

/** Runs the command; its exit code says what the verdict is, and any verdict is fine here. */
function surety(...args) {
  const { status, error } = spawnSync(process.execPath, ['packages/cli/bin/surety.js', ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw error;
  return status;
}
