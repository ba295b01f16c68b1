import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mostWindows } from './options.js';
import { type Asked, ask, folderOf, put, serve, smallCase, type TestServer } from './server.testing.js';

/** Still answers what it is asked for in order. */
async function isAlive(server: TestServer): Promise<void> {
  expect((await server.text()).files.length).toBeGreaterThan(0);
}

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

describe('only the page of this server', () => {
  it.each([
    ['another name that leads here', { host: 'evil.example:PORT' }, 421],
    ['the name of another port', { host: '127.0.0.1:1' }, 421],
    ['no port', { host: '127.0.0.1' }, 421],
    ['a name that begins like this one', { host: '127.0.0.1.evil.example:PORT' }, 421],
    ['an address of the machine that was not asked for', { host: '0.0.0.0:PORT' }, 421],
    ['a foreign origin', { origin: 'http://evil.example' }, 403],
    ['the origin of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['the origin in another scheme', { origin: 'https://127.0.0.1:PORT' }, 403],
    ['no origin of its own, as in a sandbox', { origin: 'null' }, 403],
    ['an origin that begins like this one', { origin: 'http://127.0.0.1:PORT.evil.example' }, 403],
    ['a request from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['no token', { authorization: undefined }, 401],
    ['another token', { authorization: 'Bearer wrong' }, 401],
    ['another scheme', { authorization: 'Basic TOKEN' }, 401],
    ['a part of the token', { authorization: 'Bearer TOKE' }, 401],
    ['the token with more behind it', { authorization: 'Bearer TOKEN, x' }, 401],
  ])('is answered: not %s', async (_, headers, status) => {
    const server = await serve();
    const filled = Object.fromEntries(
      Object.entries(headers as Record<string, string | undefined>).map(([name, value]) => [
        name,
        value?.replace('PORT', `${server.port}`).replace('TOKEN', server.token),
      ]),
    );
    for (const path of ['/api/text', '/api/evidence', '/api/events', '/api/history', '/api/nothing']) {
      const answer = await server.ask(path, { headers: filled });
      expect([path, answer.status]).toEqual([path, status]);
      expect(JSON.parse(answer.text)).toMatchObject({ kind: 'refused', why: expect.stringMatching(/\.$/) });
      expect(answer.text).not.toContain('It breaks');
    }
    const body = JSON.stringify({ what: 'x', files: [{ path: 'evil.yaml', base: null, text: '# evil\n' }] });
    const json = { 'content-type': 'application/json' };
    for (const path of ['/api/edit', '/api/file?path=evil.csv', '/api/preview'])
      expect((await server.ask(path, { method: 'POST', headers: { ...json, ...filled }, body })).status).toBe(status);
    expect(readdirSync(server.folder)).toEqual(['case.yaml']);
    await isAlive(server);
  });

  it('has the names of this machine alone', async () => {
    const server = await serve();
    for (const host of [`localhost:${server.port}`, `LOCALHOST:${server.port}`, `[::1]:${server.port}`]) {
      expect(
        (await server.ask('/api/text', { headers: { host, origin: `http://localhost:${server.port}` } })).status,
      ).toBe(200);
    }
  });

  it('a token in the address counts for nothing, nor does a cookie', async () => {
    const server = await serve();
    const headers = { cookie: `token=${server.token}` };
    expect((await ask(server.port, `/api/text?token=${server.token}`, { headers })).status).toBe(401);
  });

  it('every answer says what a page may do', async () => {
    const server = await serve();
    for (const [path, asked] of [
      ['/', {}],
      ['/api/text', {}],
      ['/api/nothing', {}],
      ['/', { headers: { host: 'evil.example' } }],
    ] as [string, Asked][]) {
      const { headers } = await server.ask(path, asked);
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'");
      expect(headers['content-security-policy']).toContain(
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
    expect((await server.ask('/api/text')).headers['cache-control']).toBe('no-store');
  });
});

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

/** Sends what it is given piece by piece and gathers what comes back, until the other side ends it. */
function raw(
  port: number,
  pieces: Iterable<string | Buffer>,
  pause: number,
): Promise<{ readonly text: string; readonly sent: number; readonly sentBeforeAnswer: number }> {
  return new Promise((resolve) => {
    let text = '';
    let sent = 0;
    let sentBeforeAnswer = 0;
    let close = () => {};
    const closed = new Promise<void>((done) => {
      close = done;
    });
    const socket = connect(port, '127.0.0.1', async () => {
      for (const piece of pieces) {
        if (socket.destroyed || !socket.writable) break;
        const flows = socket.write(piece);
        sent += piece.length;
        if (!flows) await Promise.race([new Promise((done) => socket.once('drain', done)), closed]);
        if (pause > 0) await new Promise((done) => setTimeout(done, pause));
      }
    });
    socket.on('data', (part) => {
      if (text === '') sentBeforeAnswer = sent;
      text += part;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      close();
      resolve({ text, sent, sentBeforeAnswer });
    });
  });
}

describe('what takes much, or long', () => {
  it.each(['/api/edit', '/api/file?path=big.csv', '/api/preview'])(
    'a body of 200 MB is refused at %s without being read',
    async (path) => {
      const server = await serve();
      const size = 200 * 1024 * 1024;
      const type = path === '/api/preview' ? 'text/html' : 'application/json';
      const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: ${type}\r\n`;
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const announced = await raw(
        server.port,
        (function* () {
          yield `${head}Content-Length: ${size}\r\n\r\n`;
          for (let at = 0; at < size; at += chunk.length) yield chunk;
        })(),
        0,
      );
      expect(announced.text).toMatch(/^HTTP\/1\.1 413 /);
      // What is sent while the answer is on its way is thrown away, until the connection is closed.
      expect(announced.sentBeforeAnswer).toBeLessThan(20 * 1024 * 1024);
      expect(announced.sent).toBeLessThan(size);
      expect(readdirSync(server.folder)).toEqual(['case.yaml']);
      await isAlive(server);
    },
  );

  it('a body that does not say its size is read to the limit', async () => {
    const server = await serve();
    const head = `POST /api/edit HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = Buffer.from(`10000\r\n${' '.repeat(0x10000)}\r\n`);
    const endless = await raw(
      server.port,
      (function* () {
        yield head;
        for (let at = 0; at < 200 * 16; at++) yield chunk;
      })(),
      0,
    );
    expect(endless.text).toMatch(/^HTTP\/1\.1 413 /);
    expect(endless.sent).toBeLessThan(40 * 1024 * 1024);
    await isAlive(server);
  });

  it('a client that sends its head, or its body, a letter at a time is let go', async () => {
    const server = await serve({ 'case.yaml': smallCase }, { timeouts: { headers: 300, request: 600 } });
    const slowHead = raw(server.port, `GET /api/text HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(100)}`, 20);
    const slowBody = raw(
      server.port,
      [
        `POST /api/edit HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nAuthorization: Bearer ${server.token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n`,
        ...' '.repeat(500),
      ],
      20,
    );
    await isAlive(server);
    const [head, body] = await Promise.all([slowHead, slowBody]);
    expect(head.sent).toBeLessThan(200);
    expect(body.text).toMatch(/^HTTP\/1\.1 4/);
    await isAlive(server);
  });

  it('many slow clients leave room for others', async () => {
    const server = await serve({ 'case.yaml': smallCase }, { timeouts: { headers: 400, request: 800 } });
    const slow = Array.from({ length: 100 }, () => raw(server.port, ['GET / HTTP/1.1\r\n', ...'x'.repeat(40)], 50));
    await isAlive(server);
    await Promise.all(slow);
    await isAlive(server);
  });

  it('JSON that is nested deep is refused', async () => {
    const server = await serve();
    const headers = { 'content-type': 'application/json' };
    for (const body of [
      '['.repeat(5_000_000),
      `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
      '"'.repeat(3),
      '',
      '\ud800',
    ]) {
      const answer = await server.ask('/api/edit', { method: 'POST', headers, body });
      expect(answer.status).toBe(400);
    }
    // Signs in texts are no nesting.
    const base = await server.digest('case.yaml');
    expect((await server.edit([{ path: 'case.yaml', base, text: `# "\\${'['.repeat(100)}\n` }])).kind).toBe('saved');
  });

  it('a form that another page could send is no edit', async () => {
    const server = await serve();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      undefined,
    ])
      expect(
        (await server.ask('/api/edit', { method: 'POST', headers: { 'content-type': type }, body: '{}' })).status,
      ).toBe(415);
  });

  it('more windows than may be open are refused, and the first ones go on', async () => {
    const server = await serve();
    const windows = [];
    for (let at = 0; at < mostWindows; at++) windows.push(await server.follow());
    const refused = await server.ask('/api/events');
    expect(refused.status).toBe(503);
    await server.edit([{ path: 'case.yaml', base: await server.digest('case.yaml'), text: `${smallCase}# more\n` }]);
    const { version } = await server.text();
    for (const window of windows) await window.until((event) => event.kind === 'text' && event.version === version);
    for (const window of windows.slice(0, 10)) window.close();
    await expect.poll(async () => (await server.follow()).events.length >= 0).toBe(true);
    await isAlive(server);
  });

  it('other methods and names are refused', async () => {
    const server = await serve();
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])
      for (const path of ['/', '/api/text', '/api/edit'])
        expect((await server.ask(path, { method })).status).toBeGreaterThanOrEqual(404);
    expect((await server.ask('/api/edit')).status).toBe(404);
    await isAlive(server);
  });
});

it('a report in its frame has a policy and an origin of its own', async () => {
  const server = await serve();
  const headers = { 'content-type': 'text/html' };
  const html = '<!doctype html><style>p{}</style><p>A report';
  const { url } = JSON.parse((await server.ask('/api/preview', { method: 'POST', headers, body: html })).text);
  const page = await ask(server.port, url);
  expect([page.status, page.text]).toEqual([200, html]);
  expect(page.headers['content-security-policy']).toMatch(
    /default-src 'none'.*frame-ancestors 'self'.*sandbox allow-scripts$/,
  );
  expect((await ask(server.port, '/preview/guessed')).status).toBe(404);
});

it('a folder that cannot be read, or is none, is told of', async () => {
  const folder = folderOf({ 'readme.txt': 'x' });
  const server = await serve(folder);
  expect(await server.text()).toMatchObject({ files: [], problems: [expect.stringContaining('holds no case text')] });
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'case.yaml'), smallCase);
  await expect.poll(async () => (await server.text()).files.length).toBe(1);
});
