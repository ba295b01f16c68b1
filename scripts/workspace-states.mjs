import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { settled } from './serve-copy.mjs';

const parts = (view, names) => Object.fromEntries(names.map((name) => [`${view}-${name}`, `/${view}?part=${name}`]));
/** Places of the workspace by the name of their picture. */
export const places = Object.fromEntries(
  Object.entries({
    overview: '/',
    argument: '/argument',
    'argument-picked': '/argument?at=G1',
    text: '/text',
    'what-if': '/what-if',
    ...parts('risk', [
      'cut-sets',
      'path-set',
      'importance',
      'tornado',
      'exceedance',
      'horizon',
      'advice',
      'coverage',
      'macrosystem',
      'protocols',
      'chain',
    ]),
    evidence: '/evidence',
    ...parts('review', ['challenges', 'trial', 'sign-off', 'checklist', 'conditions', 'activity']),
    compare: '/compare',
    report: '/report',
  }).map(([name, at]) => [name, { at }]),
);

const run = async (page, name) => {
  await page.getByRole('button', { name }).click({ timeout: 3000 });
  await page.waitForFunction(() => document.querySelector('main .bar button') === null, undefined, { timeout: 40_000 });
};

const press = (page, name, within = page.locator('main')) =>
  within.getByRole('button', { name }).first().click({ timeout: 5000 });

/** Opens the menu of the selected element and takes an entry of it. */
const act = async (page, entry) => {
  await press(page, /^Edit$/);
  await page.getByRole('menuitem', { name: entry }).click({ timeout: 3000 });
};

const tryOut = async (page) => {
  await page.locator('main input[type=text], main input:not([type])').nth(1).fill('0.02', { timeout: 3000 });
  await page.keyboard.press('Enter');
  await page.locator('main [data-milliseconds]').waitFor({ timeout: 10_000 });
};

/** Signs the whole case in the page, and changes it after that. */
const signAndChange = async (page, server) => {
  await press(page, /^Sign$/);
  const dialog = page.getByRole('dialog', { name: 'Sign off' });
  await dialog.getByLabel('Who', { exact: true }).fill('J. Lindqvist');
  await dialog.getByText(/^sha256:/).waitFor({ timeout: 10_000 });
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
  await dialog.waitFor({ state: 'detached', timeout: 10_000 });
  server.write('case.yaml', server.read('case.yaml').replace(/title: .*/, 'title: Another title than was signed'));
  await page.getByText(/stale/).first().waitFor({ timeout: 10_000 });
};

const typeIn = async (page, text) => {
  await page.locator('.cm-content').first().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.insertText(text);
};

const breakText = (server) => server.write('case.yaml', `x: [\n${server.read('case.yaml')}`);
const change = (find, put) => (server) => server.write('case.yaml', server.read('case.yaml').replace(find, put));
const eachText = (server, what) => {
  for (const file of readdirSync(server.folder)) if (/\.yaml$/.test(file)) what(file);
};

/** States that are not places: what is done to the folder before, and to the page once it stands. */
export const states = {
  help: { at: '/', prepare: (page) => page.keyboard.press('?') },
  'risk-horizon-run': { at: '/risk?part=horizon', prepare: (page) => run(page, /^Capability/) },
  'risk-advice-run': { at: '/risk?part=advice&outcome=sabotage', prepare: (page) => run(page, 'Try changes') },
  'argument-help': { at: '/argument', wide: true, prepare: (page) => press(page, /keys/i) },
  'argument-edit': { at: '/argument', prepare: (page) => press(page, /^Edit$/) },
  'argument-filter': { at: '/argument', prepare: (page) => press(page, /^Filter/) },
  'argument-diagram': {
    at: '/argument?at=G1',
    narrow: true,
    prepare: (page) => press(page, 'Show the diagram'),
  },
  'argument-no-match': {
    at: '/argument',
    prepare: (page) => page.getByLabel('Search the argument').fill('no such word'),
  },
  'argument-add-form': { at: '/argument', prepare: (page) => act(page, /^Add below/) },
  'argument-doubt-form': { at: '/argument', prepare: (page) => act(page, /^Set doubt/) },
  'argument-block-form': { at: '/argument', prepare: (page) => act(page, /^Put in/) },
  'argument-connect-form': { at: '/argument', prepare: (page) => act(page, /^Connect to/) },
  'argument-retype-form': { at: '/argument', prepare: (page) => act(page, /^Change the type/) },
  'what-if-tried': { at: '/what-if', prepare: tryOut },
  'what-if-no-match': {
    at: '/what-if',
    prepare: (page) => page.getByPlaceholder(/^Search doubts/).fill('no such word'),
  },
  'what-if-kept': {
    at: '/what-if',
    prepare: async (page) => {
      await tryOut(page);
      await press(page, 'Keep beside');
      await page.getByRole('button', { name: 'Keep', exact: true }).click();
    },
  },
  'what-if-save-form': {
    at: '/what-if',
    prepare: async (page) => {
      await tryOut(page);
      await press(page, 'Write into the text');
    },
  },
  'what-if-elsewhere': {
    at: '/what-if',
    prepare: async (page) => {
      await tryOut(page);
      await page.getByRole('link', { name: 'Overview', exact: true }).click();
      await settled(page);
    },
  },
  'evidence-one': {
    at: '/evidence',
    prepare: (page) => page.locator('main table a').first().click({ timeout: 3000 }),
  },
  'evidence-missing': {
    at: '/evidence',
    before: (server) => rmSync(join(server.folder, 'logs'), { recursive: true }),
  },
  'evidence-one-missing': {
    at: '/evidence',
    before: (server) => rmSync(join(server.folder, 'logs'), { recursive: true }),
    prepare: (page) => page.locator('main table a').first().click({ timeout: 3000 }),
  },
  'challenge-form': { at: '/review', prepare: (page) => press(page, /raise/i) },
  'answer-form': { at: '/review', prepare: (page) => press(page, /^Answer$/) },
  'accept-form': { at: '/review', prepare: (page) => press(page, /^Accept$/) },
  'sign-form': { at: '/review?part=sign-off', prepare: (page) => press(page, /^Sign$/) },
  'waive-form': { at: '/review?part=conditions', prepare: (page) => press(page, /^Waive/) },
  'sign-off-stale': { at: '/review?part=sign-off', prepare: signAndChange },
  'text-clash': {
    at: '/text',
    prepare: async (page, server) => {
      await typeIn(page, '# typed here\n');
      server.write('case.yaml', `# written by somebody else\n${server.read('case.yaml')}`);
    },
  },
  'text-unsaved': { at: '/text', prepare: (page) => typeIn(page, '# typed here\n') },
  'compare-changed': {
    at: '/compare',
    before: (server) =>
      eachText(server, (file) => server.write(file, server.read(file).replace(/elicited: [\d.e-]+/, 'elicited: 0.03'))),
  },
  'title-long': {
    at: '/',
    before: change(
      /title: .*/,
      `title: ${'A system of many agents that write, review and merge code for one another, '.repeat(3)}first quarter`,
    ),
  },
  focus: {
    at: '/',
    prepare: async (page) => {
      for (let step = 0; step < 16; step++) await page.keyboard.press('Tab');
    },
  },
  'no-case': { at: '/', before: (server) => eachText(server, (file) => rmSync(join(server.folder, file))) },
  'no-case-text': { at: '/text', before: (server) => eachText(server, (file) => rmSync(join(server.folder, file))) },
  'no-case-argument': {
    at: '/argument',
    before: (server) => eachText(server, (file) => rmSync(join(server.folder, file))),
  },
  'broken-text': { at: '/', before: breakText },
  'broken-text-text': { at: '/text', before: breakText },
  'broken-text-argument': { at: '/argument', before: breakText },
  'broken-text-what-if': { at: '/what-if', before: breakText },
  'broken-text-risk': { at: '/risk', before: breakText },
  'broken-text-evidence': { at: '/evidence', before: breakText },
  'broken-text-review': { at: '/review', before: breakText },
  'broken-text-compare': { at: '/compare', before: breakText },
  'broken-text-report': { at: '/report', before: breakText },
  'server-gone': { at: '/', end: true },
};
