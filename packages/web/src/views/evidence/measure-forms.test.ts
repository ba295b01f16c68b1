import { author } from '@surety/core/authoring';
import { type MeasureKind, resultsOf } from '@surety/core/case';
import { parse } from '@surety/core/language';
import { expect, it, test } from 'vitest';
import { draftFor, intentOf, measuredBy } from './entry.js';
import { beginsAsFaultTree, kindsFor, measureForms, measureOf } from './measure-forms.js';

const text =
  'surety: 1\ncase: { id: c, title: C, status: sketch }\nargument: { G1: { text: It holds, undeveloped: true } }\n';

/** What somebody would write into the form of each kind, and what the text then says. */
const written: Readonly<
  Record<MeasureKind, readonly [Readonly<Record<string, string>>, Readonly<Record<string, unknown>>]>
> = {
  rate: [{ success: 'score >= 1', strategy: '' }, { success: 'score >= 1' }],
  detection: [
    { score: 'suspicion', attack: 'is_attack', auditFraction: '0.02' },
    { score: 'suspicion', attack: 'is_attack', auditFraction: 0.02 },
  ],
  difference: [
    { success: 'done == true', arm: 'arm', treated: 'true', control: '0', paired: 'true' },
    { success: 'done == true', arm: 'arm', treated: true, control: 0, paired: true },
  ],
  mean: [
    { value: 'credit', range: '0, 1', clusterBy: 'task' },
    { value: 'credit', range: [0, 1], clusterBy: 'task' },
  ],
  credibility: [
    { forecast: 'advisor', against: 'human', outcome: 'came', rule: 'log', floor: '0.05' },
    { forecast: 'advisor', against: 'human', outcome: 'came', rule: 'log', floor: 0.05 },
  ],
  repeats: [
    { success: 'passed', k: '3' },
    { success: 'passed', k: 3 },
  ],
  hazard: [
    { event: 'failed', time: 'hours', unit: 'hour' },
    { event: 'failed', time: 'hours', unit: 'hour' },
  ],
  survival: [
    { event: 'failed', time: 'hours', at: '4' },
    { event: 'failed', time: 'hours', at: 4 },
  ],
  tail: [
    { elicitation: 'p', uses: '5000' },
    { elicitation: 'p', uses: 5000 },
  ],
  agreement: [{ graders: 'ann, bob' }, { graders: ['ann', 'bob'] }],
  'fault tree': [{ missionTime: '8760' }, { missionTime: 8760 }],
};

it.each(Object.keys(written) as MeasureKind[])('a measure of the kind %s is stated as the text has it', (kind) => {
  const [values, measure] = written[kind];
  const parsed = parse([{ path: 'case.yaml', text }]);
  const [result] = resultsOf[kind];
  const draft = { ...draftFor(parsed.case!, 'a.csv'), ...measuredBy(kind), values, citedBy: 'G1', requires: '<= 0.5' };
  const done = author(parsed.case!, [{ file: 'case.yaml', text }], intentOf(draft), { who: 'A', today: '2026-11-28' });
  expect(intentOf(draft)).toMatchObject({ entry: { measure: { kind, ...measure } }, requires: { [result]: '<= 0.5' } });
  // And the schema takes it: nothing that the form lacks is required.
  expect(done).toMatchObject({ ok: true });
});

test('what is offered fits the file', () => {
  expect(kindsFor(true)).toEqual(['fault tree']);
  expect(kindsFor(false).toSorted()).toEqual(
    (Object.keys(resultsOf) as MeasureKind[]).filter((kind) => kind !== 'fault tree').toSorted(),
  );
  const tree = '<?xml version="1.0"?>\n<!-- a tree -->\n<opsa-mef>';
  expect([tree, `\uFEFF${tree}`, '<opsa-mef name="x">'].map(beginsAsFaultTree)).toEqual([true, true, true]);
  expect(['<testsuites>', 'a,b\n<opsa-mef>', '{"a":"<opsa-mef>"}', ''].map(beginsAsFaultTree)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test('nothing is said where nothing was written', () => {
  for (const kind of kindsFor(false)) expect(measureOf(kind, measuredBy(kind).values), kind).toBeUndefined();
  expect(measureOf('mean', { value: 'x', range: '0, many' })).toEqual({ kind: 'mean', value: 'x', range: [0, 'many'] });
  for (const { fields } of Object.values(measureForms)) {
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
  }
});
