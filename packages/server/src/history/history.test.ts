import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasGit, repositoryWith } from '../../../evidence/src/git/repository.testing.js';
import type { History, RevisionReply } from '../api/index.js';
import { measuredCase, put, serve, smallCase, trialsLog } from '../server.testing.js';

describe.skipIf(!hasGit)('in a repository', () => {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };

  it('says branch, commit, author and what is not committed', async () => {
    const { root, git } = repositoryWith({ 'case/case.yaml': smallCase, 'readme.md': 'x' });
    git('config', 'user.name', 'Ada Lovelace');
    const server = await serve(join(root, 'case'), { env });
    expect(await server.text()).toMatchObject({
      folder: 'case',
      who: 'Ada Lovelace',
      git: { branch: 'main', head: git('rev-parse', 'HEAD'), changed: [] },
    });
    writeFileSync(join(root, 'readme.md'), 'y');
    put(root, { 'case/a new.yaml': '# new\n' });
    appendFileSync(join(root, 'case/case.yaml'), '# more\n');
    await expect
      .poll(async () => (await server.text()).git?.changed, { timeout: 3000 })
      .toEqual(['case/case.yaml', 'case/a new.yaml']);
  });

  it('tells the history of the case alone, page by page, whatever names and subjects hold', async () => {
    const { root, git, commit } = repositoryWith({ 'case/case.yaml': smallCase });
    commit({ 'other.txt': 'not of the case' });
    const odd = `${'a'.repeat(40)}`;
    commit({ [`case/${odd}`]: 'x', 'case/:100644 x.yaml': '# \n' });
    git(
      'commit',
      '-q',
      '--amend',
      '--allow-empty',
      '-m',
      ':100644 subject \u0001 “é”\n\nmore',
      '--author',
      'E\u0301ve <e@x>',
    );
    commit({ 'case/case.yaml': `${smallCase}# more\n` });
    const server = await serve(join(root, 'case'), { env });
    const all = await server.get<History>('/api/history?limit=10');
    expect(all.more).toBe(false);
    expect(all.commits.map(({ author, subject, files: touched }) => [author, subject, touched])).toEqual([
      ['Ada', 'A step', ['case/case.yaml']],
      ['E\u0301ve', ':100644 subject \u0001 “é”', ['case/:100644 x.yaml', `case/${odd}`]],
      ['Ada', 'A step', ['case/case.yaml']],
    ]);
    expect(all.commits[0]!.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const first = await server.get<History>('/api/history?limit=1');
    expect(first).toEqual({ commits: all.commits.slice(0, 1), more: true });
    const rest = await server.get<History>(`/api/history?limit=10&before=${first.commits[0]!.hash}`);
    expect(rest).toEqual({ commits: all.commits.slice(1), more: false });
  });

  it('gives the case as a revision or another folder has it, measured', async () => {
    const { root, git, commit } = repositoryWith({
      'case/case.yaml': measuredCase,
      'case/logs/trials.csv': trialsLog,
      'other/case.yaml': smallCase,
    });
    git('tag', 'v1');
    commit({ 'case/logs/trials.csv': trialsLog.replace('7,0', '7,1'), 'case/part.yaml': '# part\n' });
    const server = await serve(join(root, 'case'), { env });
    const get = (query: string) => server.get<RevisionReply>(`/api/revision?${query}`);
    const events = (reply: RevisionReply) =>
      reply.kind === 'case' ? reply.evidence.measures.trials?.results?.[0]?.counts : reply.why;
    const before = await get('rev=v1');
    expect(before).toMatchObject({ kind: 'case', name: 'v1', files: [{ path: 'case/case.yaml', text: measuredCase }] });
    expect(events(before)).toMatchObject({ events: 0, trials: 300 });
    const now = await get('rev=main');
    expect(now.kind === 'case' && now.files.map(({ path }) => path)).toEqual(['case/case.yaml', 'case/part.yaml']);
    expect(events(now)).toMatchObject({ events: 1 });
    expect(await get('folder=other')).toMatchObject({
      kind: 'case',
      name: 'other',
      files: [{ path: 'other/case.yaml' }],
    });
    expect(await get('rev=v2')).toMatchObject({ kind: 'refused', why: expect.stringMatching(/Did you mean v1\?$/) });
    expect((await get('folder=nowhere')).kind).toBe('refused');
  });

  it('tells when a commit is made, and follows a pull', async () => {
    const { root, git, commit } = repositoryWith({ 'case.yaml': smallCase });
    git('checkout', '-q', '-b', 'other');
    commit({ 'case.yaml': `${smallCase}# other\n`, 'part/new.yaml': '# new\n' });
    git('checkout', '-q', 'main');
    const server = await serve(root, { env });
    const window = await server.follow();
    git('merge', '-q', 'other');
    await window.until(({ kind }) => kind === 'history');
    await expect
      .poll(async () => (await server.text()).files.map(({ path }) => path))
      .toEqual(['case.yaml', 'part/new.yaml']);
    await expect.poll(async () => (await server.text()).git?.head).toBe(git('rev-parse', 'HEAD'));
  });

  it('outside of one, says why there is no history', async () => {
    const server = await serve();
    const { commits, why } = await server.get<History>('/api/history');
    expect(commits).toEqual([]);
    expect(why).toMatch(/does not lie in a git repository/);
    expect((await server.text()).git).toBeUndefined();
  });
});
