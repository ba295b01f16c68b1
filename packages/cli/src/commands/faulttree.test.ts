import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { folderWith, surety } from '../run.testing.js';
import { outputSchema } from '../schema/outputs.js';

const validate = new Ajv2020({ strictTypes: false }).compile(outputSchema('faulttree'));
const fixtures = 'packages/engine/fixtures/open-psa';

async function json(...argv: readonly string[]) {
  const { code, out, err } = await surety(['faulttree', ...argv, '--json']);
  expect(err).toBe('');
  const data = JSON.parse(out);
  validate(data);
  expect(validate.errors ?? []).toEqual([]);
  expect(code).toBe(0);
  return data;
}

describe('surety faulttree', () => {
  test('every fixture as JSON that keeps its schema, with the probability of SCRAM', async () => {
    const { models } = JSON.parse(readFileSync(`${fixtures}/scram.json`, 'utf8'));
    for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.xml'))) {
      const data = await json(
        `${fixtures}/${file}`,
        '--uncertainty',
        'true',
        '--num-trials',
        '64',
        '--sensitivity',
        'true',
      );
      const { probability, products } = models[file.replace('.xml', '')];
      if (probability === undefined) continue;
      expect(Math.abs(data.probability / probability - 1)).toBeLessThan(6e-6);
      expect([data.cutSets.count, data.lower, data.exact]).toEqual([String(products), data.probability, true]);
      expect(data.stats).toEqual({
        seconds: expect.any(Number),
        nodes: expect.any(Number),
        peakBytes: expect.any(Number),
      });
    }
  }, 60_000);

  test('common causes count unless they are left out', async () => {
    const file = `${fixtures}/ccf-beta-3.xml`;
    const counted = await json(file);
    const without = await json(file, '--ccf', 'false');
    expect(counted.probability).toBeCloseTo(0.0378125, 7);
    expect(without.probability).toBeCloseTo(3 * 0.01 * 0.9 + 0.001, 12);
    expect((await surety(['faulttree', file, '--ccf', 'false'])).out).toMatch(/look safer/);
  });

  test('limits, order of products, importance switched off, prime implicants', async () => {
    const file = `${fixtures}/importance.xml`;
    const one = await json(file, '--limit-order', '1', '--importance', 'false');
    expect(one.cutSets).toMatchObject({ count: '1', byOrder: ['1'], top: [{ events: ['both'], order: 1 }] });
    expect(one.importance).toBeUndefined();
    const alone = await json(file, '--products', 'false', '--importance', 'false');
    expect(alone).toMatchObject({ probability: one.probability, exact: true });
    expect(alone.cutSets).toBeUndefined();
    const text = await surety(['faulttree', file, '--products', 'false']);
    expect(text).toMatchObject({ code: 0 });
    expect(text.out).toContain('importance');
    expect(text.out).not.toContain('cut set');
    const { importance } = await json(file, '--fussell-vesely', 'bounds');
    for (const { CIF, DIF, FV, FVLower } of importance) expect([FVLower ?? FV, FV]).toEqual([CIF, DIF]);
    const bounds = await surety(['faulttree', file, '--fussell-vesely', 'bounds']);
    expect(bounds.out).toContain('FV with ≤ lies between CIF and DIF');
    expect(text.out).not.toContain('FV with');
    const likely = await json(file, '--cut-off', '0.05', '--top', '9');
    expect(likely.cutSets.top.map(({ probability }: { probability: number }) => probability)).toEqual([
      expect.closeTo(0.3, 12),
      expect.closeTo(0.24, 12),
      expect.closeTo(0.05, 12),
    ]);
    const xor =
      '<opsa-mef><define-fault-tree name="t"><define-gate name="g"><xor><basic-event name="a"/><basic-event name="b"/></xor></define-gate></define-fault-tree><model-data><define-basic-event name="a"><float value="0.1"/></define-basic-event><define-basic-event name="b"><float value="0.2"/></define-basic-event></model-data></opsa-mef>';
    const cwd = folderWith({ 'x.xml': xor });
    const prime = JSON.parse((await surety(['faulttree', 'x.xml', '--prime-implicants', '--json'], { cwd })).out);
    expect(prime).toMatchObject({ coherent: false, probability: expect.closeTo(0.26, 14) });
    const open = await surety(['faulttree', 'x.xml', '--fussell-vesely', 'bounds'], { cwd });
    expect(open.out).toContain('FV with ≤ lies between 0 and what is shown');
    expect(prime.cutSets.top).toEqual([
      {
        events: ['b'],
        not: ['a'],
        order: 2,
        probability: expect.closeTo(0.18, 14),
        contribution: expect.closeTo(0.18 / 0.26, 14),
      },
      {
        events: ['a'],
        not: ['b'],
        order: 2,
        probability: expect.closeTo(0.08, 14),
        contribution: expect.closeTo(0.08 / 0.26, 14),
      },
    ]);
  });

  test('under a condition, and over the time', async () => {
    const file = 'docs/faulttree/cooling.xml';
    const data = await json(file, '--given', 'valve-1=true', '--given', 'tank-empty=false');
    expect(data.given).toEqual([
      { event: 'valve-1', happens: true },
      { event: 'tank-empty', happens: false },
    ]);
    // The other line fails: its pump, by itself or with the first, or its valve.
    const { probability: both } = (await json(file)).importance.find(
      ({ event }: { event: string }) => event === '[pump-1 pump-2]',
    );
    const { probability: alone } = data.importance.find(({ event }: { event: string }) => event === '[pump-2]');
    expect(data.probability).toBeCloseTo(1 - (1 - both) * (1 - alone) * (1 - 0.002), 14);
    const timed = await json(file, '--time-step', '3000', '--sil', 'true');
    expect(timed.curve.map(({ time }: { time: number }) => time)).toEqual([0, 3000, 6000, 8760]);
    expect(timed.curve.at(-1).probability).toBe(timed.probability);
    const shares = (bins: readonly { value: number }[]) => bins.reduce((sum, { value }) => sum + value, 0);
    expect([shares(timed.sil.pfd), shares(timed.sil.pfh)]).toEqual([expect.closeTo(1, 12), expect.closeTo(1, 12)]);
    const { out } = await surety(['faulttree', file, '--given', 'valve-1=1', '--time-step', '24', '--sil', '1']);
    expect(out).toMatch(/Given that valve-1 happens\./);
    expect(out).toMatch(/one in 19 of 366 points/);
    expect(out).toMatch(/Mean probability of failure on demand .*, per hour /);
    for (const [argv, message] of [
      [['--given', 'valv-1=true'], /no event “valv-1”.*\n {2}Did you mean valve-1\?/],
      [['--given', 'pump-1=true'], /cooling.xml:\d+:\d+: “pump-1” cannot be given: it is in the common-cause group/],
      [['--given', 'valve-1'], /Expected NAME=true/],
      [['--given', 'valve-1=true,valve-1=false'], /cannot both happen/],
      [['--sil', 'true'], /--sil needs --time-step/],
      [['--time-step', '0'], /above 0/],
      [['--time-step', '0.01'], /more than 10000 points/],
      [['--time-step', '1', '--mission-time', '0'], /no time has no steps/],
    ] as const) {
      const bad = await surety(['faulttree', file, ...argv]);
      expect([bad.code, bad.out]).toEqual([2, '']);
      expect(bad.err).toMatch(message);
    }
  });

  test('a model that does not fit in the nodes that are allowed has bounds', async () => {
    const data = await json(`${fixtures}/ccf-alpha-5.xml`, '--limit-nodes', '3');
    expect(data.exact).toBe(false);
    expect(data.lower).toBeLessThanOrEqual(0.0212805);
    expect(data.upper).toBeGreaterThanOrEqual(0.02128);
    expect((await surety(['faulttree', `${fixtures}/ccf-alpha-5.xml`, '--limit-nodes', '3'])).out).toMatch(
      /between .* and .* \(a limit was met\)/,
    );
  });

  test('uncertainty: same seed same bytes, the numbers in words', async () => {
    const argv = ['faulttree', 'docs/faulttree/cooling.xml', '--uncertainty', 'true', '--num-trials', '1000'];
    const { out } = await surety(argv);
    expect((await surety(argv)).out).toBe(out);
    expect((await surety([...argv, '--seed', '2'])).out).not.toBe(out);
    expect(out).toMatch(/Uncertainty over 1024 trials \(sobol, seed 1\): mean [\d.e-]+ ± /);
  });

  test('what is exported is the same model', async () => {
    const cwd = folderWith({ 'a.xml': readFileSync('docs/faulttree/cooling.xml', 'utf8') });
    const { code, err } = await surety(['faulttree', 'a.xml', '--export', 'b.xml', '--validate'], { cwd });
    expect([code, err]).toEqual([0, 'Wrote b.xml\n']);
    const again = await surety(['faulttree', 'b.xml', '--export', '-'], { cwd });
    expect(again.out).toBe(readFileSync(join(cwd, 'b.xml'), 'utf8'));
  });

  test('several files are one model, and files beside it are included; others are not', async () => {
    const tree = (extra: string) =>
      `<opsa-mef>${extra}<define-fault-tree name="t"><define-gate name="g"><basic-event name="a"/></define-gate></define-fault-tree></opsa-mef>`;
    const data =
      '<opsa-mef><model-data><define-basic-event name="a"><float value="0.25"/></define-basic-event></model-data></opsa-mef>';
    const cwd = folderWith({
      'm/tree.xml': tree(''),
      'm/all.xml': tree('<include file="parts/data.xml"/>'),
      'm/out.xml': tree('<include file="../data.xml"/>'),
      'm/link.xml': tree('<include file="parts/link.xml"/>'),
      'm/self.xml': tree('<include file="self.xml"/>'),
      'm/parts/data.xml': data,
      'data.xml': data,
    });
    symlinkSync('../../data.xml', join(cwd, 'm/parts/link.xml'));
    expect((await surety(['faulttree', 'm/tree.xml', 'data.xml'], { cwd })).out).toMatch(/g {2}0.25/);
    expect((await surety(['faulttree', 'm/all.xml'], { cwd })).out).toMatch(/g {2}0.25/);
    for (const [file, message] of [
      ['m/out.xml', /m\/out.xml:1:11: the file “\.\.\/data.xml” is included from outside/],
      ['m/link.xml', /leads out of the folder/],
      ['m/self.xml', /is read twice/],
      ['none.xml', /there is no file none.xml/],
      ['m', /m is no file/],
    ] as const) {
      const { code, out, err } = await surety(['faulttree', file], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    }
  });

  test.each([
    [
      '<opsa-mef><define-gate name="top"><or><gate name="topp"/><basic-event name="a"/></or></define-gate></opsa-mef>',
      /x.xml:1:39: the gate “topp” is not defined .*\[undefined\]\n {2}Did you mean top\?/,
    ],
    [
      '<opsa-mef><define-gate name="a"><gate name="b"/></define-gate><define-gate name="b"><gate name="a"/></define-gate></opsa-mef>',
      /depends on itself: a → b → a.*\[cycle\]/,
    ],
    [
      '<opsa-mef><define-basic-event name="a"><float value="1.5"/></define-basic-event></opsa-mef>',
      /x.xml:1:40: .* probability 1.5 .*\[domain\]/,
    ],
    [
      '<opsa-mef><define-basic-event name="a"><lognormal-deviat/></define-basic-event></opsa-mef>',
      /\[unknown-element\]\n {2}Did you mean lognormal-deviate\?/,
    ],
    [
      '<opsa-mef><define-gate name="a"><basic-event name="e"/></define-gate><define-gate name="a"><basic-event name="e"/></define-gate></opsa-mef>',
      /x.xml:1:70: .*“a” is defined twice, first at 1:11.*\[duplicate\]/,
    ],
    [`<opsa-mef><define-gate name="t">${'<or>'.repeat(300)}`, /x.xml:1:\d+: .*nested.*\[xml\]/],
    [`<opsa-mef><label>${'x'.repeat(5_000_000)}</label></opsa-mef>`, /x.xml:1:\d+: .*does not end.*\[xml\]/],
    [
      `<!DOCTYPE x [<!ENTITY a0 "lol">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]><opsa-mef>&a20;</opsa-mef>`,
      /x.xml:1:\d+: .*document type.*\[xml\]/,
    ],
    ['<opsa-mef><define-gate name="a">', /x.xml:1:\d+: unclosed tag.*\[xml\]/],
    ['<opsa-mef><define-gate na', /x.xml:1:\d+: .*\[xml\]/],
    ['<!DOCTYPE x [<!ENTITY a "b">]><opsa-mef/>', /document type.*\[xml\]/],
    ['<opsa-mef/>', /nothing to solve/],
    ['\ufffe<opsa-mef/>', /x.xml:1:2: disallowed/],
  ])('a bad model ends in one clear error (%#)', async (text, message) => {
    const cwd = folderWith({ 'x.xml': text });
    const { code, out, err } = await surety(['faulttree', 'x.xml'], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('an unknown gate gets the nearest; a leaf that leaves its domain is named', async () => {
    const { code, err } = await surety(['faulttree', 'docs/faulttree/cooling.xml', '--gate', 'no-flo']);
    expect([code, err]).toEqual([2, expect.stringContaining('Did you mean no-flow?')]);
    const cwd = folderWith({
      'x.xml':
        '<opsa-mef><define-gate name="g"><basic-event name="a"/></define-gate><define-basic-event name="a"><sqrt><normal-deviate><float value="0.1"/><float value="1"/></normal-deviate></sqrt></define-basic-event></opsa-mef>',
    });
    expect((await surety(['faulttree', 'x.xml', '--uncertainty', '1'], { cwd })).err).toMatch(
      /“a” has no probability in some trials/,
    );
    expect((await surety(['faulttree', 'x.xml', '--uncertainty', 'maybe'], { cwd })).err).toMatch(
      /Expected true or false/,
    );
  });
});
