import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FileReply, TrialSample } from './api/index.js';
import { folderOf, measuredCase, put, serve, smallCase, trialsLog } from './server.testing.js';

const files = { 'case.yaml': measuredCase, 'logs/trials.csv': trialsLog };

describe('the text', () => {
  it('is every file of the case and those that it uses, with day, version and folder', async () => {
    const server = await serve({
      'case.yaml': smallCase,
      'part/more.yaml': '# more\n',
      'notes.md': 'x',
      '.hidden.yaml': 'x',
    });
    const text = await server.text();
    expect(text).toMatchObject({ asOf: '2026-11-23', today: '2026-11-23', folder: '', problems: [], readOnly: false });
    expect(text.files.map(({ path }) => path)).toEqual(['case.yaml', 'part/more.yaml']);
    expect((await serve(server.folder, { asOf: '2026-01-01' }).then((other) => other.text())).asOf).toBe('2026-01-01');
  });

  it('names the place, the same at every start, and another for another folder', async () => {
    const [one, other] = [await serve(files), await serve(files)];
    const { place } = await one.text();
    expect((await serve(one.folder).then((again) => again.text())).place).toBe(place);
    expect((await other.text()).place).not.toBe(place);
    expect(place).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has the same version for the same bytes', async () => {
    const [one, other] = [await serve(files), await serve(files)];
    const { version } = await one.text();
    expect((await other.text()).version).toBe(version);
    await one.edit([{ path: 'case.yaml', base: await one.digest('case.yaml'), text: smallCase }]);
    expect((await one.text()).version).not.toBe(version);
  });
});

describe('a change on disk', () => {
  /** Milliseconds from a change to the event that tells of it. */
  async function told(change: (folder: string) => void): Promise<number> {
    const server = await serve(files);
    const window = await server.follow();
    await window.until((event) => event.kind === 'evidence' && event.status === 'ready');
    const before = (await server.text()).version;
    const start = performance.now();
    change(server.folder);
    await window.until((event) => event.kind === 'text' && event.version !== before);
    return performance.now() - start;
  }

  it.each([
    ['a file that is written', (folder: string) => appendFileSync(join(folder, 'case.yaml'), '# more\n')],
    [
      'an editor that renames over',
      (folder: string) => {
        writeFileSync(join(folder, '.case.yaml.swp'), `${measuredCase}# more\n`);
        renameSync(join(folder, '.case.yaml.swp'), join(folder, 'case.yaml'));
      },
    ],
    ['a new file', (folder: string) => writeFileSync(join(folder, 'new.yaml'), '# new\n')],
    ['a new folder with a file in it', (folder: string) => put(folder, { 'new/deep/part.yaml': '# new\n' })],
    ['a file that goes', (folder: string) => rmSync(join(folder, 'case.yaml'))],
  ])('is told in under a second: %s', async (_, change) => {
    expect(await told(change)).toBeLessThan(1000);
  });

  it.each(['SURETY_STATE', 'XDG_STATE_HOME', 'XDG_CACHE_HOME'])(
    'is not what the server writes for itself: %s in the folder of the case',
    async (name) => {
      const folder = folderOf(files);
      const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_GLOBAL: '/dev/null', [name]: join(folder, 'own') };
      const server = await serve(folder, { env });
      const window = await server.follow();
      expect((await server.evidence()).status).toBe('ready');
      const base = await server.digest('case.yaml');
      // A save notes what it does in the state folder.
      await server.edit([{ path: 'case.yaml', base, text: `${measuredCase}# more\n` }]);
      expect((await server.evidence()).status).toBe('ready');
      // And what others write is still seen.
      put(folder, { 'case.yaml': measuredCase });
      await window.until((event) => event.kind === 'text');
      expect((await server.evidence()).status).toBe('ready');
    },
  );

  it('of a folder that goes and comes back is told', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'part/a.yaml': '# a\n' });
    const window = await server.follow();
    const paths = async () => (await server.text()).files.map(({ path }) => path);
    renameSync(join(server.folder, 'part'), join(server.folder, '.gone'));
    await expect.poll(paths, { timeout: 3000 }).toEqual(['case.yaml']);
    renameSync(join(server.folder, '.gone'), join(server.folder, 'part'));
    await expect.poll(paths, { timeout: 3000 }).toEqual(['case.yaml', 'part/a.yaml']);
    writeFileSync(join(server.folder, 'part/a.yaml'), '# b\n');
    await expect.poll(async () => (await server.text()).files[1]?.text, { timeout: 3000 }).toBe('# b\n');
    expect(window.events.filter(({ kind }) => kind === 'text').length).toBeGreaterThanOrEqual(3);
  });

  it('is told once, whoever made it: an edit through the server is not told again by the watch', async () => {
    const server = await serve();
    const [one, other] = [await server.follow(), await server.follow()];
    const base = await server.digest('case.yaml');
    const reply = await server.edit([{ path: 'case.yaml', base, text: `${smallCase}# more\n` }]);
    const version = reply.kind === 'saved' ? reply.version : '';
    for (const window of [one, other])
      await window.until((event) => event.kind === 'text' && event.version === version);
    // Longer than the watch takes to see it, and to look around.
    await new Promise((done) => setTimeout(done, 900));
    for (const { events } of [one, other]) {
      expect(events.filter((event) => event.kind === 'text' && event.version === version)).toHaveLength(1);
    }
  });
});

describe('the evidence', () => {
  it('is measured for the text, and again when a source changes', async () => {
    const server = await serve(files);
    const window = await server.follow();
    const first = await server.evidence();
    expect(first).toMatchObject({ status: 'ready', problems: [], signatures: [] });
    expect(first.measures.trials).toMatchObject({
      state: { kind: 'fresh' },
      results: [{ counts: { events: 0, trials: 300 } }],
    });
    writeFileSync(join(server.folder, 'logs/trials.csv'), trialsLog.replace('7,0', '7,1'));
    const counts = async () => {
      const result = (await server.evidence()).measures.trials?.results?.[0]?.counts;
      return result?.kind === 'binomial' ? result.events : undefined;
    };
    await expect.poll(counts, { timeout: 3000 }).toBe(1);
    await window.until((event) => event.kind === 'evidence' && event.status === 'ready');
  });

  it('that is plain data loses nothing on its way', async () => {
    const server = await serve(files);
    const { measures } = await server.evidence();
    const { measureAll } = await import('@surety/evidence');
    const { parse } = await import('@surety/core/language');
    const of = parse([{ path: 'case.yaml', text: measuredCase }]).case!;
    expect(measures).toEqual({ ...(await measureAll(of, server.folder)).measures });
  });

  it('of a text with errors is what can be measured of it', async () => {
    const server = await serve({ ...files, 'case.yaml': measuredCase.replace('status: draft', 'status: drafty') });
    expect((await server.evidence()).measures.trials).toMatchObject({ state: { kind: 'fresh' } });
  });

  it('whose sources have impossible paths is measured as missing, and watched all the same', async () => {
    const odd = ['case.yaml/below', 'a\\0b', '../../../../../../etc', `${'x'.repeat(300)}/y`]
      .map((path, at) => `  odd${at}: { source: "${path}", measure: { kind: rate, success: leaked >= 1 } }\n`)
      .join('');
    const server = await serve({ ...files, 'case.yaml': measuredCase + odd });
    // That with a NUL is an error of the text, and not measured.
    const { status, measures } = await server.evidence();
    expect(status).toBe('ready');
    expect(Object.values(measures).map(({ state }) => state.kind)).toEqual(['fresh', ...Array(3).fill('missing')]);
    writeFileSync(join(server.folder, 'case.yaml'), smallCase);
    await expect.poll(async () => (await server.text()).files[0]?.text).toBe(smallCase);
  });

  it('is read by a reader of the user’s own, where one is named', async () => {
    const own = new URL('../../../docs/own-reader/', import.meta.url);
    const text = measuredCase.replace('logs/trials.csv', 'attempts.log, reader: attempts').replace('leaked', 'score');
    const log = readFileSync(new URL('attempts.log', own));
    const readers = [fileURLToPath(new URL('attempts.mjs', own))];
    const server = await serve({ 'case.yaml': text, 'attempts.log': log }, { readers });
    expect((await server.evidence()).measures.trials).toMatchObject({ state: { kind: 'fresh' } });
    const without = await serve(server.folder);
    expect((await without.evidence()).measures.trials).toMatchObject({ state: { kind: 'missing' } });
  });

  it('whose lock file is broken says so', async () => {
    const server = await serve({ ...files, 'surety.lock': '{' });
    expect((await server.evidence()).problems.join()).toContain('surety.lock');
  });

  it('gives random trials to read, the same for the same seed', async () => {
    const log = readFileSync(new URL('../../../examples/coding-agent/logs/cyber-range.eval', import.meta.url));
    const evidence = `  range: { source: logs/range.eval, measure: { kind: rate, success: score >= 1 } }\n`;
    const server = await serve({ ...files, 'case.yaml': measuredCase + evidence, 'logs/range.eval': log });
    await server.evidence();
    const sample = (query: string) => server.get<TrialSample>(`/api/trials?${query}`);
    const some = await sample('evidence=range&sample=3&seed=7');
    expect(some).toMatchObject({ evidence: 'range', of: 400, seed: 7 });
    expect(some.why).toBeUndefined();
    for (const { counted, result } of some.trials) expect(counted).toBe(result.endsWith('1') ? 'event' : 'no event');
    expect(some.trials.map(({ result }) => result)).toEqual(
      [0, 1, 2].map(() => expect.stringMatching(/^solved: [01]$/)),
    );
    expect(some.trials[0]!.messages.map(({ role }) => role)).toEqual(['input', 'output']);
    expect(await sample('evidence=range&sample=3&seed=7')).toEqual(some);
    expect((await sample('evidence=range&sample=3&seed=8')).trials).not.toEqual(some.trials);
    expect(await sample('evidence=nothing')).toMatchObject({ trials: [], why: expect.stringMatching(/no evidence/) });
    expect(await sample('evidence=trials')).toMatchObject({ trials: [], why: 'Its sources hold no texts of trials.' });
    expect((await server.ask('/api/trials?evidence=trials&sample=0')).status).toBe(400);
  });
});

describe('a new source', () => {
  it('is taken in beside the case, recognised, and never replaces a file', async () => {
    const server = await serve(files);
    const put = (path: string, body: string | Buffer) =>
      server.ask(`/api/file?path=${encodeURIComponent(path)}`, { method: 'POST', body });
    const reply = JSON.parse((await put('logs/more.csv', trialsLog)).text) as FileReply;
    expect(reply).toMatchObject({ kind: 'saved', path: 'logs/more.csv', bytes: trialsLog.length, reader: 'csv' });
    expect((await put('logs/more.csv', 'other')).status).toBe(409);
    expect((await put('new/deep/x.bin', Buffer.alloc(3_000_000, 7))).status).toBe(200);
    expect((await put('case.yaml', 'x')).status).toBe(403);
    expect((await put('surety.lock', 'x')).status).toBe(403);
  });
});

it('a folder that cannot be read, or is none, is told of', async () => {
  const folder = folderOf({ 'readme.txt': 'x' });
  const server = await serve(folder);
  expect(await server.text()).toMatchObject({ files: [], problems: [expect.stringContaining('holds no case text')] });
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'case.yaml'), smallCase);
  await expect.poll(async () => (await server.text()).files.length).toBe(1);
});
