import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { folderOf, measuredCase, serve, smallCase, trialsLog } from './server.testing.js';

const hour = 60 * 60 * 1000;

function stateFile(state: string): string {
  const [key] = readdirSync(join(state, 'serve'));
  return join(state, 'serve', key!, 'state.json');
}

it('a page that is open goes on after a restart: same port, old token; for twelve hours, and not on another folder', async () => {
  const state = folderOf({});
  const folder = folderOf({ 'case.yaml': smallCase });
  let now = 1_000_000_000_000;
  const options = { env: { PATH: process.env.PATH, SURETY_STATE: state }, now: () => now };
  const first = await serve(folder, options);
  await first.close();
  const second = await serve(folder, options);
  expect(second.port).toBe(first.port);
  expect(second.token).not.toBe(first.token);
  const asOld = { headers: { authorization: `Bearer ${first.token}` } };
  expect((await second.ask('/api/text', asOld)).status).toBe(200);
  now += 13 * hour;
  expect((await second.ask('/api/text', asOld)).status).toBe(401);
  expect((await second.text()).files).toHaveLength(1);
  const other = await serve(folderOf({ 'case.yaml': smallCase }), options);
  expect((await other.ask('/api/text', { headers: { authorization: `Bearer ${second.token}` } })).status).toBe(401);
});

it('what is kept is a hash, for its owner alone; what is damaged counts for nothing', async () => {
  const state = folderOf({});
  const folder = folderOf({ 'case.yaml': smallCase });
  const env = { SURETY_STATE: state };
  const first = await serve(folder, { env });
  const file = stateFile(state);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toContain(first.token);
  await first.close();
  writeFileSync(file, '{"port": "x", "tokens": [1, {"hash": "", "until": 9e15}, null]}');
  const second = await serve(folder, { env });
  expect((await second.ask('/api/text', { headers: { authorization: 'Bearer ' } })).status).toBe(401);
  expect((await second.text()).files).toHaveLength(1);
});

it('a token that is given is the only one that holds', async () => {
  const state = folderOf({});
  const folder = folderOf({ 'case.yaml': smallCase });
  const env = { SURETY_STATE: state };
  const first = await serve(folder, { env });
  await first.close();
  const second = await serve(folder, { env, token: 'given-by-the-caller' });
  expect(second.token).toBe('given-by-the-caller');
  expect((await second.ask('/api/text', { headers: { authorization: `Bearer ${first.token}` } })).status).toBe(401);
  await second.close();
  const third = await serve(folder, { env });
  expect((await third.ask('/api/text', { headers: { authorization: 'Bearer given-by-the-caller' } })).status).toBe(401);
});

it('a port that somebody else has taken meanwhile is not waited for; one that was asked for is', async () => {
  const taken = createServer();
  const port = await new Promise<number>((done) => {
    taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port));
  });
  try {
    await expect(serve({ 'case.yaml': smallCase }, { port })).rejects.toThrow(`port ${port} is in use`);
    const state = folderOf({});
    const folder = folderOf({ 'case.yaml': smallCase });
    const first = await serve(folder, { env: { SURETY_STATE: state } });
    await first.close();
    writeFileSync(stateFile(state), JSON.stringify({ port, tokens: [] }));
    const second = await serve(folder, { env: { SURETY_STATE: state } });
    expect(second.port).not.toBe(port);
  } finally {
    taken.close();
  }
});

it('where nothing can be kept, it says so and serves all the same', async () => {
  const server = await serve({ 'case.yaml': smallCase }, { env: {} });
  expect(server.notes.join()).toMatch(/no folder to keep state/);
  const base = await server.digest('case.yaml');
  expect((await server.edit([{ path: 'case.yaml', base, text: smallCase }])).kind).toBe('saved');
});

it('tells its windows that it ends', async () => {
  const server = await serve();
  const window = await server.follow();
  await server.close();
  await window.until(({ kind }) => kind === 'end');
});

it('that has ended watches nothing any more, also where it was still reading evidence', async () => {
  const files = { 'case.yaml': measuredCase, 'logs/trials.csv': trialsLog };
  const watchers = () => process.getActiveResourcesInfo().filter((name) => name === 'FSEventWrap').length;
  const before = watchers();
  for (let at = 0; at < 5; at++) {
    const server = await serve(files);
    await new Promise((done) => setTimeout(done, at * 5));
    await server.close();
  }
  await new Promise((done) => setTimeout(done, 300));
  expect(watchers()).toBe(before);
});
