import { describe, expect, test } from 'vitest';
import { cases } from './cases.testing.js';
import { commands } from './registry.js';
import { run } from './run.js';
import { capture, folderWith, surety } from './run.testing.js';

const nested = [
  ...['show', 'lock', 'verify'].map((name) => ['evidence', name]),
  ...['show', 'export', 'import'].map((name) => ['fmea', name]),
];

describe('help', () => {
  test.each([...commands.map(({ name }) => [name]), ...nested])(
    '%s %s says what it does and gives an example',
    async (...names) => {
      const argv = names.filter((name) => typeof name === 'string');
      const { code, out, err } = await surety([...argv, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^Usage: surety /);
      expect(out).toMatch(/\nExamples?:\n {2}\$ surety /);
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    },
  );

  test('every example names the command itself', async () => {
    for (const { name } of commands) {
      const { out } = await surety([name, '--help']);
      const examples = out.split('\n').filter((line) => line.startsWith('  $ '));
      for (const example of examples) expect(example).toContain(`$ surety ${name}`);
    }
  });

  test('lists all commands, also after `help`', async () => {
    const { code, out } = await surety(['--help']);
    expect(code).toBe(0);
    for (const { name, summary } of commands) expect(out).toMatch(new RegExp(`${name} .*${summary.slice(0, 20)}`));
    expect((await surety(['help', 'check'])).out).toBe((await surety(['check', '--help'])).out);
  });

  test('no command at all is not a success', async () => {
    const { code, out, err } = await surety([]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: surety');
    expect((await surety(['-q'])).code).toBe(2);
  });
});

describe('a slip on the command line', () => {
  test.each([
    [['chekc'], "surety: unknown command 'chekc'", 'Did you mean check?'],
    [['check', '--jsn'], "surety: unknown option '--jsn'", 'Did you mean --json?'],
    [['evidence', 'shwo'], "surety: unknown command 'shwo'", 'Did you mean show?'],
    [['check', '--fail-on', 'errors'], 'Allowed choices are error, warning, info, never.', ''],
    [['check', '--as-of', '2026-02-30'], 'Expected a day that exists, as YYYY-MM-DD.', ''],
    [['check', '--as-of', 'yesterday'], 'Expected a day that exists, as YYYY-MM-DD.', ''],
    [['assess', '--seed', '1.5'], 'Expected a whole number of at least 0.', ''],
    [['assess', '--seed', '-3'], 'Expected a whole number of at least 0.', ''],
    [['cutsets', '--top', '0'], 'Expected a whole number of at least 1.', ''],
    [['check', 'a', 'b'], 'too many arguments', ''],
    [['explain'], "missing required argument 'ELEMENT'", ''],
    [['rename', 'a', 'b', '--in', 'c'], "unknown option '--in'", 'Usage: surety rename [options] <OLD> <NEW> [CASE]'],
    [['fmea', 'import'], "missing required argument 'FILE'", 'Usage: surety fmea import [options] <FILE> [CASE]'],
    [['report'], "required option '-o, --output <FILE>' not specified", ''],
    [['format'], "missing required argument 'CASE'", ''],
    [['schema', 'asses'], 'Allowed choices are case, check, assess', ''],
  ])('%j', async (argv, message, suggestion) => {
    const { code, out, err } = await surety(argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(suggestion);
  });

  test('the case may be named as an argument and by --case, and once only', async () => {
    const cwd = folderWith({ 'cases/case.yaml': cases.supported });
    const wanted = await surety(['explain', 'G1', 'cases'], { cwd });
    expect(wanted.code).toBe(0);
    expect(await surety(['explain', 'G1', '--case', 'cases'], { cwd })).toEqual(wanted);
    expect(await surety(['explain', '--case=cases', 'G1'], { cwd })).toEqual(wanted);
    expect(await surety(['sign', '--list', '--case', 'cases'], { cwd })).toMatchObject({ code: 0 });
    const rows = await surety(['fmea', 'show', 'cases'], { cwd });
    expect(await surety(['fmea', 'show', '--case', 'cases'], { cwd })).toEqual(rows);
    expect(await surety(['explain', 'G1', 'cases', '--case', 'cases'], { cwd })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('surety: the case is named twice, as cases and by --case\n'),
    });
  });

  test('the nearest id is suggested', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const explained = await surety(['explain', 'Sn2'], { cwd });
    expect(explained).toEqual({
      code: 2,
      out: '',
      err: 'surety: there is no element “Sn2”\n  Did you mean Sn1? There are also G2, G1, C1.\n',
    });
    const sets = await surety(['cutsets', '--outcome', 'leek'], { cwd });
    expect(sets).toEqual({ code: 2, out: '', err: 'surety: there is no outcome “leek”\n  Did you mean leak?\n' });
  });
});

describe('a bug', () => {
  const broken = (env: Record<string, string>) => {
    const captured = capture({ env });
    const io = {
      ...captured.io,
      today: () => {
        throw new TypeError('no clock\nat all');
      },
    };
    return { captured, io };
  };

  test('is called one in one line, and gives no verdict', async () => {
    const { captured, io } = broken({});
    expect(await run(['assess'], io)).toBe(2);
    expect(captured.out()).toBe('');
    expect(captured.err()).toBe('surety: this is a bug in Surety, and there is no result: TypeError: no clock\n');
  });

  test('shows its stack where that is asked for', async () => {
    const { captured, io } = broken({ SURETY_DEBUG: '1' });
    expect(await run(['assess'], io)).toBe(2);
    expect(captured.err()).toMatch(/bug in Surety.*\n.*TypeError: no clock[\s\S]*\n\s+at /);
  });
});

describe('colour', () => {
  const coloured = async (argv: readonly string[], env: Record<string, string>, tty: boolean) => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { out } = await surety(argv, { cwd, env, tty });
    return out.includes('\u001b[1m');
  };

  test('only on a terminal, and only where nobody objects', async () => {
    expect(await coloured(['assess'], {}, true)).toBe(true);
    expect(await coloured(['assess'], {}, false)).toBe(false);
    expect(await coloured(['assess'], { NO_COLOR: '1' }, true)).toBe(false);
    expect(await coloured(['assess'], { TERM: 'dumb' }, true)).toBe(false);
    expect(await coloured(['assess', '--no-color'], {}, true)).toBe(false);
    expect(await coloured(['--no-color', 'assess'], {}, true)).toBe(false);
  });

  test('changes no other character', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const plain = await surety(['assess'], { cwd });
    const painted = await surety(['assess'], { cwd, tty: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(painted.out.replace(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });
});
