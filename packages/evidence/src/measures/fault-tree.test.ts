import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultTreeSpec } from '@surety/core/case';
import { describe, expect, test } from 'vitest';
import { fixtureLog, logOf } from '../readers/read-log.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { measureLogs } from './measure.js';

const folder = temporaryFolder();
const spec = (top?: string, events?: readonly string[]): FaultTreeSpec => ({
  kind: 'fault tree',
  groupBy: 'sample',
  errors: 'worst',
  invalid: 'worst',
  limits: 'worst',
  refusals: 'worst',
  partial: 'worst',
  origin: { file: 'case.yaml', path: [] },
  ...(top === undefined ? {} : { top }),
  ...(events === undefined ? {} : { events }),
});
const tree = (gates: string) =>
  `<opsa-mef><define-fault-tree name="t">${gates}</define-fault-tree><model-data><define-basic-event name="a"><float value="0.1"/></define-basic-event><define-basic-event name="b"><float value="0.2"/></define-basic-event></model-data></opsa-mef>`;
const both = '<basic-event name="a"/><basic-event name="b"/>';

async function measured(gates: string, top?: string, events?: readonly string[]) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'tree.xml');
  writeFileSync(file, tree(gates));
  return measureLogs(spec(top, events), [await logOf(file)]);
}

describe('the top event of a fault tree', () => {
  test('its probability, with what it rests on', async () => {
    const found = await measured(`<define-gate name="top"><and>${both}</and></define-gate>`);
    if (!found.ok) throw new Error(found.problem.message);
    expect(found.value.results).toHaveLength(1);
    const { counts } = found.value.results[0]!;
    expect(counts).toMatchObject({ kind: 'computed' });
    expect(counts.kind === 'computed' && counts.probability).toBeCloseTo(0.02, 15);
    expect(found.value.notes[0]).toMatch(
      /^the probability of “top” is computed from 2 basic events and 1 gate; .* nothing here tests them$/,
    );
  });

  test('what it says of the events that are elements of the case', async () => {
    const found = await measured(`<define-gate name="top"><and>${both}</and></define-gate>`, 'top', ['b']);
    expect(found.ok && found.value.results[0]!.counts).toEqual({
      kind: 'computed',
      probability: expect.closeTo(0.02, 15),
      events: { b: 0.2 },
    });
    const none = await measured(`<define-gate name="top"><and>${both}</and></define-gate>`, 'top', ['bb']);
    expect(none).toMatchObject({
      problem: { message: 'there is no basic event “bb” of its own below “top”; did you mean “b”?' },
    });
  });

  test('none of its events is an element where it has a negation, or uncertain numbers', async () => {
    const negated = await measured(`<define-gate name="top"><xor>${both}</xor></define-gate>`, 'top', ['a']);
    expect(negated).toMatchObject({ problem: { message: expect.stringContaining('the tree has negations') } });
    const file = join(folder, 'uncertain.xml');
    const uncertain = tree(`<define-gate name="top"><or>${both}</or></define-gate>`).replace(
      '<float value="0.1"/>',
      '<uniform-deviate><float value="0"/><float value="0.2"/></uniform-deviate>',
    );
    writeFileSync(file, uncertain);
    expect(measureLogs(spec('top', ['b']), [await logOf(file)])).toMatchObject({
      problem: { message: expect.stringContaining('the tree has uncertain numbers') },
    });
  });

  test('a gate that is named, and one that is not there', async () => {
    const gates = `<define-gate name="one"><or>${both}</or></define-gate><define-gate name="two"><and>${both}</and></define-gate>`;
    const one = await measured(gates, 'one');
    expect(one.ok && one.value.results[0]!.counts).toMatchObject({ kind: 'computed' });
    expect(await measured(gates)).toMatchObject({
      problem: { code: 'fault-tree', message: 'the tree has several top gates: one, two' },
    });
    expect(await measured(gates, 'three')).toMatchObject({
      problem: { code: 'fault-tree', message: 'the fault tree has no gate “three”' },
    });
  });

  test('a tree that is not coherent, and one whose gate is mistyped, which is refused with its place', async () => {
    const found = await measured(`<define-gate name="top"><xor>${both}</xor></define-gate>`);
    expect(found.ok && found.value.results[0]!.counts).toMatchObject({ probability: expect.closeTo(0.26, 14) });
    const bad = await measured(`<define-gate name="top"><or><gate name="tpo"/>${both}</or></define-gate>`);
    expect(bad).toMatchObject({
      ok: false,
      problem: { code: 'fault-tree', line: 1, message: expect.stringContaining('did you mean “top”') },
    });
  });

  test('common causes count: the pair fails together more often than by chance', async () => {
    const group =
      '<define-CCF-group name="g" model="beta-factor"><members><basic-event name="p"/><basic-event name="q"/></members><distribution><float value="0.01"/></distribution><factor level="2"><float value="0.1"/></factor></define-CCF-group>';
    const found = await measured(
      `${group}<define-gate name="top"><and><basic-event name="p"/><basic-event name="q"/></and></define-gate>`,
    );
    if (!found.ok) throw new Error(found.problem.message);
    const { counts } = found.value.results[0]!;
    expect(counts.kind === 'computed' && counts.probability).toBeCloseTo(1e-3 + 0.999 * 0.009 ** 2, 12);
    expect(found.value.notes).toContain('1 common-cause group expanded');
  });

  test('of uncertain numbers that events share the mean is taken, not the value at the means', async () => {
    const found = await measured(
      '<define-parameter name="x"><uniform-deviate><float value="0"/><float value="0.2"/></uniform-deviate></define-parameter><define-basic-event name="c"><parameter name="x"/></define-basic-event><define-basic-event name="d"><parameter name="x"/></define-basic-event><define-gate name="top"><and><basic-event name="c"/><basic-event name="d"/></and></define-gate>',
    );
    if (!found.ok) throw new Error(found.problem.message);
    const { counts } = found.value.results[0]!;
    // E[x²] = 0.04 / 3, where 0.1² would be three quarters of it.
    const probability = counts.kind === 'computed' ? counts.probability : 0;
    expect(probability).toBeCloseTo(0.04 / 3, 5);
    expect(probability).toBeGreaterThanOrEqual(0.04 / 3);
    expect(found.value.notes.join()).toMatch(/mean and three errors more is taken/);
  });

  test('a mission time that the tree uses must be stated', async () => {
    const gates =
      '<define-basic-event name="c"><exponential><float value="1e-4"/><system-mission-time/></exponential></define-basic-event><define-gate name="top"><basic-event name="c"/></define-gate>';
    expect(await measured(gates)).toMatchObject({
      ok: false,
      problem: { message: expect.stringContaining('system mission time') },
    });
    const file = join(folder, 'tree.xml');
    const stated = measureLogs({ ...spec(), missionTime: 1000 }, [await logOf(file)]);
    expect(stated.ok && stated.value.results[0]!.counts).toMatchObject({
      probability: expect.closeTo(1 - Math.exp(-0.1), 14),
    });
  });

  test('a log of trials is no fault tree, and a fault tree has no trials', async () => {
    const log = await fixtureLog('runs/runs.jsonl');
    expect(measureLogs(spec(), [log])).toMatchObject({ problem: { code: 'not-a-fault-tree' } });
    const file = join(folder, 'tree.xml');
    writeFileSync(file, tree(`<define-gate name="top"><and>${both}</and></define-gate>`));
    const model = await logOf(file);
    expect(measureLogs(spec(), [model, model])).toMatchObject({ problem: { code: 'not-a-fault-tree' } });
    expect(measureLogs({ ...spec(), kind: 'rate', success: 'score >= 1' }, [model])).toMatchObject({
      problem: { code: 'no-rows' },
    });
  });
});
