import { describe, expect, it } from 'vitest';
import { perform } from '../author/perform.js';
import { type FakeServer, opened, rest } from './fake-server.testing.js';
import { hasUnsaved, isComputing, whyOld } from './state.js';

const text = 'one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\nsix: 6\nseven: 7\n';
const file = 'case.yaml';
const with_ = (from: string, to: string, of = text) => of.replace(from, to);

async function edited({ workspace }: FakeServer, after: string, path = file): Promise<void> {
  workspace.change(`Edit ${path}`, new Map([[path, after]]));
}

function shown({ workspace }: FakeServer, path = file) {
  return workspace.get().files.get(path);
}

describe('a save that is refused, or fails', () => {
  it.each(['refused', 'broken'] as const)(
    'leaves typed text, and steps that take back nothing else: %s',
    async (kind) => {
      const server = await opened({ [file]: text });
      const { workspace, disk } = server;
      await edited(server, with_('one: 1\n', 'one: 1\nmore: { a: 1 }\n'));
      await rest(server);
      const saved = disk.get(file)!;
      server.fault = { kind, why: 'the disk is full' };
      await edited(server, with_('two: 2\n', 'two: 2\nlonger: true }\n', saved));
      await rest(server);
      expect(shown(server)).toMatchObject({ text: saved, draft: with_('two: 2\n', 'two: 2\nlonger: true }\n', saved) });
      expect(hasUnsaved(workspace.get(), 'waiting')).toBe(false);
      expect(workspace.get().notices.at(-1)).toMatchObject({ tone: 'bad', text: 'Not saved: the disk is full' });
      server.fault = undefined;
      workspace.saveDrafts();
      await rest(server);
      expect(disk.get(file)).toContain('longer');
      for (const expected of [saved, saved, text]) {
        workspace.undo();
        await rest(server);
        expect(disk.get(file)).toBe(expected);
      }
    },
  );

  it('takes back nothing after what was refused is thrown away', async () => {
    const server = await opened({ [file]: text });
    server.fault = { kind: 'refused', why: 'the disk is full' };
    await edited(server, with_('two: 2\n', 'two: 2\nlonger: true }\n'));
    await rest(server);
    server.fault = undefined;
    server.workspace.discardDraft(file);
    server.workspace.undo();
    await rest(server);
    expect(server.disk.get(file)).toBe(text);
    expect(server.workspace.get().notices.at(-1)?.text).toBe('Nothing of “Edit case.yaml” is left to take back');
  });

  it('lets later saves through where a new file was refused, which can be thrown away', async () => {
    const server = await opened({ [file]: text });
    server.fault = { kind: 'refused', why: 'why?.yaml is not a path that can be used' };
    await edited(server, 'why: 1\n', 'why?.yaml');
    await rest(server);
    server.fault = undefined;
    expect(shown(server, 'why?.yaml')).toMatchObject({ text: null, draft: 'why: 1\n' });
    await edited(server, with_('one: 1', 'one: 11'));
    await rest(server);
    expect([...server.disk]).toEqual([[file, with_('one: 1', 'one: 11')]]);
    server.workspace.discardDraft('why?.yaml');
    expect([...server.workspace.get().files.keys()]).toEqual([file]);
  });

  it('leaves a file there that was to go, and writes no empty one', async () => {
    const server = await opened({ [file]: text, 'b.yaml': 'b: 1\n' });
    server.fault = { kind: 'refused', why: 'it is in use' };
    server.workspace.change('Remove b.yaml', new Map([['b.yaml', null]]));
    await rest(server);
    expect(shown(server, 'b.yaml')).toMatchObject({ text: 'b: 1\n' });
    expect(hasUnsaved(server.workspace.get())).toBe(false);
    server.fault = undefined;
    server.before = () => server.write('b.yaml', 'b: 2\n');
    server.workspace.change('Remove b.yaml', new Map([['b.yaml', null]]));
    await rest(server);
    expect(server.disk.get('b.yaml')).toBe('b: 2\n');
    expect(server.workspace.get().notices.at(-1)?.text).toContain('b.yaml was not removed');
  });
});

/** Two changes wait while somebody writes where the second is. */
async function clashed(): Promise<FakeServer> {
  const server = await opened({ [file]: text });
  let release = () => {};
  server.held = new Promise((done) => {
    release = done;
  });
  await edited(server, with_('two: 2', 'two: mine and longer'));
  await edited(server, with_('four: 4', 'four: mine', shown(server)!.text!));
  server.disk.set(file, with_('four: 4', 'four: theirs'));
  release();
  server.held = undefined;
  await rest(server);
  expect(shown(server)?.clash).toBeDefined();
  return server;
}

describe('two texts of a file', () => {
  it('leave steps that take back nothing of what is on disk', async () => {
    const server = await clashed();
    const { workspace, disk } = server;
    workspace.discardDraft(file);
    for (let times = 0; times < 2; times++) {
      workspace.undo();
      await rest(server);
      expect(disk.get(file)).toBe(with_('four: 4', 'four: theirs'));
    }
    expect(workspace.get().done).toEqual([]);
  });

  it('are of what is on disk now, also where that becomes another one', async () => {
    const server = await clashed();
    const newer = with_('seven: 7', 'seven: newer', server.disk.get(file));
    server.write(file, newer);
    await rest(server);
    expect(shown(server)).toMatchObject({ text: newer, clash: { theirs: { text: newer } } });
    expect(shown(server)?.draft).toContain('seven: newer');
    server.workspace.discardDraft(file);
    await rest(server);
    expect(server.disk.get(file)).toBe(newer);
    expect(shown(server)?.clash).toBeUndefined();
  });

  it('are one again where somebody takes back what was in the way, or writes the same', async () => {
    const server = await clashed();
    const mine = shown(server)!.draft!;
    server.write(file, text);
    await rest(server);
    expect(shown(server)).toMatchObject({ text, draft: mine });
    expect(shown(server)?.clash).toBeUndefined();
    server.write(file, mine);
    await rest(server);
    expect(hasUnsaved(server.workspace.get())).toBe(false);
  });

  it('let nothing else be written into that file, and nothing into the case by a form', async () => {
    const server = await clashed();
    const { workspace } = server;
    const before = workspace.get().files;
    await edited(server, with_('one: 1', 'one: form'));
    const answer = await perform(workspace, { kind: 'setText', element: 'G1', text: 'Other' });
    expect(answer).toEqual({ ok: false, reason: `there are two texts of ${file}: settle that first, in Text` });
    expect(workspace.get().files).toBe(before);
    workspace.undo();
    expect(workspace.get().done).toHaveLength(2);
    workspace.settle(file, shown(server)!.draft!);
    await rest(server);
    expect(server.disk.get(file)).toContain('four: mine');
    expect(hasUnsaved(workspace.get())).toBe(false);
  });
});

describe('a server that was away, or fails', () => {
  const back = async (server: FakeServer) => {
    server.down = false;
    await expect.poll(() => server.workspace.get().connection.kind).toBe('live');
    await rest(server);
  };

  it('is asked for the evidence when it is back, also where the text is the same', async () => {
    const server = await opened({ [file]: text });
    const { workspace } = server;
    server.down = true;
    server.evidence = { ...server.evidence, measures: { log: { ok: true } as never } };
    await rest(server);
    expect(workspace.get().connection.kind).toBe('lost');
    const loads = server.loads.length;
    await back(server);
    expect(server.loads).toHaveLength(loads + 1);
    expect(server.loads.at(-1)?.evidence.measures).toHaveProperty('log');
  });

  it('does not leave it computing where the evidence was read meanwhile', async () => {
    const server = await opened({ [file]: text });
    const { workspace } = server;
    server.evidence = { ...server.evidence, status: 'reading' };
    server.tell({ kind: 'evidence', version: '', status: 'reading', done: 0, of: 1 });
    await rest(server);
    expect(isComputing(workspace.get())).toBe(true);
    server.down = true;
    await rest(server);
    expect(isComputing(workspace.get())).toBe(false);
    server.evidence = { ...server.evidence, status: 'ready' };
    await back(server);
    expect(isComputing(workspace.get())).toBe(false);
    expect(workspace.get().reading).toBeUndefined();
  });

  it('is asked again for a text that it could not give, and that is said until then', async () => {
    const server = await opened({ [file]: text });
    const { workspace } = server;
    server.unread = 'too many open files';
    server.write(file, with_('one: 1', 'one: 11'));
    await rest(server);
    expect(whyOld(workspace.get())).toBe('too many open files');
    expect(isComputing(workspace.get())).toBe(true);
    server.unread = undefined;
    await expect.poll(() => shown(server)?.text).toBe(with_('one: 1', 'one: 11'));
    await rest(server);
    expect(whyOld(workspace.get())).toBeUndefined();
    expect(isComputing(workspace.get())).toBe(false);
  });

  it('says that measures are those of before where measuring failed', async () => {
    const server = await opened({ [file]: text });
    server.evidence = { ...server.evidence, status: 'failed', problems: ['The log is too large.'] };
    server.tell({ kind: 'evidence', version: '', status: 'failed', done: 0, of: 0 });
    await rest(server);
    expect(whyOld(server.workspace.get())).toContain('The log is too large.');
  });
});

it('judges an edit once, whatever the server says of its save', async () => {
  const server = await opened({ [file]: text });
  const { loads, workspace } = server;
  const before = loads.length;
  await edited(server, with_('one: 1', 'one: 11'));
  await rest(server);
  expect(loads).toHaveLength(before + 1);
  const { model } = workspace.get();
  workspace.type(file, with_('one: 1', 'one: 12'));
  workspace.type(file, with_('one: 1', 'one: 11'));
  await rest(server);
  expect(workspace.get().model).toBe(model);
});
