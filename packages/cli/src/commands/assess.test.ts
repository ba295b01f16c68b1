import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const verdicts = {
  supported: [0, 'SUPPORTED leak: A record leaks'],
  notSupported: [1, 'NOT SUPPORTED leak: A record leaks'],
  sketch: [1, 'SKETCH leak: A record leaks'],
  notQuantified: [1, 'NOT QUANTIFIED leak: A record leaks'],
  undeveloped: [1, 'NOT SUPPORTED leak: A record leaks'],
  measured: [0, 'SUPPORTED leak: A record leaks'],
} as const;

describe('assess', () => {
  test.each(Object.entries(verdicts))('%s', async (name, [code, line]) => {
    const cwd = folderWith({ 'case.yaml': cases[name as keyof typeof verdicts], 'logs/trials.csv': cases.trials });
    const full = await surety(['assess'], { cwd });
    expect(full.code).toBe(code);
    expect(full.out.split('\n')).toContain(line);
    const brief = await surety(['assess', '-q'], { cwd });
    expect(brief).toEqual({ code, out: `${line}\n`, err: '' });
  });

  test('says all that a verdict rests on, the verdict first', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { out } = await surety(['assess'], { cwd });
    expect(out).toBe(`A tiny case
tiny, draft, as of 2026-11-23; nothing uncertain to sample

SUPPORTED leak: A record leaks
  Supported. Doubt 0.006 against a threshold of 0.01 per window.

  declared doubt           0.006
  if independent         0.00152
  dependence-free bound    0.006

  Why
    - The declared doubt is 0.006, within the threshold of 0.01
    - Challenge D1 is open: Scaffolds improved

  What would change it
    - The threshold is exceeded if the doubt of Sn2 rises from 0.005 to 0.00901
    - The threshold is exceeded if the doubt of A1 rises from 0.001 to 0.00503
    - The threshold is exceeded if the doubt of G3.inference rises from 0 to 0.00403

  Likeliest ways to be wrong, if every leg counts in full (9 minimal cut sets of the argument as
  written: 3 of one and 6 of two)
    1. 0.001  A1: The vault holds
    2. 5e-4   D1: the challenge is right: Scaffolds improved
              and Sn2: Red team
    3. 2e-5   Sn1: Range
              and Sn2: Red team
    - Fewer failures are enough for the declared doubt: S1 rests on G3 alone, since nothing is
      declared about its legs

  Legs that are counted
    - S1 rests on G3 (no credit for the other legs: nothing is declared about their dependence)

  Leaves that matter most
    leaf  share of doubt  if it fails  if it holds
    Sn2             83 %            1        0.001  Red team
    A1              17 %            1        0.005  The vault holds

  What carries it alone
    - If these 5 leaves hold, the claim holds whatever the others do (their doubts add up to the
      bound): A1, Sn2, G3.inference, S1.inference and G1.inference

  Notes
    - One number is easily implausible: look at all three, and at Sn2, on which 83 % of the doubt
      rests

In short
SUPPORTED  leak  0.006  of 0.01
`);
  });

  test('shows percentiles and errors where anything is uncertain', async () => {
    const cwd = folderWith({ 'case.yaml': cases.uncertain });
    const { out } = await surety(['assess'], { cwd });
    expect(out).toContain('tiny, draft, as of 2026-11-23; 16 × 1024 trials over 1 uncertain input, seed 1\n');
    expect(out).toMatch(/doubt +mean +error +5 % +50 % +95 %\n/);
    expect(out).toMatch(/declared doubt +0\.0030\d +± \d\.\d+e-\d +/);
  });

  test('marks what blocks, and says what lifts it', async () => {
    const cwd = folderWith({ 'case.yaml': cases.undeveloped });
    const { out } = await surety(['assess'], { cwd });
    expect(out).toContain('  Why\n    ! BLOCKS: Sn1 is undeveloped: Tests of isolation\n');
    expect(out).toContain('  What would change it\n    - Develop Sn1: give it support, evidence or a stated doubt\n');
  });

  test('many reasons of one kind are counted, not all written out', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `Sn${at + 2}`);
    const many = cases.supported
      .replace('supportedBy: [Sn1]', `supportedBy: [Sn1, ${ids.join(', ')}]`)
      .concat(ids.map((id) => `  ${id}: { text: Something, undeveloped: true }\n`).join(''))
      .replace('inference: { elicited: 1e-3, by: Ada, date: 2026-11-16, because: The claim is restated }', '');
    const cwd = folderWith({ 'case.yaml': many });
    const { out } = await surety(['assess'], { cwd });
    expect(out).toContain('    ! and 35 more of this kind (undeveloped, blocking)\n');
    expect(out).toContain('    - and 32 more (all of them: --json)\n');
    expect(out).toContain('    - Nobody assessed 1 inference step, counted as sound: G1\n');
    expect(out.split('\n').length).toBeLessThan(80);
  });

  test('shows several verdicts side by side first', async () => {
    const two = cases.supported.replace(
      'argument:\n',
      '  loss:\n    text: Data is lost\n    threshold: { probability: 1e-3, per: window }\n    claim: G2\nargument:\n',
    );
    const cwd = folderWith({ 'case.yaml': two });
    const { code, out } = await surety(['assess'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('\nSUPPORTED      leak  0.003  of 0.01\nNOT SUPPORTED  loss  0.002  of 0.001\n');
    // Of a long assessment the last screen is what is seen.
    expect(
      out.endsWith('\n\nIn short\nSUPPORTED      leak  0.003  of 0.01\nNOT SUPPORTED  loss  0.002  of 0.001\n'),
    ).toBe(true);
  });

  test('legs with a declared common cause need fewer failures than the sets list, too', async () => {
    const beta = cases.legs.replace('combine: any,', 'combine: any, dependence: { beta: 0.1, because: One team },');
    const { out } = await surety(['assess'], { cwd: folderWith({ 'case.yaml': beta }) });
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Fewer failures are enough for the declared doubt: with probability 0.1 the legs of S1 fail together, and G3 alone decides',
    );
  });

  test('a percentile that misses the threshold is shown beside the mean that meets it', async () => {
    const strict = cases.uncertain.replace(
      '{ probability: 1e-2, per: window,',
      '{ probability: 4e-3, per: window, criterion: p95,',
    );
    const { code, out } = await surety(['assess'], { cwd: folderWith({ 'case.yaml': strict }) });
    expect(code).toBe(1);
    expect(out).toMatch(
      /Doubt 0\.0030\d with a p95 of 0\.00\d+, against a threshold of 0\.004 per window, which\s+both must meet\./,
    );
    expect(out).toMatch(/\nIn short\nNOT SUPPORTED {2}leak {2}0\.0030\d {2}of 0\.004 {2}p95 0\.00\d+\n$/);
  });

  test.each([
    ['p95', '3.2e-3', /which\s+both must meet\./],
    ['mean', '3.2e-3', /a threshold of 0\.0032 per\s+window: only just within\./],
  ])('a mean just within its threshold, by %s', async (criterion, threshold, words) => {
    const narrow = cases.uncertain.replace(
      '{ probability: 1e-2, per: window,',
      `{ probability: ${threshold}, per: window, criterion: ${criterion},`,
    );
    expect((await surety(['assess'], { cwd: folderWith({ 'case.yaml': narrow }) })).out).toMatch(words);
  });

  test('a risk case that contradicts nothing is said to be none against the safety case', async () => {
    const risk =
      'riskCases:\n  leak: { claim: R1, argument: { R1: { text: A record leaks, doubt: { elicited: 0.999, by: Dee, date: 2026-11-19, because: Rare } } } }\n';
    const { out } = await surety(['assess'], { cwd: folderWith({ 'case.yaml': cases.supported + risk }) });
    expect(out.replace(/\s+/g, ' ')).toContain('at least 0.001 likely; no contradiction with the safety case');
  });

  test('evidence that is here but cannot be measured is not called missing', async () => {
    const wrong = cases.measured.replace('success: leaked >= 1', 'success: leeked >= 1');
    const cwd = folderWith({ 'case.yaml': wrong, 'logs/trials.csv': cases.trials });
    const { err } = await surety(['assess'], { cwd });
    expect(err).toContain(
      'error evidence-missing Evidence trials gives no result: logs/trials.csv: the source has no field “leeked”',
    );
    const [, line, column] = /^case\.yaml:(\d+):(\d+)/.exec(err) ?? [];
    expect(wrong.split('\n')[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^leeked >= 1/);
    expect(err).toContain('hint: `surety evidence show logs/trials.csv` lists');
    const broken = folderWith({ 'case.yaml': cases.measured, 'logs/trials.csv': 'sample,leaked\n"s1,0\n' });
    const said = (await surety(['assess'], { cwd: broken })).err;
    expect(said).toContain('Evidence trials gives no result: ');
    const [, at, from] = /^case\.yaml:(\d+):(\d+)/.exec(said) ?? [];
    expect(cases.measured.split('\n')[Number(at) - 1]?.slice(Number(from) - 1)).toMatch(/^logs\/trials\.csv/);
  });

  test('stays within the width of the terminal', async () => {
    const cwd = folderWith({ 'case.yaml': cases.measured, 'logs/trials.csv': cases.trials });
    for (const columns of [60, 100, 300]) {
      const { out } = await surety(['assess'], { cwd, columns });
      const widest = Math.max(...out.split('\n').map((line) => line.length));
      expect(widest).toBeLessThanOrEqual(Math.min(columns, 100));
    }
  });

  test('errors of the rules stand before it, on stderr', async () => {
    const cwd = folderWith({ 'case.yaml': cases.measured });
    const { code, out, err } = await surety(['assess'], { cwd });
    expect(code).toBe(1);
    expect(err).toMatch(/^case\.yaml:\d+:\d+ error evidence-missing /);
    expect(out).toContain('NOT SUPPORTED leak');
  });

  test.each(['unreadable', 'fatal'] as const)('%s: no verdict at all', async (name) => {
    const cwd = folderWith({ 'case.yaml': cases[name] });
    for (const argv of [['assess'], ['assess', '--json'], ['assess', '-q']]) {
      const { code, out, err } = await surety(argv, { cwd });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^case\.yaml:\d+:\d+ error /);
      expect(err).not.toMatch(/\bSUPPORTED\b/);
    }
  });

  test('answers for one outcome alone where it is asked to', async () => {
    const two = cases.supported
      .replace(
        /^outcomes:\n/m,
        'outcomes:\n  loss: { text: A disk is lost, threshold: { probability: 0.01, per: window, approved: { by: board, date: 2026-10-01 } }, claim: G-loss }\n',
      )
      .replace(/^argument:\n/m, 'argument:\n  G-loss: { text: None is lost, undeveloped: true }\n');
    const cwd = folderWith({ 'case.yaml': two });
    expect((await surety(['assess', '-q'], { cwd })).code).toBe(1);
    const one = await surety(['assess', '-q', '--outcome', 'leak'], { cwd });
    expect(one).toEqual({ code: 0, out: 'SUPPORTED leak: A record leaks\n', err: '' });
    const json = JSON.parse((await surety(['assess', '--json', '--outcome', 'loss'], { cwd })).out);
    expect(json.outcomes.map(({ id }: { id: string }) => id)).toEqual(['loss']);
    expect(json.only).toBe('loss');
    expect((await surety(['assess', '--outcome', 'loss'], { cwd })).out).toContain('Only loss of 2 outcomes is shown');
    const wrong = await surety(['assess', '--outcome', 'leek'], { cwd });
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('Did you mean leak?');
  });

  test('a case without outcomes gets no verdict, and is not a success', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported.replace(/outcomes:[\s\S]*?argument:/, 'argument:') });
    const { code, out } = await surety(['assess'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('The case names no outcome, so there is nothing to give a verdict on.');
  });

  test('the same input gives the same bytes, and another seed others', async () => {
    const cwd = folderWith({ 'case.yaml': cases.uncertain });
    const [first, again, other] = await Promise.all(
      [[], [], ['--seed', '2']].map((more) => surety(['assess', '--json', ...more], { cwd })),
    );
    expect(again).toEqual(first);
    expect(JSON.parse(other!.out).seed).toBe(2);
    expect(other!.out).not.toBe(first!.out);
  });

  test('people are told the same whether or not all numbers are computed for a file besides', async () => {
    const root = join(import.meta.dirname, '../../../..');
    for (const name of ['coding-agent', 'watchdogs', 'control']) {
      const options = { cwd: join(root, 'examples', name) };
      const asked = ['assess', '--as-of', '2026-11-23'];
      const file = join(folderWith({}), 'assessment.json');
      expect(await surety(asked, options)).toEqual(await surety([...asked, '-o', file], options));
    }
  });

  test('-o writes the JSON that --json prints, and nothing else beside it', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const printed = await surety(['assess', '--json', '-o', 'assessment.json'], { cwd });
    expect(readFileSync(join(cwd, 'assessment.json'), 'utf8')).toBe(printed.out);
    expect(readdirSync(cwd).sort()).toEqual(['assessment.json', 'case.yaml']);
    const refused = await surety(['assess', '-o', 'no/such/folder.json'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.out).toBe('');
  });
});
