import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { client, folderOf, put, smallCase, type TestServer } from '../server.testing.js';
import { digestOf } from '../text/read-texts.js';
import { beginSave } from './journal.js';
import { recoverSaves } from './recover.js';

const program = fileURLToPath(new URL('../../../cli/bin/surety.js', import.meta.url));
const token = 'a-token-for-this-test';

/** The server as a process of its own, so that it can be killed. */
async function start(
  folder: string,
  state: string,
): Promise<{ readonly child: ChildProcess; readonly server: TestServer }> {
  const child = spawn(process.execPath, [program, 'serve', folder, '--no-open', '--token', token], {
    env: { PATH: process.env.PATH, SURETY_STATE: state },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text: Buffer) => resolve(text.toString()));
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const port = Number(new URL(url).port);
  return { child, server: client({ folder, port, token, notes: [], close: async () => {} }) };
}

const saves = 1000;
const kills = [150, 600];
const windows = 4;

describe('a server that is killed in the middle of 1,000 saves', () => {
  it('has every save that it acknowledged, no half file, and nothing left over at the next start', {
    timeout: 240_000,
  }, async () => {
    const state = folderOf({});
    // Each window saves two files of its own at once, always with the same number in both, and long enough to be torn.
    const pad = `# ${'x'.repeat(10_000)}\n`;
    const textOf = (at: number) => `# ${at}\n${pad}# ${at}\n`;
    const files = Object.fromEntries(
      Array.from({ length: windows }, (_, window) =>
        [1, 2].map((half) => [`w${window}-${half}.yaml`, textOf(0)]),
      ).flat(),
    );
    const folder = folderOf({ 'case.yaml': smallCase, ...files });
    const acknowledged = Array.from({ length: windows }, () => 0);
    let done = 0;
    const numberIn = (file: string) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const at = Number(/^# (\d+)\n/.exec(text)?.[1]);
      expect(text === textOf(at), `${file} is whole`).toBe(true);
      return at;
    };
    for (const until of [...kills, saves]) {
      const { child, server } = await start(folder, state);
      // The last run was killed: what it left is gone or finished before the first answer.
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      for (const [window, at] of acknowledged.entries()) {
        const [one, other] = [numberIn(`w${window}-1.yaml`), numberIn(`w${window}-2.yaml`)];
        expect([one === other, one === at || one === at + 1]).toEqual([true, true]);
        acknowledged[window] = one;
      }
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const save = async (window: number) => {
        while (done < until) {
          const at = acknowledged[window]!;
          const base = digestOf(Buffer.from(textOf(at)));
          const edits = [1, 2].map((half) => ({ path: `w${window}-${half}.yaml`, base, text: textOf(at + 1) }));
          // The connection breaks off where the server is killed.
          const reply = await server.edit(edits).catch(() => undefined);
          if (reply === undefined) return;
          expect(reply.kind).toBe('saved');
          acknowledged[window] = at + 1;
          done++;
          if (done === until && until < saves) child.kill('SIGKILL');
        }
      };
      await Promise.all(acknowledged.map((_, window) => save(window)));
      if (until === saves) child.kill('SIGTERM');
      expect(await ended).toBe(until === saves ? 0 : null);
    }
    expect(acknowledged.reduce((sum, at) => sum + at, 0)).toBeGreaterThanOrEqual(saves);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

describe('the next start', () => {
  const files = { 'a.yaml': '# a\n', 'b.yaml': '# b\n', '.a.yaml.0.tmp': '# A\n', '.b.yaml.0.tmp': '# B\n' };
  const steps = (folder: string) => [
    { target: join(folder, 'a.yaml'), temporary: join(folder, '.a.yaml.0.tmp'), base: digestOf(Buffer.from('# a\n')) },
    { target: join(folder, 'b.yaml'), temporary: join(folder, '.b.yaml.0.tmp'), base: digestOf(Buffer.from('# b\n')) },
  ];
  const bothOf = (folder: string) => ['a.yaml', 'b.yaml'].map((name) => readFileSync(join(folder, name), 'utf8'));
  /** The note as another process would have left it that is gone: no process has this number. */
  const ofAnother = (notes: string) => {
    for (const name of readdirSync(notes)) {
      const text = readFileSync(join(notes, name), 'utf8').replace(`"pid":${process.pid}`, '"pid":4194305');
      put(notes, { [name]: text });
    }
  };

  it('takes away what a save left that was not decided', () => {
    const [folder, notes] = [folderOf(files), folderOf({})];
    beginSave(notes, steps(folder));
    ofAnother(notes);
    expect(recoverSaves(notes, Date.now())).toHaveLength(2);
    expect(bothOf(folder)).toEqual(['# a\n', '# b\n']);
    expect([readdirSync(folder).sort(), readdirSync(notes)]).toEqual([['a.yaml', 'b.yaml'], []]);
  });

  it('finishes one that was, wherever it broke off', () => {
    const [folder, notes] = [folderOf({ ...files, 'a.yaml': '# A\n' }), folderOf({})];
    const [, second] = steps(folder);
    beginSave(notes, [{ ...steps(folder)[0]!, temporary: join(folder, '.a.yaml.gone.tmp') }, second!]).decide();
    ofAnother(notes);
    expect(recoverSaves(notes, Date.now())).toHaveLength(1);
    expect(bothOf(folder)).toEqual(['# A\n', '# B\n']);
  });

  it('leaves alone what somebody else has changed since', () => {
    const [folder, notes] = [folderOf({ ...files, 'b.yaml': '# by hand\n' }), folderOf({})];
    beginSave(notes, steps(folder)).decide();
    ofAnother(notes);
    recoverSaves(notes, Date.now());
    expect(bothOf(folder)).toEqual(['# A\n', '# by hand\n']);
    expect(readdirSync(folder).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  it('leaves alone what another server is at, and a note that is no note', () => {
    const [folder, notes] = [folderOf(files), folderOf({ '0123456789abcdef.begun': '{', 'other.txt': 'x' })];
    beginSave(notes, steps(folder));
    expect(recoverSaves(notes, Date.now())).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(4);
    expect(readdirSync(notes).filter((name) => name.startsWith('0123'))).toEqual([]);
    // An hour later the process of that number must be another one.
    expect(recoverSaves(notes, Date.now() + 3_600_001)).toHaveLength(2);
    expect(readdirSync(folder)).toHaveLength(2);
  });
});
