import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { mostWindows } from './options.js';
import { isAlive, serve, smallCase } from './server.testing.js';

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
