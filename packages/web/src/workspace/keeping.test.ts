import { describe, expect, it } from 'vitest';
import { type FakeServer, opened, rest } from './fake-server.testing.js';
import { fakeShelf } from './shelf.testing.js';
import { hasUnsaved } from './state.js';

const text = 'one: 1\ntwo: 2\nthree: 3\nfour: 4\nfive: 5\n';
const typed = text.replace('three: 3', 'three: typed');

function shown({ workspace }: FakeServer, path = 'case.yaml') {
  return workspace.get().files.get(path);
}

/** A page in which somebody typed, that is gone now. */
async function left(files: Readonly<Record<string, string>> = { 'case.yaml': text }, draft = typed) {
  const shelf = fakeShelf();
  const { workspace, keepNow } = await opened(files, shelf);
  workspace.type('case.yaml', draft);
  keepNow();
  return shelf;
}

describe('what is typed and not saved', () => {
  it('is there again in the next page, as typed and not saved', async () => {
    const shelf = await left();
    const server = await opened({ 'case.yaml': text }, shelf);
    expect(shown(server)).toMatchObject({ text, draft: typed, isRestored: true });
    expect(server.disk.get('case.yaml')).toBe(text);
    expect(server.loads.at(-1)?.files).toEqual([{ path: 'case.yaml', text: typed }]);
    expect(server.workspace.get().notices.at(-1)?.text).toContain('case.yaml');
    expect(shelf.kept).toHaveLength(1);
  });

  it('is kept no more once it is saved, or discarded', async () => {
    const shelf = await left();
    const server = await opened({ 'case.yaml': text }, shelf);
    server.workspace.saveDrafts();
    await rest(server);
    server.keepNow();
    expect(server.disk.get('case.yaml')).toBe(typed);
    expect(shown(server)?.isRestored).toBeUndefined();
    expect(shelf.kept).toEqual([]);
    const other = await left();
    const next = await opened({ 'case.yaml': text }, other);
    next.workspace.discardDraft('case.yaml');
    next.keepNow();
    expect(shown(next)).toMatchObject({ text });
    expect(shown(next)?.draft).toBeUndefined();
    expect(other.kept).toEqual([]);
  });

  it('is merged with what was written elsewhere meanwhile', async () => {
    const now = text.replace('one: 1', 'one: 11');
    const server = await opened({ 'case.yaml': now }, await left());
    expect(shown(server)).toMatchObject({ text: now, draft: typed.replace('one: 1', 'one: 11') });
  });

  it('clashes with what was written in the same place, and so does a clash that nobody settled', async () => {
    const theirs = text.replace('three: 3', 'three: drei');
    const shelf = await left();
    const first = await opened({ 'case.yaml': theirs }, shelf);
    expect(shown(first)).toMatchObject({ text: theirs, draft: typed, clash: { base: text, theirs: { text: theirs } } });
    const again = await opened({ 'case.yaml': theirs }, shelf);
    expect(shown(again)).toMatchObject({ draft: typed, clash: { base: text, theirs: { text: theirs } } });
  });

  it('is not lost where its file is gone', async () => {
    const server = await opened({ 'b.yaml': 'b: 1\n' }, await left());
    expect(shown(server)).toMatchObject({ draft: typed, clash: { base: text, theirs: null } });
  });

  it('is no draft any more where the folder has the same text by now', async () => {
    const shelf = await left();
    const server = await opened({ 'case.yaml': typed }, shelf);
    expect(hasUnsaved(server.workspace.get())).toBe(false);
  });

  it('is kept too where it was saved while the server was away', async () => {
    const shelf = fakeShelf();
    const server = await opened({ 'case.yaml': text }, shelf);
    server.down = true;
    server.workspace.change('Three', new Map([['case.yaml', typed]]));
    expect(hasUnsaved(server.workspace.get(), 'waiting')).toBe(true);
    server.keepNow();
    const next = await opened({ 'case.yaml': text }, shelf);
    expect(shown(next)).toMatchObject({ text, draft: typed });
    server.down = false;
    await rest(server);
    await new Promise((done) => setTimeout(done, 300));
    await rest(server);
    expect(hasUnsaved(server.workspace.get())).toBe(false);
  });

  it('is kept by itself after a pause', async () => {
    const shelf = fakeShelf();
    const { workspace } = await opened({ 'case.yaml': text }, shelf);
    workspace.type('case.yaml', typed);
    expect(shelf.kept).toEqual([]);
    await expect.poll(() => shelf.kept).toEqual([{ path: 'case.yaml', base: text, text: typed }]);
  });

  it('goes on where it cannot be kept, and says so once', async () => {
    const shelf = fakeShelf();
    shelf.fault = 'storage is off';
    const server = await opened({ 'case.yaml': text }, shelf);
    server.workspace.type('case.yaml', typed);
    server.keepNow();
    server.keepNow();
    expect(server.workspace.get().notices.map(({ text: said }) => said)).toEqual([
      'What is typed here is lost with this page unless it is saved: storage is off',
    ]);
    server.workspace.saveDrafts();
    await rest(server);
    expect(server.disk.get('case.yaml')).toBe(typed);
  });
});
