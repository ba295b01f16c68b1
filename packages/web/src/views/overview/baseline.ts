import type { Case, SignOff } from '@surety/core/case';
import type { History, RevisionReply } from '@surety/server/api';
import { lastCommitOn } from '../../workspace/index.js';

type Revision = RevisionReply & { readonly kind: 'case' };

/** A state of the case to hold the present one against, and what it is, in words. */
export interface Baseline {
  readonly words: string;
  readonly revision: Revision;
}

/** What is asked of the server to find it. */
export interface Revisions {
  history(limit: number, before?: string): Promise<History>;
  /** Nothing where the case cannot be read there. */
  revision(hash: string): Promise<Revision | undefined>;
}

/** Commits whose text is looked at for its status: each is measured anew by the server. */
const mostLookedAt = 4;

/**
 * The last accepted revision: the case as it was committed on the day of its last sign-off; else the newest of the last
 * few commits in which its status is `accepted`; else the last commit. Nothing where there is none.
 */
export async function baselineOf(of: Case, revisions: Revisions): Promise<Baseline | undefined> {
  const signed = lastSignOff(of);
  if (signed !== undefined) {
    const commit = await lastCommitOn(signed.date, revisions.history);
    const revision = commit === undefined ? undefined : await revisions.revision(commit.hash);
    if (revision !== undefined) return { words: `the sign-off by ${signed.who} on ${signed.date}`, revision };
  }
  const { commits } = await revisions.history(mostLookedAt);
  let last: Baseline | undefined;
  for (const { hash, date } of commits) {
    const revision = await revisions.revision(hash);
    if (revision === undefined) continue;
    last ??= { words: 'the last commit', revision };
    if (isAccepted(revision)) return { words: `it was accepted (${date.slice(0, 10)})`, revision };
    if (neverAccepted.has(of.status)) break;
  }
  return last;
}

/** A case that is not yet brought forward was hardly accepted before: its history is left alone. */
const neverAccepted: ReadonlySet<Case['status']> = new Set(['sketch', 'draft']);

function lastSignOff(of: Case): (SignOff & { readonly date: string }) | undefined {
  return of.review.signoffs
    .flatMap((signOff) => (signOff.date === undefined ? [] : [{ ...signOff, date: signOff.date }]))
    .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
}

function isAccepted({ files }: Revision): boolean {
  return files.some(({ text }) => /^case:[\s\S]*?\bstatus:\s*["']?accepted\b/m.test(text));
}
