import type { Case } from '@surety/core/case';
import type { History, RevisionReply } from '@surety/server/api';

/** A state of the case to hold the present one against, and what it is, in words. */
export interface Baseline {
  readonly words: string;
  readonly revision: RevisionReply & { readonly kind: 'case' };
}

/** What is asked of the server to find it. */
export interface Revisions {
  history(limit: number, before?: string): Promise<History>;
  /** Nothing where there is no such revision, or the case is not in it. */
  revision(rev: string): Promise<(RevisionReply & { readonly kind: 'case' }) | undefined>;
}

/** A tag or branch by which a team marks the revision that was accepted. */
const acceptedTag = 'accepted';
const pageLength = 100;
const mostPages = 5;

/**
 * The last accepted revision: the tag or branch `accepted`; else the case as it was committed on the day of the last
 * sign-off; else the last commit. Nothing outside of a repository.
 */
export async function baselineOf(of: Case, revisions: Revisions): Promise<Baseline | undefined> {
  const tagged = await revisions.revision(acceptedTag);
  if (tagged !== undefined) return { words: 'the revision accepted', revision: tagged };
  const signed = of.review.signoffs
    .filter((signOff) => signOff.date !== undefined)
    .sort((a, b) => (a.date! < b.date! ? 1 : -1))[0];
  if (signed !== undefined) {
    const hash = await lastCommitOn(signed.date!, revisions);
    const revision = hash === undefined ? undefined : await revisions.revision(hash);
    if (revision !== undefined) {
      return { words: `the sign-off by ${signed.who} on ${signed.date}`, revision };
    }
  }
  const head = await revisions.revision('HEAD');
  return head === undefined ? undefined : { words: 'the last commit', revision: head };
}

/** The newest commit of the case that is not later than a day; as many commits are looked at as are read in a moment. */
async function lastCommitOn(day: string, { history }: Revisions): Promise<string | undefined> {
  let before: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { commits, more } = await history(pageLength, before);
    const found = commits.find(({ date }) => date.slice(0, 10) <= day);
    if (found !== undefined || !more) return found?.hash;
    before = commits.at(-1)?.hash;
  }
  return undefined;
}
