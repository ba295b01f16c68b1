import { spawnSync } from 'node:child_process';
import { asOf, root } from './open.testing.js';

/** What the command says about a folder, as data: what the page shows has to be the same. */
export function said<T>(command: string, folder: string, ...more: readonly string[]): T {
  const args = ['packages/cli/bin/surety.js', command, folder, ...more, '--json'];
  const dated = ['coverage'].includes(command) ? args : [...args, '--as-of', asOf];
  const { stdout, stderr, status } = spawnSync(process.execPath, dated, { cwd: root, encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(`surety ${command}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
