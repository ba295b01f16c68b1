import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Asked, ask, isAlive, serve } from '../server.testing.js';

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

  it.each([
    '/%61pi/text',
    '/api%2ftext',
    '//api/text',
    '/api//text',
    '/./api/text',
    '/x/../api/text',
    '/API/text',
    '/api/text/',
    '/api;/text',
    'http://127.0.0.1/api/text',
    '/preview/../api/text',
  ])('no other way of writing %s leads past the token', async (path) => {
    const server = await serve();
    const answer = await ask(server.port, path);
    expect(answer.text).not.toContain('It breaks');
    expect([200, 400, 401, 404]).toContain(answer.status);
    if (answer.status === 200) expect(answer.text).toContain('not built');
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
      expect(headers['content-security-policy']).toContain(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
      );
      expect(headers['content-security-policy']).toContain(
        "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      // The engine makes machine code; no text becomes a script.
      expect(String(headers['content-security-policy']).replace("'wasm-unsafe-eval'", '')).not.toMatch(
        /unsafe|\*|https?:/,
      );
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
