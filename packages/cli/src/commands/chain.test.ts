import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const first = cases.supported.replace('id: tiny', 'id: first');

/** Cites the claim of another case, and adds a step of doubt 0.004. */
const later = (id: string, previous: string, claim = 'G1') =>
  `${cases.supported
    .replace('id: tiny', `id: ${id}`)
    .replace('supportedBy: [Sn1]', 'supportedBy: [G1@previous, G3]')
    .replace(
      / {2}Sn1: .*\n/,
      '',
    )}  G3: { text: The step, doubt: { elicited: 4e-3, by: Ben, date: 2026-11-17, because: Small } }
chain: { previous: ${previous}, claim: ${claim}, gap: G3, amplify: { speed: 10 } }
`;

/** A folder that is a root, with these cases in it. */
function root(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  mkdirSync(join(cwd, '.git'));
  return cwd;
}

describe('chain', () => {
  const good = {
    'one/case.yaml': first,
    'two/case.yaml': later('second', '../one'),
    'three/case.yaml': later('third', '../two'),
  };

  test('tells the doubt of each generation, how many hold, and what one more would take', async () => {
    const cwd = root(good);
    const { code, out } = await surety(['chain', 'two'], { cwd });
    expect(code).toBe(0);
    // 1 - 0.999 * 0.998 = 0.002998, and 1 - 0.999 * 0.996 = 0.004996 more.
    expect(
      out
        .split('\n')
        .map((line) => line.trim().replace(/ {2,}/g, ' | '))
        .slice(0, 5),
    ).toEqual([
      'case | amplified by | gap step | adds | in all | threshold | verdict',
      '1 | first | 0.003 | 0.003 | 0.01 | supported',
      '2 | second | 10 times the speed | 0.004 | 0.005 | 0.00799 | 0.01 | supported',
      '',
      'All 2 generations stay under their thresholds',
    ]);
    expect(out).toContain('For one more that adds as much as the last one, 0.00299 of doubt has to go.');
  });

  test('has exit code 1 where a generation does not hold, and names the first', async () => {
    const cwd = root(good);
    const { code, out } = await surety(['chain', 'three'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('2 generations of 3 stay under their thresholds');
    expect(out).toContain('For third to stay under its threshold, 0.00299 of doubt has to go.');
  });

  test('assess, check and explain know the doubt that is cited', async () => {
    const cwd = root(good);
    const assessed = JSON.parse((await surety(['assess', 'two', '--json'], { cwd })).out);
    expect(assessed.outcomes[0].number).toBeCloseTo(1 - (1 - 0.002998) * (1 - 0.004996), 12);
    expect((await surety(['check', 'two'], { cwd })).out).not.toContain('undeveloped');
  });

  test('draws it', async () => {
    const cwd = root(good);
    await surety(['chain', 'two', '-o', 'c.svg', '--no-font'], { cwd });
    const svg = readFileSync(join(cwd, 'c.svg'), 'utf8');
    for (const text of ['10 times the speed', 'gap 0.004', 'adds 0.005', '0.00799', 'threshold 0.01'])
      expect(svg).toContain(`>${text}</text>`);
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a case without a chain', { 'two/case.yaml': first }, 'first stands in no chain'],
    [
      'a generation that is not there',
      { 'two/case.yaml': later('second', '../one') },
      'two/case.yaml:21:20 chain: the case of the previous generation cannot be used',
    ],
    [
      'a chain that comes back',
      { 'one/case.yaml': later('first', '../two'), 'two/case.yaml': later('second', '../one') },
      'one/case.yaml:21:20 chain: it comes back to the case itself, so there is no first generation',
    ],
    [
      'a claim that is not there',
      {
        'one/case.yaml': first,
        'two/case.yaml': later('second', '../one')
          .replaceAll('claim: G1,', 'claim: G11,')
          .replace('G1@previous', 'G11@previous'),
      },
      'chain: one has no goal G11; did you mean G1?',
    ],
    [
      'a path that leads outside',
      { 'two/case.yaml': later('second', '../../elsewhere') },
      'chain: ../../elsewhere lies outside of the root of the case, which no path may leave',
    ],
    [
      'a generation whose text has errors',
      { 'one/case.yaml': cases.unreadable, 'two/case.yaml': later('second', '../one') },
      'suportedBy',
    ],
    [
      'no outcome that rests on it',
      { 'one/case.yaml': first, 'two/case.yaml': later('second', '../one').replace('[G1@previous, G3]', '[G3]') },
      'no outcome of second rests on the claim that its chain cites',
    ],
  ])('%s cannot be followed', async (_, files, message) => {
    const cwd = root(files);
    const { code, err } = await surety(['chain', 'two'], { cwd });
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('a link that leads outside is not followed, and nothing there is read', async () => {
    const cwd = root({ 'two/case.yaml': later('second', '../one') });
    symlinkSync(root({ 'case.yaml': cases.unreadable }), join(cwd, 'one'));
    const { code, err } = await surety(['chain', 'two'], { cwd });
    expect(err).toContain('chain: ../one lies outside of the root of the case, which no path may leave');
    expect(err).not.toContain('suportedBy');
    expect(code).toBe(2);
  });

  test('stops at fifty generations', async () => {
    const names = Array.from({ length: 52 }, (_, at) => `g${at}`);
    const files = Object.fromEntries(
      names.map((name, at) => [`${name}/case.yaml`, at === 0 ? first : later(name, `../g${at - 1}`)]),
    );
    const { code, err } = await surety(['chain', 'g51'], { cwd: root(files) });
    expect([code, err]).toEqual([2, expect.stringContaining('chain: more than 50 generations')]);
  });
});
