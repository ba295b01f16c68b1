import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { xmlScan } from '../xml/index.js';
import { type OpenPsaLimits, openPsaParser } from './parse-open-psa.js';
import type { ModelProblem } from './problem.js';
import { topGates, toRiskModel } from './to-risk-model.js';

const limits = { depth: 50, attributes: 10, token: 100_000 };

function parse(text: string, most?: OpenPsaLimits) {
  const parser = openPsaParser(most);
  const scan = xmlScan(parser.handlers(), limits);
  const problem = scan.write(text) ?? scan.end();
  if (problem !== undefined) return { problem: problem as ModelProblem };
  const model = parser.model();
  return model.ok ? { tree: model.value } : { problem: model.problem };
}

/** The probability of the top gate, or what is wrong. */
function solve(text: string, top?: string): number | ModelProblem {
  const { tree, problem } = parse(text);
  if (tree === undefined) return problem!;
  const found = toRiskModel(tree, top ?? topGates(tree)[0] ?? 'none');
  if (!found.ok) return found.problem;
  const { model, root, probabilities } = found.value;
  const { upper, exact } = compile(model, [root], undefined, { rootsOnly: true }).probability(probabilities, root);
  if (!exact) throw new Error('not exact');
  return upper;
}

const events =
  '<define-basic-event name="a"><float value="0.1"/></define-basic-event><define-basic-event name="b"><float value="2e-1"/></define-basic-event><define-basic-event name="c"><int value="1"/></define-basic-event>';
const mef = (gates: string) =>
  `<opsa-mef>\n<define-fault-tree name="t">\n${gates}\n</define-fault-tree>\n<model-data>${events}</model-data></opsa-mef>`;
const gate = (formula: string, name = 'top') => `<define-gate name="${name}">${formula}</define-gate>`;
const e = (name: string) => `<basic-event name="${name}"/>`;

describe('trees', () => {
  test.each([
    [gate(`<or>${e('a')}${e('b')}</or>`), 0.28],
    [gate(`<and>${e('a')}${e('b')}</and>`), 0.02],
    [gate(`<and>${e('a')}${e('c')}</and>`), 0.1],
    // At least two of three, one of which is sure: 1 − 0.9 × 0.8.
    [gate(`<atleast min="2">${e('a')}${e('b')}${e('c')}</atleast>`), 0.28],
    [gate(e('a')), 0.1],
    [gate('<event name="b"/>'), 0.2],
    [gate('<event name="b" type="basic-event"/>'), 0.2],
    [gate(`<or>${e('a')}<and>${e('a')}${e('b')}</and></or>`), 0.1],
    [gate(`<or>${e('a')}<constant value="false"/></or>`), 0.1],
    [gate(`<or>${e('a')}<constant value="true"/></or>`), 1],
    [`${gate(`<or><gate name="g"/>${e('a')}</or>`)}${gate(`<and>${e('a')}${e('b')}</and>`, 'g')}`, 0.1],
    [
      `<define-house-event name="h"><constant value="true"/></define-house-event>${gate(`<and>${e('a')}<house-event name="h"/></and>`)}`,
      0.1,
    ],
    [`<define-house-event name="h"/>${gate(`<or>${e('a')}<house-event name="h"/></or>`)}`, 0.1],
    [gate(`<not>${e('a')}</not>`), 0.9],
    [gate(`<or>${e('a')}<not>${e('b')}</not></or>`), 1 - 0.9 * 0.2],
    [gate(`<xor>${e('a')}${e('b')}</xor>`), 0.1 * 0.8 + 0.9 * 0.2],
    [gate(`<nand>${e('a')}${e('b')}</nand>`), 0.98],
    [gate(`<nor>${e('a')}${e('b')}</nor>`), 0.72],
    [gate(`<iff>${e('a')}${e('b')}</iff>`), 0.02 + 0.72],
    [gate(`<imply>${e('a')}${e('b')}</imply>`), 0.9 + 0.02],
    [gate(`<cardinality min="1" max="1">${e('a')}${e('b')}</cardinality>`), 0.1 * 0.8 + 0.9 * 0.2],
    [`<label>words</label><define-component name="k">${gate(e('a'))}</define-component>`, 0.1],
  ])('%s', (text, probability) => {
    expect(solve(mef(text))).toBeCloseTo(probability, 14);
  });

  test('what is not below the top does not matter', () => {
    const text = mef(`${gate(e('a'))}${gate(`<not>${e('b')}</not>`, 'other')}`);
    expect(solve(text, 'top')).toBe(0.1);
    expect(solve(text, 'other')).toBeCloseTo(0.8, 14);
  });

  test('a chain of 100,000 gates', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => gate(`<or><gate name="g${i + 1}"/></or>`, `g${i}`)).join(
      '',
    );
    expect(solve(mef(`${chain}${gate(e('a'), 'g100000')}`), 'g0')).toBeCloseTo(0.1, 14);
  });
});

describe('what is refused, and where', () => {
  test.each<[string, number, number, RegExp]>([
    [gate(`<or>${e('x')}</or>`), 3, 29, /basic-event “x” is not defined/],
    [gate('<gate name="x"/>'), 3, 25, /gate “x” is not defined/],
    [gate('<gate name="top"/>'), 3, 25, /depends on itself: top → top/],
    [
      `${gate('<gate name="g"/>')}\n${gate(`<or>${e('a')}<gate name="top"/></or>`, 'g')}`,
      4,
      50,
      /itself: top → g → top/,
    ],
    [`${gate(e('a'))}\n${gate(e('b'))}`, 4, 1, /“top” is defined twice, first at 3:1/],
    [gate(e('a'), 'a'), 5, 0, /“a” is defined twice/],
    [gate(''), 0, 0, /has no formula/],
    [gate(`${e('a')}${e('b')}`), 3, 48, /two formulas/],
    [gate('<or/>'), 3, 25, /<or> has 0 inputs/],
    [gate(`<not>${e('a')}${e('b')}</not>`), 3, 25, /<not> has 2 inputs/],
    [gate(`<atleast min="3">${e('a')}${e('b')}</atleast>`), 3, 25, /min “3” over 2/],
    [gate(`<atleast>${e('a')}</atleast>`), 3, 25, /min “”/],
    ['<define-gate><or/></define-gate>', 3, 1, /has no name/],
    ['<define-CCF-group name="x" model="beta-factor"/>', 3, 1, /“x” has no <members>/],
    ['<define-substitution name="x"/>', 3, 1, /is not supported/],
    ['<define-gate name="x" role="secret"><or/></define-gate>', 3, 1, /the role “secret”/],
    ['<define-basic-event name="x"><float value="1.5"/></define-basic-event>', 3, 30, /probability 1.5/],
    ['<define-basic-event name="x"><float value="nan"/></define-basic-event>', 3, 30, /value “nan”/],
    ['<define-basic-event name="x"><float/></define-basic-event>', 3, 30, /value “”/],
    ['<define-basic-event name="x"><exponential/></define-basic-event>', 3, 30, /<exponential> has 0 inputs/],
    [
      '<define-basic-event name="x"><float value="0"/><float value="0"/></define-basic-event>',
      3,
      48,
      /two probabilities/,
    ],
    ['words', 0, 0, /a text stands between/],
  ])('%s', (text, line, column, message) => {
    const found = solve(mef(text), 'top');
    if (typeof found === 'number') throw new Error(`solved: ${found}`);
    expect(found.message).toMatch(message);
    if (line > 0) expect(found.line).toBe(line);
    if (column > 0) expect(found.column).toBe(column);
  });

  test('an event without a probability, only where it is used', () => {
    const text = mef(`<define-basic-event name="x"/>\n${gate(`<or>${e('x')}</or>`)}${gate(e('a'), 'good')}`);
    expect(solve(text, 'good')).toBe(0.1);
    expect(solve(text, 'top')).toMatchObject({
      line: 4,
      message: 'basic event “x” has no probability (defined at 3:1)',
    });
  });

  test('limits, another root, a top gate that is not there', () => {
    expect(parse(mef(''), { definitions: 2, nodes: 9 }).problem).toMatchObject({ kind: 'limit' });
    expect(parse(mef(gate(`<or>${e('a')}${e('b')}</or>`)), { definitions: 9, nodes: 2 }).problem).toMatchObject({
      kind: 'limit',
    });
    expect(parse('<x/>').problem).toMatchObject({ message: 'the text begins with <x>' });
    expect(solve(mef(''), 'q')).toMatchObject({ message: 'there is no gate “q”' });
  });
});

/** The Aralia benchmark, of which some take the solver long; these are quick. */
const aralia = resolve(
  fileURLToPath(new URL('../../../../', import.meta.url)),
  process.env.SURETY_DATA ?? '../shared/data',
  'aralia',
);
const here = existsSync(aralia);
describe(`Aralia against SCRAM 0.16.2${here ? '' : ' — SKIPPED: no shared data (set SURETY_DATA)'}`, () => {
  const rows = here ? readFileSync(resolve(aralia, 'scram-0.16.2.csv'), 'utf8').trim().split('\n').slice(1) : [];
  const slow = /^(?:cea9601|edf9203|edf9204|nus9601|edfpa14|edfpa15b|elf9601)/;
  const models = rows.map((row) => row.split(',')).filter(([name]) => !slow.test(name!));
  test.skipIf(!here)('gates, events and probabilities', () => {
    for (const [name, basic, gates, probability] of models) {
      const { tree } = parse(readFileSync(resolve(aralia, `${name}.xml`), 'utf8'));
      expect([tree!.events.size, tree!.gates.size], name).toEqual([Number(basic), Number(gates)]);
      const found = solve(readFileSync(resolve(aralia, `${name}.xml`), 'utf8'));
      if (typeof found !== 'number') throw new Error(`${name}: ${found.message}`);
      if (probability !== '') expect(Math.abs(found / Number(probability) - 1), name).toBeLessThan(1e-5);
    }
  });
});
