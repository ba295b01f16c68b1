import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

describe('npm start', () => {
  it('prints the verdict of the example and serves its report on loopback, whatever the verdict is', {
    timeout: 120_000,
  }, async () => {
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs')], { cwd: root });
    try {
      const printed = await new Promise<string>((resolve, reject) => {
        let text = '';
        child.stdout.on('data', (chunk: Buffer) => {
          text += chunk;
          if (/http:\/\/127\.0\.0\.1:\d+\//.test(text)) resolve(text);
        });
        child.on('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
      });
      expect(printed).toMatch(/NOT SUPPORTED\s+sabotage/);
      expect(printed).toMatch(/SUPPORTED\s+exfiltration/);
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0] ?? '';
      const page = await fetch(url);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Coder-2 as an internal coding agent');
      expect((await fetch(`${url}other`)).status).toBe(404);
      expect((await fetch(url, { method: 'POST' })).status).toBe(405);
    } finally {
      child.removeAllListeners('exit');
      child.kill('SIGTERM');
    }
  });
});
