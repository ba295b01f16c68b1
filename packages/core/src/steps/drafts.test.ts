import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { parse } from '../language/index.js';
import { diagnose, type Example, manualOf, ruleGroups, rules } from '../rules/index.js';
import { type Texts, written } from './drafts.testing.js';
import { nextEditOf } from './index.js';

const someDay = '2026-11-23';

function textsOf({ text, files }: Example): Texts {
  return new Map([['case.yaml', text], ...Object.entries(files ?? {})]);
}

function findingsIn(texts: Texts, { asOf, measures }: Example) {
  const { case: of, ranges, diagnostics } = parse([...texts].map(([path, text]) => ({ path, text })));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return diagnose(of!, ranges, { asOf: asOf ?? someDay, ...(measures === undefined ? {} : { measures }) });
}

/** Every draft that a failing example of a rule brings out, of whichever rule: examples show many faults besides their own. */
const drafted = rules.flatMap((rule) => {
  const example = manualOf(rule.code).fails;
  const found = findingsIn(textsOf(example), example).filter(({ draft }) => draft !== undefined);
  return found.map((finding, index) => [`${rule.code}: ${finding.code} ${index}`, example, finding] as const);
});

describe('what is proposed to be written', () => {
  test('is proposed by all rules that miss a part of a step', () => {
    expect([...new Set(drafted.map(([, , { code }]) => code))].sort()).toEqual([
      'assumption-without-owner',
      'indicator-missing',
      'interaction-not-covered',
      'model-without-version',
      'no-assumptions',
      'no-budget',
      'no-claim',
      'no-exposure',
      'no-outcomes',
      'no-scope',
      'no-threshold',
      'no-window',
      'risk-case-missing',
      'subsystem-not-covered',
      'threshold-not-approved',
    ]);
  });

  test('mends the finding once its blanks are filled, and breaks no text', () => {
    for (const [name, example, { code, message, draft }] of drafted) {
      const after = findingsIn(written(textsOf(example), draft!, 'words'), example);
      expect(
        after.filter((one) => one.code === code && one.message === message),
        name,
      ).toEqual([]);
    }
  });

  test('leaves a finding as long as its blanks are blank, where the blank is the reason, the owner or the approver', () => {
    const codes = new Set<string>();
    for (const [name, example, { code, draft }] of drafted) {
      if (
        !JSON.stringify(draft).includes('"because":"…"') &&
        !['threshold-not-approved', 'assumption-without-owner', 'interaction-not-covered'].includes(code)
      )
        continue;
      codes.add(code);
      const after = findingsIn(written(textsOf(example), draft!, '…'), example).map((one) => one.code as string);
      expect(
        after.some((one) => one === code || one === 'dismissal-without-reason'),
        name,
      ).toBe(true);
    }
    expect(codes.size).toBe(4);
  });

  test('is shown as YAML that says the same, with the keys that lead to it', () => {
    const [, , finding] = drafted.find(([, , { code }]) => code === 'threshold-not-approved')!;
    const { writes } = nextEditOf(finding);
    expect(writes.map(({ text }) => parseYaml(text))).toEqual([
      {
        outcomes: { [String(finding.draft![0]!.at.path[1])]: { threshold: { approved: { by: '…', date: someDay } } } },
      },
    ]);
  });
});

test('every finding of a rule about the six steps says which of them it is about', () => {
  const { rules: own } = ruleGroups.find(({ title }) => title === 'Scope, outcomes, coverage and trust')!;
  for (const { code } of own) {
    const { fails } = manualOf(code);
    const found = findingsIn(textsOf(fails), fails).filter((one) => one.code === code);
    expect(found.length, code).toBeGreaterThan(0);
    for (const { step } of found) expect(step, code).toBeDefined();
  }
});
