import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FakeServer, opened, rest } from './fake-server.testing.js';

const text = 'one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\n';

function shown({ workspace }: FakeServer, path = 'case.yaml') {
  return workspace.get().files.get(path);
}

describe('workspace', () => {
  it('has the texts of the folder, and reads them', async () => {
    const server = await opened({ 'case.yaml': text });
    expect(shown(server)?.text).toBe(text);
    expect(server.loads.at(-1)?.files).toEqual([{ path: 'case.yaml', text }]);
    expect(server.workspace.get().connection.kind).toBe('live');
  });

  it('saves a change, and undoes and does it again', async () => {
    const server = await opened({ 'case.yaml': text });
    const { workspace, disk } = server;
    workspace.change('Two is three', new Map([['case.yaml', text.replace('two: 2', 'two: 3')]]));
    await rest(server);
    expect(disk.get('case.yaml')).toBe(text.replace('two: 2', 'two: 3'));
    workspace.undo();
    await rest(server);
    expect(disk.get('case.yaml')).toBe(text);
    workspace.redo();
    await rest(server);
    expect(disk.get('case.yaml')).toBe(text.replace('two: 2', 'two: 3'));
    expect(server.saved).toEqual(['Two is three', 'Undone: Two is three', 'Done again: Two is three']);
  });

  it('makes and removes files as one step with changes of others', async () => {
    const server = await opened({ 'case.yaml': text });
    const { workspace, disk } = server;
    const after = text.replace('five: 5\n', '');
    workspace.change(
      'Split',
      new Map([
        ['case.yaml', after],
        ['module.yaml', 'five: 5\n'],
      ]),
    );
    await rest(server);
    expect([...disk]).toEqual([
      ['case.yaml', after],
      ['module.yaml', 'five: 5\n'],
    ]);
    workspace.undo();
    await rest(server);
    expect([...disk]).toEqual([['case.yaml', text]]);
  });

  it('takes over what others write', async () => {
    const server = await opened({ 'case.yaml': text });
    server.write('case.yaml', text.replace('one: 1', 'one: 11'));
    await rest(server);
    expect(shown(server)?.text).toBe(text.replace('one: 1', 'one: 11'));
  });

  it('merges its change with one that came first to another place', async () => {
    const server = await opened({ 'case.yaml': text });
    server.before = () => server.write('case.yaml', text.replace('five: 5', 'five: 55'));
    server.workspace.change('Two', new Map([['case.yaml', text.replace('two: 2', 'two: 22')]]));
    await rest(server);
    const both = text.replace('two: 2', 'two: 22').replace('five: 5', 'five: 55');
    expect(server.disk.get('case.yaml')).toBe(both);
    server.workspace.undo();
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(text.replace('five: 5', 'five: 55'));
  });

  it('shows a clash and loses neither side; who settles it decides', async () => {
    const server = await opened({ 'case.yaml': text });
    const theirs = text.replace('two: 2', 'two: zwei');
    server.before = () => server.write('case.yaml', theirs);
    const mine = text.replace('two: 2', 'two: deux');
    server.workspace.change('Two', new Map([['case.yaml', mine]]));
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(theirs);
    expect(shown(server)?.draft).toBe(mine);
    expect(shown(server)?.clash?.theirs?.text).toBe(theirs);
    const settled = text.replace('two: 2', 'two: deux/zwei');
    server.workspace.settle('case.yaml', settled);
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(settled);
    expect(shown(server)?.clash).toBeUndefined();
  });

  it('keeps what is typed while others write elsewhere, and saves both', async () => {
    const server = await opened({ 'case.yaml': text });
    server.workspace.type('case.yaml', text.replace('three: 3', 'three: typed'));
    server.write('case.yaml', text.replace('one: 1', 'one: 11'));
    await rest(server);
    const both = text.replace('three: 3', 'three: typed').replace('one: 1', 'one: 11');
    expect(shown(server)?.draft).toBe(both);
    server.workspace.saveDrafts();
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(both);
    expect(shown(server)?.draft).toBeUndefined();
  });

  it('does not lose typed text whose file goes away', async () => {
    const server = await opened({ 'case.yaml': text, 'b.yaml': 'b: 1\n' });
    server.workspace.type('b.yaml', 'b: 2\n');
    server.write('b.yaml', null);
    await rest(server);
    expect(shown(server, 'b.yaml')?.draft).toBe('b: 2\n');
    expect(shown(server, 'b.yaml')?.clash?.theirs).toBeNull();
    server.workspace.settle('b.yaml', 'b: 2\n');
    await rest(server);
    expect(server.disk.get('b.yaml')).toBe('b: 2\n');
  });

  it('will not undo what somebody else wrote over, and says so', async () => {
    const server = await opened({ 'case.yaml': text });
    server.workspace.change('Two', new Map([['case.yaml', text.replace('two: 2', 'two: 22')]]));
    await rest(server);
    const theirs = text.replace('two: 2', 'two: theirs');
    server.write('case.yaml', theirs);
    await rest(server);
    server.workspace.undo();
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(theirs);
    expect(server.workspace.get().notices.at(-1)).toMatchObject({ tone: 'bad' });
  });

  it('saves what was changed while the server was away', async () => {
    const server = await opened({ 'case.yaml': text });
    server.down = true;
    server.workspace.change('Two', new Map([['case.yaml', text.replace('two: 2', 'two: 22')]]));
    await new Promise((done) => setTimeout(done, 50));
    expect(server.disk.get('case.yaml')).toBe(text);
    server.down = false;
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(text.replace('two: 2', 'two: 22'));
  });

  it('comes back to the same bytes by undoing any changes, whatever others write to other lines', async () => {
    const line = fc.integer({ min: 1, max: 8 });
    const step = fc.record({ line, word: fc.constantFrom('a', 'bb', 'c\nd', ''), foreign: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        // Others write to lines of their own, far from those that are changed here.
        const mine = Array.from({ length: 9 }, (_, at) => `mine ${at}\n-\n-\n`).join('');
        const first = `${mine}---\n---\n---\ntheirs\n`;
        const server = await opened({ 'case.yaml': first });
        let others = 0;
        for (const { line: at, word, foreign } of steps) {
          const now = server.disk.get('case.yaml')!;
          if (foreign) server.write('case.yaml', now.replace(/theirs.*/, `theirs ${++others}`));
          else
            server.workspace.change(
              `Line ${at}`,
              new Map([['case.yaml', now.replace(new RegExp(`mine ${at}[^-]*`), `mine ${at} ${word}\n`)]]),
            );
          await rest(server);
        }
        while (server.workspace.get().done.length > 0) {
          server.workspace.undo();
          await rest(server);
        }
        expect(server.disk.get('case.yaml')).toBe(
          first.replace(/theirs.*/, others === 0 ? 'theirs' : `theirs ${others}`),
        );
      }),
      { numRuns: 60 },
    );
  });
});
