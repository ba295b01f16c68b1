import type { Commit, History } from '@surety/server/api';

const pageLength = 100;
const mostPages = 5;

/** The newest commit of the case that is not later than a day; as many commits are looked at as are read in a moment. */
export async function lastCommitOn(
  day: string,
  history: (limit: number, before?: string) => Promise<History>,
): Promise<Commit | undefined> {
  let before: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { commits, more } = await history(pageLength, before);
    const found = commits.find(({ date }) => date.slice(0, 10) <= day);
    if (found !== undefined || !more) return found;
    before = commits.at(-1)?.hash;
  }
  return undefined;
}
