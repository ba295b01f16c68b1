import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Case, Measures, Ranges } from '@surety/core/case';
import type { ChainLink } from '@surety/core/chain';
import { filePath, type Places, placeOf } from '../place.js';
import type { Loading } from './loading.js';

/** Generations before a case, at most. */
const mostGenerations = 50;

/** A case of a chain, as far as it leads to further ones. */
export interface ChainCase {
  readonly case: Case;
  readonly folder: string;
  readonly root: string;
  readonly places: Places;
  readonly ranges: Ranges;
}

/** Why a chain cannot be followed, with what else is to be shown. */
export interface Broken<Text> {
  readonly ok: false;
  readonly problems: readonly string[];
  readonly text?: Text;
}

/** Reads, measures and checks the case in a folder, without following its own chain. */
export type ReadPrevious<Text> = (
  path: string,
) => Promise<Broken<Text> | { readonly ok: true; readonly value: ChainCase & { readonly measures: Measures } }>;

/**
 * The cases of all generations before this one, the first generation first. Every mistake is told with the place of the
 * chain that leads there: a case that is not there or lies outside of the root, one that comes back to itself, a claim
 * that the case does not have.
 */
export async function loadChain<Text>(
  { cwd }: Loading,
  start: ChainCase,
  readPrevious: ReadPrevious<Text>,
): Promise<Broken<Text> | { readonly ok: true; readonly value: readonly ChainLink[] }> {
  const { lookup, nearest } = await import('@surety/core/case');
  const links: ChainLink[] = [];
  const seen = new Map([[await realpath(start.folder), 'the case itself']]);
  let at = start;
  for (let { chain } = at.case; chain !== undefined; chain = at.case.chain) {
    const stop = (message: string, key: 'previous' | 'claim' = 'previous', more?: Broken<Text>): Broken<Text> => ({
      ok: false,
      ...more,
      problems: [`${chainPlace(at, key)} chain: ${message}`, ...(more?.problems ?? [])],
    });
    if (links.length >= mostGenerations) return stop(`more than ${mostGenerations} generations`);
    const path = resolve(at.root, dirname(chain.origin.file), chain.previous);
    const outside = `${chain.previous} lies outside of the root of the case, which no path may leave`;
    // Where a link leads is looked at first: nothing outside is read.
    if (isOutside(start.root, path) || isOutside(start.root, await whereItLeads(path))) return stop(outside);
    const read = await readPrevious(relative(cwd, path) || '.');
    if (!read.ok) return stop('the case of the previous generation cannot be used', 'previous', read);
    const { case: of, measures, folder } = read.value;
    const real = await realpath(folder);
    const before = seen.get(real);
    if (before !== undefined) return stop(`it comes back to ${before}, so there is no first generation`);
    const name = relative(start.root, real) || '.';
    seen.set(real, name);
    if (lookup(of).element(chain.claim)?.type !== 'goal') {
      const goals = of.elements.filter(({ type }) => type === 'goal').map(({ id }) => id);
      const near = nearest(chain.claim, goals);
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      return stop(`${filePath(name, start.places)} has no goal ${chain.claim}${hint}`, 'claim');
    }
    links.unshift({ name, case: of, measures, claim: chain.claim });
    at = read.value;
  }
  return { ok: true, value: links };
}

/** The path itself where nothing is there. */
async function whereItLeads(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return path;
    throw error;
  }
}

function isOutside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith(`..${sep}`);
}

function chainPlace({ case: of, ranges, places }: ChainCase, key: string): string {
  const { file, path } = of.chain!.origin;
  return placeOf(ranges.value({ file, path: [...path, key] }), places);
}
