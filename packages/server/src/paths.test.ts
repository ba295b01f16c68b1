import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOf, isAlive, put, serve, smallCase } from './server.testing.js';

const secret = 'nobody may read this';

/** A case in a repository, with a secret beside both and links that lead there. */
function withSecret(): string {
  const outer = folderOf({ 'secret.yaml': secret, 'secret/inner.yaml': secret });
  put(outer, {
    'repo/.git/HEAD': 'ref: refs/heads/main\n',
    'repo/case/case.yaml': smallCase,
    'repo/beside.yaml': '# beside\n',
  });
  symlinkSync(join(outer, 'secret.yaml'), join(outer, 'repo/case/link.yaml'));
  symlinkSync(join(outer, 'secret.yaml'), join(outer, 'repo/case/link.csv'));
  symlinkSync(join(outer, 'secret'), join(outer, 'repo/case/linked'));
  return outer;
}

const elsewhere = [
  '../secret.yaml',
  '../../secret.yaml',
  'case/../../secret.yaml',
  'case/../../../../../../etc/hostname.yaml',
  '/etc/passwd',
  '/etc/hostname.yaml',
  'case\\..\\..\\secret.yaml',
  '..\\..\\secret.yaml',
  'C:\\secret.yaml',
  'case/c:stream.yaml',
  'case/link.yaml',
  'case/linked/inner.yaml',
  'case/linked/new.yaml',
  'case/a\u0000.yaml',
  'case/\u0000/../../secret.yaml',
  'case/.hidden.yaml',
  'case/.git/hooks.yaml',
  '.git/config.yaml',
  'case/node_modules/x.yaml',
  'case//x.yaml',
  'case/./x.yaml',
  'case/x.yaml/',
  'case/con.yaml',
  'case/x. /y.yaml',
  'case/a\u202eb.yaml',
  'case/\ud800.yaml',
  '%2e%2e/secret.yaml/../../x',
  'case/．．/．．/secret\u0000.yaml',
  '',
  '.',
  '..',
  'case',
  `case/${'a/'.repeat(600)}x.yaml`,
  `case/${'a'.repeat(300)}.yaml`,
];

describe('no path leads out of the case', () => {
  it('in an edit', async () => {
    const outer = withSecret();
    const server = await serve(join(outer, 'repo/case'));
    const before = readFileSync(join(outer, 'secret.yaml'), 'utf8');
    for (const path of elsewhere) {
      const reply = await server.edit([{ path, base: null, text: '# evil\n' }]);
      expect([path, reply.kind]).toEqual([path, 'refused']);
      expect(JSON.stringify(reply)).not.toContain(secret);
    }
    // A file beside the case that the case does not use is none of it.
    expect((await server.edit([{ path: 'beside.yaml', base: null, text: '# evil\n' }])).kind).toBe('refused');
    expect(readFileSync(join(outer, 'secret.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(join(outer, 'secret'))).toEqual(['inner.yaml']);
    expect(readdirSync(join(outer, 'repo/case')).sort()).toEqual(['case.yaml', 'link.csv', 'link.yaml', 'linked']);
    expect(JSON.stringify(await server.text())).not.toContain(secret);
  });

  it('in an upload', async () => {
    const outer = withSecret();
    const server = await serve(join(outer, 'repo/case'));
    for (const path of elsewhere.map((one) => one.replace('.yaml', '.csv'))) {
      const { status } = await server.ask(`/api/file?path=${encodeURIComponent(path.replace('\ud800', '?'))}`, {
        method: 'POST',
        body: 'evil',
      });
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
    expect(readdirSync(join(outer, 'secret'))).toEqual(['inner.yaml']);
    expect(readdirSync(join(outer, 'repo/case')).sort()).toEqual(['case.yaml', 'link.csv', 'link.yaml', 'linked']);
    await isAlive(server);
  });

  it('in a comparison, nor is anything but a revision given to git', async () => {
    const outer = withSecret();
    const server = await serve(join(outer, 'repo/case'));
    for (const path of [...elsewhere.filter((one) => one !== '' && one !== 'case'), 'case/linked', 'nowhere']) {
      const answer = await server.ask(`/api/revision?folder=${encodeURIComponent(path.replace('\ud800', '?'))}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.text).not.toContain(secret);
    }
    for (const revision of [
      '--output=/tmp/evil',
      '-n1',
      '',
      'a\nb',
      'a\u0000b',
      '--upload-pack=evil',
      `${'a'.repeat(600)}`,
    ]) {
      expect((await server.ask(`/api/revision?rev=${encodeURIComponent(revision)}`)).status).toBe(400);
    }
    for (const before of ['--output=/tmp/evil', 'HEAD', '-p', `${'0'.repeat(40)}\n--all`])
      expect((await server.ask(`/api/history?before=${encodeURIComponent(before)}`)).status).toBe(400);
    for (const evidence of ['../x', '__proto__', 'constructor', '\u0000', 'a'.repeat(600)]) {
      const { status, text } = await server.ask(`/api/trials?evidence=${encodeURIComponent(evidence)}`);
      expect(status === 400 || JSON.parse(text).trials.length === 0).toBe(true);
    }
    await isAlive(server);
  });

  it('in the address of the page', async () => {
    const outer = withSecret();
    const site = join(outer, 'site');
    put(site, { 'index.html': '<!doctype html><title>x</title>', 'assets/a-12345678.js': 'let a;' });
    const server = await serve(join(outer, 'repo/case'), { site });
    for (const path of [
      '/../secret.yaml',
      '/..%2fsecret.yaml',
      '/%2e%2e/secret.yaml',
      '/%2e%2e%2fsecret.yaml',
      '/assets/../../secret.yaml',
      '/assets/..%5c..%5csecret.yaml',
      '/assets\\..\\..\\secret.yaml',
      '//secret.yaml',
      '/assets/%00/../../secret.yaml',
      '/assets/%252e%252e/secret.yaml',
      '/%c0%ae%c0%ae/secret.yaml',
      '/assets/%',
      '/file:///etc/passwd',
    ]) {
      const answer = await server.ask(path);
      expect(answer.text).not.toContain(secret);
      expect([
        path,
        answer.status === 404 || answer.status === 400 || answer.text.includes('<title>x</title>'),
      ]).toEqual([path, true]);
    }
    await isAlive(server);
  });
});
