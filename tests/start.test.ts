import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

describe('npm start', () => {
  it('prints the verdict of the example and serves its workspace on loopback, whatever the verdict is', {
    timeout: 240_000,
  }, async () => {
    const state = mkdtempSync(join(tmpdir(), 'surety-start-'));
    const env = { ...process.env, SURETY_STATE: state };
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], { cwd: root, env });
    try {
      const printed = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk;
          if (/http:\/\/127\.0\.0\.1:\d+\/#token=\S+\n/.test(text)) resolve(text);
        });
        child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
      });
      expect(printed).toMatch(/NOT SUPPORTED\s+sabotage/);
      expect(printed).toMatch(/SUPPORTED\s+exfiltration/);
      const [, url = '', token = ''] = /(http:\/\/127\.0\.0\.1:\d+\/)#token=(\S+)/.exec(printed) ?? [];
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(page.headers.get('content-type')).toContain('text/html');
      expect((await fetch(url, { method: 'POST' })).status).toBe(405);
      expect((await fetch(`${url}api/text`)).status).toBe(401);
      const text = await fetch(`${url}api/text`, { headers: { authorization: `Bearer ${token}` } });
      expect(await text.text()).toContain('Coder-2 as an internal coding agent');
      child.removeAllListeners('exit');
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
      await expect(fetch(url)).rejects.toThrow();
    } finally {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
      rmSync(state, { recursive: true, force: true });
    }
  });
});
