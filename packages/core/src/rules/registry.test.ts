import { describe, expect, it } from 'vitest';
import { findingsIn } from './examples.testing.js';
import { isFatal, manualOf, ruleGroups, ruleOf, rules, rulesMarkdown } from './index.js';

describe('every rule', () => {
  it.each(rules.map(({ code }) => code))('%s passes and fails as its examples say', (code) => {
    const { passes, fails } = manualOf(code);
    expect(findingsIn(passes, code)).toEqual([]);
    expect(fails.findings).not.toEqual([]);
    expect(findingsIn(fails, code)).toEqual(fails.findings);
  });

  it('has a code of its own, and says why it matters', () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    for (const rule of rules) {
      expect(rule.code).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(rule.title).not.toMatch(/\.$/);
      const { why } = manualOf(rule.code);
      expect(why).toMatch(/\.$/);
      expect(why.split(/[.:!?] /).length).toBeLessThanOrEqual(6);
    }
  });

  it('is in exactly one group', () => {
    expect(ruleGroups.flatMap((group) => group.rules)).toEqual(rules);
  });

  it('is an error where it is fatal', () => {
    for (const rule of rules.filter((one) => one.fatal)) expect(rule.severity, rule.code).toBe('error');
    expect(isFatal('cycle')).toBe(true);
    expect(isFatal('undeveloped')).toBe(false);
    expect(isFatal('no-such-rule')).toBe(false);
  });

  it('is found by its code', () => {
    expect(ruleOf('cycle')?.title).toBe('Argument that goes in a circle');
    expect(ruleOf('no-such-rule')).toBeUndefined();
  });
});

describe('the page of the manual', () => {
  const page = rulesMarkdown();

  it('has every rule with its severity, reason, examples and findings', () => {
    for (const rule of rules) {
      expect(page).toContain(`\n### ${rule.code}\n`);
      const { why, passes, fails } = manualOf(rule.code);
      expect(page).toContain(why);
      expect(page).toContain(passes.text.trimEnd());
      expect(page).toContain(fails.text.trimEnd());
      for (const finding of fails.findings) expect(page).toContain(`- ${finding}\n`);
    }
  });

  it('is the same every time and ends with one line break', () => {
    expect(rulesMarkdown()).toBe(page);
    expect(page).toMatch(/[^\n]\n$/);
  });
});
