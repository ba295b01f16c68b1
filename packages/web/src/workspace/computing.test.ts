import { expect, it } from 'vitest';
import { opened, rest } from './fake-server.testing.js';
import { isComputing } from './state.js';

const text = 'one: 1\ntwo: 2\n';

/** A case that takes its time; every change of whether it is computed is noted. */
async function slow() {
  const server = await opened({ 'case.yaml': text });
  const { workspace } = server;
  expect(isComputing(workspace.get())).toBe(false);
  let go: () => void = () => {};
  server.slow = new Promise((done) => {
    go = done;
  });
  return { server, workspace, computing: () => isComputing(workspace.get()), go: () => go() };
}

it('says that it computes from the event of the server until there is the model of the new text', async () => {
  const { server, workspace, computing, go } = await slow();
  const before = workspace.get().model;
  server.write('case.yaml', text.replace('one: 1', 'one: 11'));
  expect(computing()).toBe(true);
  await new Promise((done) => setTimeout(done, 20));
  expect(workspace.get().model).toBe(before);
  expect(computing()).toBe(true);
  go();
  await rest(server);
  expect(workspace.get().model).not.toBe(before);
  expect(computing()).toBe(false);
});

it('says so at once after a change, and after a key', async () => {
  const { server, workspace, computing, go } = await slow();
  workspace.change('One', new Map([['case.yaml', text.replace('one: 1', 'one: 12')]]));
  expect(computing()).toBe(true);
  go();
  await rest(server);
  expect(computing()).toBe(false);
  workspace.type('case.yaml', `${text}# more\n`);
  expect(computing()).toBe(true);
  await rest(server);
  expect(computing()).toBe(false);
});

it('does not say so for ever where the server goes before it gave the text', async () => {
  const { server, computing, go } = await slow();
  server.write('case.yaml', text.replace('one: 1', 'one: 13'));
  expect(computing()).toBe(true);
  server.down = true;
  go();
  await rest(server);
  expect(computing()).toBe(false);
});
