import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { browserCommand } from '../serve/open-in-browser.js';

/** Serves a folder until `then` is done with the address that is printed. */
async function serving(cwd: string, argv: readonly string[], then: (url: URL) => Promise<void>) {
  const stop = new AbortController();
  let done: Promise<void> | undefined;
  const ran = await surety(['serve', ...argv], {
    cwd,
    env: { SURETY_STATE: join(cwd, '.state'), PATH: process.env.PATH ?? '' },
    signal: stop.signal,
    onOut: (text) => {
      done = then(new URL(text)).finally(() => stop.abort());
    },
  });
  await done;
  return ran;
}

const textAt = async (url: URL, token = url.hash.slice('#token='.length)) => {
  const asked = await fetch(`${url.origin}/api/text`, { headers: { authorization: `Bearer ${token}` } });
  return (await asked.json()) as {
    readonly asOf: string;
    readonly readOnly: boolean;
    readonly files: { path: string }[];
  };
};

describe('serve', () => {
  test('prints the address of the workspace, and ends in order', async () => {
    const cwd = folderWith({ 'case/case.yaml': cases.supported });
    const { code, out, err } = await serving(cwd, ['case'], async (url) => {
      expect(await textAt(url)).toMatchObject({ asOf: '2026-11-23', readOnly: false, files: [{ path: 'case.yaml' }] });
    });
    expect(code).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n$/);
    expect(err).toBe('The workspace of case is at this address; Ctrl+C ends it.\n');
  });

  test('takes day, token and reading only', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const token = 'sixteen-letters-at-least';
    await serving(cwd, ['--as-of', '2026-01-02', '--read-only', '--token', token, '--quiet'], async (url) => {
      expect(url.hash).toBe(`#token=${token}`);
      expect(await textAt(url)).toMatchObject({ asOf: '2026-01-02', readOnly: true });
    });
  });

  test('says why it cannot', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const env = { SURETY_STATE: join(cwd, '.state') };
    expect(await surety(['serve', '--token', 'short'], { cwd, env })).toMatchObject({
      code: 2,
      err: 'surety: a token is 16 to 512 characters without spaces\n',
    });
    expect((await surety(['serve', '--port', '70000'], { cwd, env })).err).toContain('at most 65535');
    expect(await surety(['serve', 'nowhere'], { cwd, env })).toMatchObject({
      code: 2,
      err: 'surety: nowhere: there is no such file or folder\n',
    });
    expect(await surety(['serve', '--host', '203.0.113.9'], { cwd, env })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/203\.0\.113\.9 is no address of this machine|cannot be listened on/),
    });
    await serving(cwd, [], async (url) => {
      expect(await surety(['serve', '--port', url.port], { cwd, env })).toMatchObject({
        code: 2,
        err: `surety: port ${url.port} is in use\n`,
      });
    });
  });

  test('opens a browser where somebody can see it, without a shell', () => {
    expect(browserCommand({}, 'linux')).toBeUndefined();
    expect(browserCommand({ DISPLAY: ':0' }, 'linux')).toEqual(['xdg-open']);
    expect(browserCommand({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toEqual(['xdg-open']);
    expect(browserCommand({}, 'darwin')).toEqual(['open']);
    expect(browserCommand({}, 'win32')?.[0]).toBe('rundll32');
  });
});
