import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { checkCodes } from './check-codes.js';
import { parseXml } from './xml.testing.js';

const { fatal, supported, unreadable } = cases;
const waiver = 'waivers:\n  - { rule: no-scope, because: "One system: only", by: Ada, until: 2026-12-31 }\n';

describe('junit', () => {
  const junit = async (text: string, ...argv: string[]) => {
    const { out } = await surety(['check', '--format', 'junit', ...argv], { cwd: folderWith({ 'case.yaml': text }) });
    const root = parseXml(out);
    const tests = root.children.flatMap((suite) => suite.children.filter(({ name }) => name === 'testcase'));
    const test = (code: string) => tests.find(({ attributes }) => attributes.name?.startsWith(`${code}: `))!;
    return { root, tests, test };
  };

  test('has a test for each rule, of which those with findings fail', async () => {
    const { root, tests, test: named } = await junit(fatal);
    expect(root.name).toBe('testsuites');
    expect(tests).toHaveLength(checkCodes().length);
    expect(root.attributes).toMatchObject({ tests: String(tests.length), failures: '1' });
    const failed = named('unknown-element');
    expect(failed.attributes).toMatchObject({ classname: 'surety.References', file: 'case.yaml', line: '15' });
    expect(failed.children).toMatchObject([
      {
        name: 'failure',
        attributes: { type: 'error', message: 'Goal G1 is supported by G9, which is no element of the case' },
        text: expect.stringMatching(/^case\.yaml:15:23 error Goal G1/),
      },
    ]);
    expect(named('no-scope').children.map(({ name }) => name)).toEqual(['system-out']);
    expect(named('cycle').children).toEqual([]);
  });

  test('--fail-on decides which tests fail', async () => {
    const { root, test: named } = await junit(supported, '--fail-on', 'warning');
    expect(named('no-scope').children.map(({ name }) => name)).toEqual(['failure']);
    expect(Number(root.attributes.failures)).toBeGreaterThan(0);
    expect((await junit(supported, '--fail-on', 'never')).root.attributes.failures).toBe('0');
  });

  test('what is waived is skipped, and so is every rule where the text has errors', async () => {
    const { test: waived } = await junit(supported + waiver, '--fail-on', 'info');
    expect(waived('no-scope').children).toMatchObject([
      { name: 'skipped', attributes: { message: 'waived' } },
      { name: 'system-out', text: expect.stringContaining('[waived until 2026-12-31]') },
    ]);
    const { test: unread } = await junit(unreadable);
    expect(unread('unknown-key').children.map(({ name }) => name)).toEqual(['failure']);
    expect(unread('cycle').children).toMatchObject([
      { name: 'skipped', attributes: { message: 'the text has errors' } },
    ]);
  });

  test('is XML whatever the texts hold', async () => {
    const who = 'A <b> & \\" \' ]]> \\e[2J \\uffff \\ud800';
    const { test: named } = await junit(`${supported}review:\n  signoffs: [{ role: author, who: "${who}", of: x }]\n`);
    const [output] = named('signoff-no-digest').children;
    expect(output?.text).toContain('by A <b> & " \' ]]> \ufffd[2J \ufffd');
  });
});
