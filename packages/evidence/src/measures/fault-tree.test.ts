import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultTreeSpec } from '@surety/core/case';
import { describe, expect, test } from 'vitest';
import { fixtureLog, logOf } from '../readers/read-log.testing.js';
import { temporaryFolder } from '../temporary.testing.js';
import { measureLogs } from './measure.js';

const folder = temporaryFolder();
const spec = (top?: string): FaultTreeSpec => ({
  kind: 'fault tree',
  groupBy: 'sample',
  errors: 'worst',
  invalid: 'worst',
  limits: 'worst',
  refusals: 'worst',
  partial: 'worst',
  origin: { file: 'case.yaml', path: [] },
  ...(top === undefined ? {} : { top }),
});
const tree = (gates: string) =>
  `<opsa-mef><define-fault-tree name="t">${gates}</define-fault-tree><model-data><define-basic-event name="a"><float value="0.1"/></define-basic-event><define-basic-event name="b"><float value="0.2"/></define-basic-event></model-data></opsa-mef>`;
const both = '<basic-event name="a"/><basic-event name="b"/>';

async function measured(gates: string, top?: string) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'tree.xml');
  writeFileSync(file, tree(gates));
  return measureLogs(spec(top), [await logOf(file)]);
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

  test('a tree that is not coherent is refused with its place', async () => {
    const found = await measured(`<define-gate name="top"><xor>${both}</xor></define-gate>`);
    expect(found).toMatchObject({ ok: false, problem: { code: 'fault-tree', line: 1 } });
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
