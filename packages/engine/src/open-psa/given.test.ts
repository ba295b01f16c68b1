import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import type { OpenPsaModel } from './model.js';
import { readModel } from './read.testing.js';
import { safetyIntegrity } from './safety-integrity.js';
import { toRiskModel } from './to-risk-model.js';

const p = { a: 0.1, b: 0.2, c: 0.3, d: 0.4 };
const tree = (formula: string, more = '') =>
  readModel(
    `<opsa-mef><define-fault-tree name="t"><define-gate name="top">${formula}</define-gate></define-fault-tree><model-data>${Object.entries(
      p,
    )
      .map(([name, value]) => `<define-basic-event name="${name}"><float value="${value}"/></define-basic-event>`)
      .join(
        '',
      )}<define-house-event name="h"><constant value="false"/></define-house-event></model-data>${more}</opsa-mef>`,
  );
const event = (name: string) => `<event name="${name}"/>`;
/** Two of a, b and (c and not d), or the house event and d. */
const formula = `<or><atleast min="2">${event('a')}${event('b')}<and>${event('c')}<not>${event('d')}</not></and></atleast><and>${event('h')}${event('d')}</and></or>`;

function probability(model: OpenPsaModel, given: Readonly<Record<string, boolean>>): number {
  const built = toRiskModel(model, 'top', { given: new Map(Object.entries(given)) });
  if (!built.ok) throw new Error(built.problem.message);
  const { model: risk, root, probabilities, events } = built.value;
  expect(events.some(({ name }) => Object.hasOwn(given, name))).toBe(false);
  return compile(risk, [root]).probability(probabilities, root).upper;
}

/** P(top and what is given) / P(what is given), state by state. */
function byStates(given: Readonly<Record<string, boolean>>): number {
  const names = Object.keys(p) as (keyof typeof p)[];
  let both = 0;
  let condition = 0;
  for (let state = 0; state < 16; state++) {
    const on = Object.fromEntries(names.map((name, i) => [name, ((state >> i) & 1) === 1])) as Record<string, boolean>;
    if (names.some((name) => given[name] !== undefined && given[name] !== on[name])) continue;
    const weight = names.reduce((product, name) => product * (on[name] === true ? p[name] : 1 - p[name]), 1);
    const votes = [on.a, on.b, on.c === true && on.d === false].filter((x) => x === true).length;
    condition += weight;
    if (votes >= 2 || (given.h === true && on.d === true)) both += weight;
  }
  return both / condition;
}

describe('what is given', () => {
  const model = tree(formula);
  test.each<[Record<string, boolean>]>([
    [{}],
    [{ a: true }],
    [{ a: false }],
    [{ a: true, d: true }],
    [{ c: true, d: false }],
    [{ h: true }],
    [{ h: true, d: true }],
    [{ a: true, b: true }],
  ])('%j: P(top and it) / P(it)', (given) => {
    expect(probability(model, given)).toBeCloseTo(byStates(given), 14);
  });

  test('is a basic event or a house event that there is', () => {
    const found = toRiskModel(model, 'top', { given: new Map([['hh', true]]) });
    expect(found).toMatchObject({ ok: false, problem: { code: 'undefined', nearest: 'h' } });
    expect(toRiskModel(model, 'top', { given: new Map([['top', true]]) }).ok).toBe(false);
  });

  test('is no member of a common-cause group, unless groups are left out', () => {
    const group = `<define-CCF-group name="g" model="beta-factor"><members>${event('a').replace('event', 'basic-event')}${event('b').replace('event', 'basic-event')}</members><distribution><float value="0.1"/></distribution><factor level="2"><float value="0.2"/></factor></define-CCF-group>`;
    const bare = readModel(
      `<opsa-mef><define-fault-tree name="t"><define-gate name="top"><and>${event('a')}${event('b')}</and></define-gate>${group}</define-fault-tree></opsa-mef>`,
    );
    const given = new Map([['a', true]]);
    expect(toRiskModel(bare, 'top', { given })).toMatchObject({ ok: false, problem: { code: 'not-supported' } });
    const without = toRiskModel(bare, 'top', { given, commonCause: false });
    if (!without.ok) throw new Error(without.problem.message);
    const { model: risk, root, probabilities } = without.value;
    expect(compile(risk, [root]).probability(probabilities, root).upper).toBe(0.1);
  });
});

test('safety integrity: a constant rate has this rate per hour, and bands of time by hand', () => {
  const line = [0, 100, 200].map((time) => ({ time, value: 1e-4 * time }));
  const { pfd, pfdBands, pfh, pfhBands } = safetyIntegrity(line);
  expect([pfd, pfh]).toEqual([expect.closeTo(0.01, 15), expect.closeTo(1e-4, 18)]);
  // 10^-5 is passed after 0.1 h, 10^-4 after 1, 10^-3 after 10, 10^-2 after 100.
  const shares = pfdBands.map(({ share }) => share);
  for (const [i, hours] of [0.1, 0.9, 9, 90, 100, 0].entries()) expect(shares[i]).toBeCloseTo(hours / 200, 12);
  expect(pfhBands.map(({ share }) => share)).toEqual([0, 0, 0, 0, 0, 1]);
});
