import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { folderWith, surety } from '../run.testing.js';

const cwd = fileURLToPath(new URL('../../../core/src/language/fixtures/gsn2x/', import.meta.url));

/** What `check` says of a folder of gsn2x files, without the hints and the counts. */
async function found(folder: string): Promise<readonly string[]> {
  const { out, err } = await surety(['check', folder], { cwd });
  expect(err).toBe('');
  return out.split('\n').filter((line) => /^\S+:\d+:\d+ /.test(line));
}

describe('gsn2x files, as they are', () => {
  it('are checked, and asked for nothing that only a text with sections has', async () => {
    expect(await found('confidence')).toEqual([
      'confidence/ferry.gsn.yaml:44:3 warning undeveloped Goal G3 is undeveloped',
    ]);
    expect(await found('modules')).toEqual(['modules/braking.yml:11:3 warning undeveloped Goal G21 is undeveloped']);
    expect(await found('modules/index.gsn.yaml')).toEqual(await found('modules'));
    expect(await found('template')).toEqual([]);
  });

  it('are checked for what stands against them', async () => {
    expect((await found('dialectic')).map((line) => line.replace('dialectic/index.gsn.yaml:', ''))).toEqual([
      '4:3 warning defeated The relation of G1 to G3 is marked as defeated',
      '9:3 warning defeated The relation of G2 to Sn2 is marked as defeated',
      '13:3 warning defeated Goal G3 is marked as defeated',
      '19:1 warning challenge-open Challenge CG1 to G2 -> Sn2 is open and blocks the verdict',
      '32:1 warning challenge-open Challenge CG3 to G3 is open and blocks the verdict',
      '37:1 warning challenge-open Challenge Rebuttal to CG3 is open and blocks the verdict',
      '40:15 warning challenge-to-challenge Challenge Rebuttal is against CG3, and CG3 is itself a challenge',
      '42:1 warning challenge-open Challenge CSn3 to G1 is open and blocks the verdict; that it is marked as defeated is no answer',
      '45:3 warning defeated-unchallenged Challenge CSn3 is marked as defeated, and nothing challenges it',
    ]);
  });

  it('with slips of all kinds are told of all of them at once', async () => {
    expect(
      (await found('draft')).map((line) => line.replace('draft/draft.gsn.yaml:', '').split(' ').slice(0, 3).join(' ')),
    ).toEqual([
      '2:3 warning layer-near-key',
      '3:16 error bad-reference',
      '4:3 info kept-as-layer',
      '5:3 warning layer-near-key',
      '6:1 warning no-support',
      '6:1 error top-not-goal',
      '9:1 error unknown-type',
      '11:3 warning layer-near-key',
      '12:13 error not-one-of',
    ]);
    expect((await surety(['check', 'draft'], { cwd })).code).toBe(2);
  });

  it('are shown, assessed and cut from their top goals', async () => {
    const outline = await surety(['outline', 'modules', '--depth', '2'], { cwd });
    expect(outline.out).toContain('G1 Nobody is hit at the crossing');
    expect(outline.out).toContain('G10 Whoever crosses is seen [more below]');
    const assessed = await surety(['assess', 'modules'], { cwd });
    expect(assessed.out).toContain('NOT QUANTIFIED G1: Nobody is hit at the crossing');
    expect(assessed.out).toContain('the structure is not complete');
    expect(assessed.out).toContain('BLOCKS: G21 is undeveloped: The brakes hold when wet');
    expect((await surety(['assess', 'template'], { cwd })).out).toContain('Not quantified; the structure is complete.');
    expect((await surety(['cutsets', 'dialectic', '--outcome', 'G1'], { cwd })).out).toContain('Sn1: (no text)');
    expect((await surety(['explain', 'G3', 'dialectic'], { cwd })).out).toContain('G3 (goal): (no text)');
    expect((await surety(['cutsets', 'modules', '--outcome', 'G10'], { cwd })).err).toContain('there is no outcome');
  });
});

describe('a text with errors', () => {
  const text = `surety: 1
case: { id: tiny, title: A tiny case }
argument:
  G1: { text: No record leaks, supportedBy: [G2], category: contol }
  G2: { text: Sessions keep nothing, supportedBy: [G3] }
  G3: { text: Nothing is stored, doubt: 5% }
  G5: { text: Nobody asks for it, supportedBy: [G5] }
`;

  it('is checked as far as it could be read, in one list by file and place', async () => {
    const folder = folderWith({
      'case.yaml': text,
      'more.yaml': 'argument:\n  G6: { text: More, supportedBy: [G1, G9] }\n',
    });
    const { out, code } = await surety(['check'], { cwd: folder });
    expect(code).toBe(2);
    expect(out.split('\n').filter((line) => /error/.test(line) && /^\S+:\d/.test(line))).toEqual([
      "case.yaml:4:61 error not-one-of Expected inability, control, trustworthiness or deference for `category`, found text 'contol'.",
      "case.yaml:6:41 error percent-in-number Expected a number for `doubt`, found '5%': YAML reads it as text; write the fraction.",
      'case.yaml:7:49 error self-reference Goal G5 supports itself',
      'more.yaml:2:39 error unknown-element Goal G6 is supported by G9, which is no element of the case',
    ]);
    const json = JSON.parse((await surety(['check', '--json'], { cwd: folder })).out);
    expect(json).toMatchObject({ case: null, passed: false, counts: { error: 4 } });
  });

  it('is not assessed', async () => {
    const { out, err, code } = await surety(['assess'], { cwd: folderWith({ 'case.yaml': text }) });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain('the text of the case has errors');
    expect(err).not.toContain('self-reference');
  });

  it('has its evidence judged, but not the piece that an error stands in', async () => {
    const folder = folderWith({
      'case.yaml': `${text.slice(0, text.indexOf('  G5'))}  Sn1: { text: a, evidence: e1 }
  Sn2: { text: b, evidence: e2 }
evidence:
  e1: { source: gone.csv, reader: csv, measure: { kind: rate, success: a >= 1 } }
  e2: { source: gone.csv, reader: csv, measure: { kind: rate, sucess: a >= 1 } }
`,
    });
    const { out } = await surety(['check'], { cwd: folder });
    expect(out.match(/evidence-missing .*/g)).toEqual([expect.stringContaining('Evidence e1 is missing')]);
  });
});
