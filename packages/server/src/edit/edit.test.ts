import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, serve, smallCase } from '../server.testing.js';

const bytesOf = (folder: string, path: string) => readFileSync(join(folder, path));
const nothing = '0'.repeat(64);

describe('an edit', () => {
  it('is on disk when it is acknowledged, and changes nothing else', async () => {
    const server = await serve();
    const base = await server.digest('case.yaml');
    const start = smallCase.indexOf('0.002');
    const reply = await server.edit([{ path: 'case.yaml', base, splices: [{ start, end: start + 5, text: '0.003' }] }]);
    expect(reply.kind).toBe('saved');
    const after = smallCase.replace('0.002', '0.003');
    expect(bytesOf(server.folder, 'case.yaml').toString()).toBe(after);
    const text = await server.text();
    expect(reply).toMatchObject({
      version: text.version,
      files: [{ path: 'case.yaml', digest: text.files[0]!.digest }],
    });
    expect(readdirSync(server.folder)).toEqual(['case.yaml']);
  });

  it.each([
    ['a byte order mark', `\uFEFF${smallCase}`],
    ['lines that end as on Windows', smallCase.replaceAll('\n', '\r\n')],
    ['tabs in a comment, and no end of the last line', `${smallCase}#\ta\tb`],
    ['characters of four bytes, and combining ones', `${smallCase}# 𝔸 e\u0301 \u2028 😀\n`],
  ])('keeps %s', async (_, text) => {
    const server = await serve({ 'case.yaml': text });
    const [file] = (await server.text()).files;
    expect(file!.text).toBe(text);
    const start = text.indexOf('0.002');
    await server.edit([{ path: 'case.yaml', base: file!.digest, splices: [{ start, end: start + 5, text: '0.5' }] }]);
    expect(bytesOf(server.folder, 'case.yaml').equals(Buffer.from(text.replace('0.002', '0.5')))).toBe(true);
  });

  it('replaces pieces by their places before, in whatever order they come', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'more.yaml': '# abcdef\n' });
    const base = await server.digest('more.yaml');
    const splices = [
      { start: 6, end: 8, text: 'E' },
      { start: 2, end: 2, text: '>' },
      { start: 3, end: 4, text: '' },
    ];
    await server.edit([{ path: 'more.yaml', base, splices }]);
    expect(bytesOf(server.folder, 'more.yaml').toString()).toBe('# >acdE\n');
    const again = await server.digest('more.yaml');
    const overlapping = [
      { start: 1, end: 4, text: '' },
      { start: 3, end: 5, text: '' },
    ];
    expect(await server.edit([{ path: 'more.yaml', base: again, splices: overlapping }])).toMatchObject({
      kind: 'refused',
    });
    const beyond = [{ start: 5, end: 99, text: '' }];
    expect(await server.edit([{ path: 'more.yaml', base: again, splices: beyond }])).toMatchObject({ kind: 'refused' });
  });

  it('of several files is done in all or in none', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'a.yaml': '# a\n', 'b.yaml': '# b\n' });
    const [a, b] = [await server.digest('a.yaml'), await server.digest('b.yaml')];
    writeFileSync(join(server.folder, 'b.yaml'), '# b, changed elsewhere\n');
    const conflict = await server.edit([
      { path: 'a.yaml', base: a, text: '# A\n' },
      { path: 'b.yaml', base: b, text: '# B\n' },
    ]);
    expect(conflict).toMatchObject({ kind: 'conflict', files: [{ path: 'b.yaml', text: '# b, changed elsewhere\n' }] });
    expect(bytesOf(server.folder, 'a.yaml').toString()).toBe('# a\n');
    const done = await server.edit([
      { path: 'a.yaml', base: a, text: '# A\n' },
      { path: 'b.yaml', base: await server.digest('b.yaml'), remove: true },
      { path: 'new/c.yaml', base: null, text: '# C\n' },
    ]);
    expect(done).toMatchObject({ kind: 'saved', files: [{}, { path: 'b.yaml', digest: null }, {}] });
    expect((await server.text()).files.map(({ path, text }) => [path, text.slice(0, 4)])).toEqual([
      ['case.yaml', 'sure'],
      ['a.yaml', '# A\n'],
      ['new/c.yaml', '# C\n'],
    ]);
  });

  it('meets a file that is gone, or is there already, with what is there now', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'a.yaml': '# a\n' });
    expect(await server.edit([{ path: 'a.yaml', base: null, text: '# new\n' }])).toMatchObject({
      kind: 'conflict',
      files: [{ path: 'a.yaml', text: '# a\n' }],
    });
    expect(await server.edit([{ path: 'gone.yaml', base: nothing, text: '# x\n' }])).toEqual({
      kind: 'conflict',
      files: [{ path: 'gone.yaml', text: null }],
    });
  });

  it('that was done already is a conflict with what it wanted itself: a window may not take the other’s count for its own', async () => {
    const server = await serve();
    const base = await server.digest('case.yaml');
    const text = `${smallCase}# more\n`;
    await server.edit([{ path: 'case.yaml', base, text }]);
    expect(await server.edit([{ path: 'case.yaml', base, text }])).toMatchObject({
      kind: 'conflict',
      files: [{ text }],
    });
  });

  it('keeps the permissions of a file, and writes through a link inside of the root', async () => {
    const folder = folderOf({ '.git/HEAD': '', 'case/case.yaml': smallCase, 'shared.yaml': '# shared\n' });
    symlinkSync(join(folder, 'shared.yaml'), join(folder, 'case/linked.yaml'));
    const server = await serve(join(folder, 'case'));
    const path = 'case/linked.yaml';
    await server.edit([{ path, base: await server.digest(path), text: '# other\n' }]);
    expect(bytesOf(folder, 'shared.yaml').toString()).toBe('# other\n');
    expect(lstatSync(join(folder, path)).isSymbolicLink()).toBe(true);
  });

  it('of a file that is not UTF-8 is refused, and the file is told of', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'latin.yaml': Buffer.from('# caf\xe9\n', 'latin1') });
    const text = await server.text();
    expect(text.files.map(({ path }) => path)).toEqual(['case.yaml']);
    expect(text.problems).toEqual([expect.stringMatching(/latin\.yaml is not text in UTF-8/)]);
    expect(await server.edit([{ path: 'latin.yaml', base: nothing, text: '' }])).toMatchObject({ kind: 'refused' });
    expect(await server.edit([{ path: 'latin.yaml', base: null, text: '' }])).toMatchObject({ kind: 'refused' });
    expect(bytesOf(server.folder, 'latin.yaml').toString('latin1')).toBe('# caf\xe9\n');
  });

  it('that would put in half a character or a NUL is refused', async () => {
    const server = await serve();
    const base = await server.digest('case.yaml');
    for (const text of ['\ud800', '\u0000'])
      expect(await server.edit([{ path: 'case.yaml', base, text }])).toMatchObject({ kind: 'refused' });
    expect(bytesOf(server.folder, 'case.yaml').toString()).toBe(smallCase);
  });

  it('is refused where the server only shows the case', async () => {
    const server = await serve({ 'case.yaml': smallCase }, { readOnly: true });
    expect((await server.text()).readOnly).toBe(true);
    const base = await server.digest('case.yaml');
    expect(await server.edit([{ path: 'case.yaml', base, text: '' }])).toMatchObject({ kind: 'refused' });
    expect((await server.ask('/api/file?path=a.csv', { method: 'POST', body: 'x' })).status).toBe(403);
    expect(readdirSync(server.folder)).toEqual(['case.yaml']);
  });

  it('of another form is refused with a sentence', async () => {
    const server = await serve();
    const headers = { 'content-type': 'application/json' };
    const base = await server.digest('case.yaml');
    for (const data of [
      null,
      [],
      { what: 'x', files: [] },
      { what: 'x', files: [{}] },
      { what: 1, files: [{ path: 'case.yaml', base, text: '' }] },
      { what: 'x', files: [{ path: 'case.yaml', base: 'abc', text: '' }] },
      { what: 'x', files: [{ path: 'case.yaml', base, text: '', remove: true }] },
      { what: 'x', files: [{ path: 'case.yaml', base, splices: [{ start: 3, end: 1, text: '' }] }] },
      { what: 'x', files: [{ path: 'case.yaml', base, splices: [{ start: 0.5, end: 1, text: '' }] }] },
      { what: 'x', files: [{ path: 'case.yaml', base: null, remove: true }] },
    ]) {
      const { status, text } = await server.ask('/api/edit', { method: 'POST', headers, body: JSON.stringify(data) });
      expect([status, JSON.parse(text).kind], JSON.stringify(data)).toEqual([400, 'refused']);
    }
    const twice = { path: 'case.yaml', base, text: '' };
    expect(await server.edit([twice, twice])).toMatchObject({ kind: 'refused', why: 'case.yaml is named twice.' });
  });

  it('that cannot be written leaves everything as it was', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'a.yaml': '# a\n' });
    // A folder where the new file should be: renaming over it fails, after the first file is in place.
    mkdirSync(join(server.folder, 'b.yaml'));
    const reply = await server.edit([
      { path: 'a.yaml', base: await server.digest('a.yaml'), text: '# A\n' },
      { path: 'b.yaml', base: null, text: '# B\n' },
    ]);
    expect(reply).toMatchObject({ kind: 'refused' });
    expect(bytesOf(server.folder, 'a.yaml').toString()).toBe('# a\n');
    expect(readdirSync(server.folder).sort()).toEqual(['a.yaml', 'b.yaml', 'case.yaml']);
  });
});

describe('two windows', () => {
  it('that save at once are served one after the other: one gets the other’s text as a conflict', async () => {
    const server = await serve();
    const base = await server.digest('case.yaml');
    const replies = await Promise.all(
      [1, 2].map((at) => server.edit([{ path: 'case.yaml', base, text: `${smallCase}# ${at}\n` }])),
    );
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
  });

  it('that count in one file lose no count between them', async () => {
    const server = await serve({ 'case.yaml': smallCase, 'count.yaml': '# 0\n' });
    const count = async () => {
      for (let left = 20; left > 0; ) {
        const file = (await server.text()).files.find(({ path }) => path === 'count.yaml')!;
        const text = `# ${Number(file.text.slice(2)) + 1}\n`;
        const { kind } = await server.edit([{ path: 'count.yaml', base: file.digest, text }]);
        if (kind === 'saved') left--;
        else expect(kind).toBe('conflict');
      }
    };
    await Promise.all([count(), count(), count()]);
    expect(bytesOf(server.folder, 'count.yaml').toString()).toBe('# 60\n');
  });
});
