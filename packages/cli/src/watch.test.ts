import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from './cases.testing.js';
import { folderWith, type Ran, surety } from './run.testing.js';

/** Watches a folder, doing one thing after each result; ends after the last thing's result, or fails after ten seconds. */
async function afterEach(
  cwd: string,
  argv: readonly string[],
  steps: readonly (() => void)[],
): Promise<Ran & { readonly results: readonly string[] }> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), 10_000);
  const results: string[] = [];
  const ran = await surety(argv, {
    cwd,
    signal: stop.signal,
    onOut: (text) => {
      const step = steps[results.length];
      results.push(text);
      // A little later, as an editor would: the command has gone back to watching.
      if (step === undefined) stop.abort();
      else setTimeout(step, 150);
    },
  });
  clearTimeout(late);
  return { ...ran, results };
}

const passed = (results: readonly string[]) =>
  results.map((text) =>
    JSON.parse(text)
      .findings.map((finding: { code: string }) => finding.code)
      .includes('unknown-key'),
  );

describe('--watch', () => {
  test('checks again when a file is written, and gives the last exit code', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const file = join(cwd, 'case.yaml');
    const { code, results } = await afterEach(
      cwd,
      ['check', '--watch', '--json'],
      [
        () => writeFileSync(file, cases.unreadable),
        () => writeFileSync(file, cases.supported),
        () => writeFileSync(file, cases.unreadable),
      ],
    );
    expect(passed(results)).toEqual([false, true, false, true]);
    expect(code).toBe(2);
  });

  test('sees a save by rename, several times over', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const save = (text: string) => () => {
      writeFileSync(join(cwd, 'case.yaml~'), text);
      renameSync(join(cwd, 'case.yaml~'), join(cwd, 'case.yaml'));
    };
    const { code, results } = await afterEach(
      cwd,
      ['check', '-w', '--json'],
      [save(cases.unreadable), save(cases.supported)],
    );
    expect(passed(results)).toEqual([false, true, false]);
    expect(code).toBe(0);
  });

  test('several events in a row are one change', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const burst = () => {
      for (let at = 0; at < 5; at++) writeFileSync(join(cwd, 'case.yaml'), at < 4 ? '' : cases.unreadable);
    };
    const { results } = await afterEach(cwd, ['check', '-w', '--json'], [burst]);
    expect(passed(results)).toEqual([false, true]);
  });

  test('what is in a folder of logs counts too, and what is added or made anew below it', async () => {
    const cwd = folderWith({
      'case.yaml': cases.folder,
      'logs/a.csv': cases.trials,
      'logs/deep/b.csv': 'sample,leaked\nb,0\n',
    });
    const { results } = await afterEach(
      cwd,
      ['assess', '-w', '--json'],
      [
        () => writeFileSync(join(cwd, 'logs/deep/b.csv'), 'sample,leaked\nb,0\nc,0\n'),
        () => writeFileSync(join(cwd, 'logs/new.csv'), 'sample,leaked\nd,0\n'),
        () => {
          mkdirSync(join(cwd, 'logs/more'));
          writeFileSync(join(cwd, 'logs/more/e.csv'), 'sample,leaked\ne,0\n');
        },
        () => rmSync(join(cwd, 'logs/more/e.csv')),
      ],
    );
    const counts = results.map((text) => JSON.parse(text).evidence[0].counts);
    expect(counts).toEqual(['0 of 301', '0 of 302', '0 of 303', '0 of 304', '0 of 303']);
  });

  test('a source of evidence and a new file of the case count too', async () => {
    const cwd = folderWith({ 'case.yaml': cases.measured, 'logs/trials.csv': cases.trials });
    const { results } = await afterEach(
      cwd,
      ['assess', '-w', '--json'],
      [
        () => writeFileSync(join(cwd, 'logs/trials.csv'), cases.trials.replaceAll(',0', ',1')),
        () => writeFileSync(join(cwd, 'more.yaml'), 'quantities:\n  more: 1\n'),
      ],
    );
    const found = results.map((text) => JSON.parse(text));
    expect(found.map((one) => one.outcomes[0].verdict)).toEqual(['supported', 'not supported', 'not supported']);
    expect(found.map((one) => one.quantities.length)).toEqual([0, 0, 1]);
  });

  test('waits for a folder that goes away and comes back', async () => {
    const cwd = folderWith({ 'case/case.yaml': cases.supported });
    const { results } = await afterEach(
      cwd,
      ['check', 'case', '-w', '--json'],
      [
        () => {
          rmSync(join(cwd, 'case'), { recursive: true });
          setTimeout(() => {
            mkdirSync(join(cwd, 'case'));
            writeFileSync(join(cwd, 'case/case.yaml'), cases.unreadable);
          }, 400);
        },
      ],
    );
    expect(passed(results)).toEqual([false, true]);
  });

  test('clears the screen of a terminal before each result', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const stop = new AbortController();
    const { out, err } = await surety(['check', '-w'], {
      cwd,
      tty: true,
      signal: stop.signal,
      onOut: (text) => text.includes('as of') && stop.abort(),
    });
    expect(out.startsWith('\u001b[2J\u001b[3J\u001b[H')).toBe(true);
    expect(err).toContain('Watching for changes');
  });

  test('what cannot be read at all ends at once', async () => {
    const cwd = folderWith({});
    expect((await surety(['check', 'nowhere', '--watch'], { cwd })).code).toBe(2);
  });
});
