#!/usr/bin/env node
/**
 * `pre-commit.mjs check|format [--OPTION=VALUE…] FILE…`: runs the command on the safety cases that the files belong to.
 * Options go to the command as they are. Files that belong to no case are left alone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root, setUp } from '../setup.mjs';

const [command, ...rest] = process.argv.slice(2);
// A staged file may have the name of an option.
const options = rest.filter((word) => word.startsWith('--') && !existsSync(word));
const files = rest.filter((word) => !options.includes(word));
if (command !== 'check' && command !== 'format') {
  console.error(`pre-commit.mjs: expected check or format, and not ${command}`);
  process.exit(2);
}

setUp();
const { readCaseFiles } = await import('@surety/evidence');

const cases = new Map();
for (const file of files) {
  const found = await caseOf(resolve(file));
  if (found === undefined) continue;
  cases.set(found, [...(cases.get(found) ?? []), file]);
}
const targets = command === 'check' ? [...cases.keys()].map((path) => [path]) : [[...cases.values()].flat()];
let worst = 0;
for (const target of targets) {
  if (target.length === 0) continue;
  const paths = target.map((path) => relative(process.cwd(), path) || '.');
  const surety = join(root, 'packages/cli/bin/surety.js');
  const { status, error } = spawnSync(process.execPath, [surety, command, ...options, '--', ...paths], {
    stdio: 'inherit',
  });
  if (error) throw error;
  worst = Math.max(worst, status ?? 2);
}
process.exitCode = worst;

/** The folder of the case that the file is read as a part of, or the file where it is a case by itself. */
async function caseOf(file) {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'case.yaml'))) {
      const source = await readCaseFiles(folder);
      // Where the folder cannot be read as a case, check is to say so.
      const isPart = source.problems.length > 0 || source.files.some(({ path }) => join(folder, path) === file);
      return isPart ? folder : undefined;
    }
    if (folder === process.cwd() || folder === dirname(folder)) break;
  }
  return /^surety:/m.test(readFileSync(file, 'utf8')) ? file : undefined;
}
