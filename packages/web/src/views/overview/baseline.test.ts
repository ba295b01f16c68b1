import type { Case } from '@surety/core/case';
import type { Commit, RevisionReply } from '@surety/server/api';
import { describe, expect, it } from 'vitest';
import { baselineOf, type Revisions } from './baseline.js';

type Revision = RevisionReply & { readonly kind: 'case' };

const commit = (hash: string, date: string): Commit => ({ hash, date, author: 'A', subject: hash, files: [] });
const revision = (name: string, status: string): Revision => ({
  kind: 'case',
  name,
  files: [{ path: 'case.yaml', text: `case:\n  id: x\n  status: ${status}\n`, digest: '' }],
  evidence: { version: '', status: 'ready', measures: {}, signatures: [], problems: [] },
});
const of = (status: string, signoffs: readonly { readonly who: string; readonly date?: string }[] = []) =>
  ({ status, review: { required: [], signoffs } }) as unknown as Case;

function revisions(commits: readonly (readonly [Commit, string])[]): Revisions & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    history: async (limit, before) => {
      const from = before === undefined ? 0 : commits.findIndex(([{ hash }]) => hash === before) + 1;
      const page = commits.slice(from, from + limit).map(([one]) => one);
      return { commits: page, more: from + limit < commits.length };
    },
    revision: async (hash) => {
      asked.push(hash);
      const found = commits.find(([one]) => one.hash === hash);
      return found === undefined ? undefined : revision(hash, found[1]);
    },
  };
}

describe('the last accepted revision', () => {
  const commits = [
    [commit('c4', '2026-11-20T10:00:00+01:00'), 'in review'],
    [commit('c3', '2026-11-10T10:00:00+01:00'), 'accepted'],
    [commit('c2', '2026-11-05T23:30:00+01:00'), 'in review'],
    [commit('c1', '2026-11-01T10:00:00+01:00'), 'draft'],
  ] as const;

  it('is that of the day of the last sign-off', async () => {
    const signed = of('in review', [
      { who: 'Mia', date: '2026-11-01' },
      { who: 'Eve', date: '2026-11-05' },
      { who: 'Ann' },
    ]);
    const found = await baselineOf(signed, revisions(commits));
    expect(found?.revision.name).toBe('c2');
    expect(found?.words).toBe('the sign-off by Eve on 2026-11-05');
  });

  it('is else the newest one whose status says so', async () => {
    const found = await baselineOf(of('in review'), revisions(commits));
    expect([found?.revision.name, found?.words]).toEqual(['c3', 'it was accepted (2026-11-10)']);
  });

  it('is else the last commit, and of a draft only that is looked at', async () => {
    const all = revisions(commits);
    const found = await baselineOf(of('draft'), all);
    expect([found?.revision.name, found?.words]).toEqual(['c4', 'the last commit']);
    expect(all.asked).toEqual(['c4']);
    const never = revisions(commits.filter(([, status]) => status !== 'accepted'));
    expect((await baselineOf(of('in review'), never))?.words).toBe('the last commit');
  });

  it('is the last commit where nothing was committed on the day of the sign-off or before', async () => {
    const found = await baselineOf(of('in review', [{ who: 'Mia', date: '2026-01-01' }]), revisions([commits[0]]));
    expect(found?.words).toBe('the last commit');
  });

  it('is none without a commit', async () => {
    expect(await baselineOf(of('in review'), revisions([]))).toBeUndefined();
  });
});
