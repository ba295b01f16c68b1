/** `npm start`: sets up, builds the page, assesses the example, prints its verdict, and serves its workspace on loopback. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exampleDate } from './example-date.mjs';
import { root, runNode, setUp } from './setup.mjs';

const example = 'examples/coding-agent';
const program = 'packages/cli/bin/surety.js';

setUp();
const site = 'scripts/build-site.mjs';
if (existsSync(join(root, site))) runNode([site]);
const asOf = exampleDate();
console.error(`Assessing ${example} …`);
// Its exit code says what the verdict is, and any verdict is fine here.
const assessed = spawnSync(process.execPath, [program, 'assess', example, '--as-of', asOf], {
  cwd: root,
  stdio: 'inherit',
});
if (assessed.error) throw assessed.error;
if (assessed.status === 2) process.exit(2);

console.log(`\nThe workspace of this case, which edits the files in ${example} and follows what you change there:\n`);
const options = process.argv.slice(2);
const open = options.includes('--open') ? [] : ['--no-open'];
console.error('Starting the server …');
const server = spawn(
  process.execPath,
  [program, 'serve', example, '--as-of', asOf, ...open, ...options.filter((one) => one !== '--open')],
  { cwd: root, stdio: 'inherit' },
);
server.on('error', (error) => {
  console.error(`The workspace cannot be served: ${error.message}`);
  process.exit(2);
});
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
// npm passes no signal on: where it ran this and is gone, nobody could stop the server any more.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => process.ppid === parent || server.kill('SIGTERM'), 500).unref();
}
