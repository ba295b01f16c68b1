import { join } from 'node:path';
import { fixtures } from '../shared-data.testing.js';
import type { Cell, Trials } from '../trials/index.js';
import { readFile } from './read.js';
import type { Log } from './reader.js';

/** Reads a file that is right; what is wrong with it is thrown. */
export async function logOf(file: string, reader?: string): Promise<Log> {
  const result = await readFile(file, { path: file, ...(reader === undefined ? {} : { reader }) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.log;
}

export function fixtureLog(file: string, reader?: string): Promise<Log> {
  return logOf(join(fixtures, file), reader);
}

/** The values of one row, scores and fields by name; what is not there is left out. */
export function rowOf({ scores, fields }: Trials, row: number): Record<string, Cell> {
  const all = [...scores, ...fields].map(([name, column]) => [name, column[row]] as const);
  return Object.fromEntries(all.filter(([, cell]) => cell !== undefined));
}
