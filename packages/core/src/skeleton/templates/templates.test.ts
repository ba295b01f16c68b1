import { describe, expect, it } from 'vitest';
import { assess } from '../../doubt/index.js';
import { format } from '../../language/edit/index.js';
import { parse } from '../../language/index.js';
import { diagnose } from '../../rules/index.js';
import { caseTemplates, fillTemplate } from './index.js';

const asOf = '2026-11-23';

/** What a sketch may be found to lack: holes, approvals, and what only a real system can say. */
const honest = new Set([
  'sketch',
  'not-quantified',
  'undeveloped',
  'uninstantiated',
  'argued-by-undeveloped',
  'threshold-not-approved',
  'no-budget',
  'model-without-version',
  'indicator-missing',
  'challenge-open',
  'challenge-provenance',
]);

describe.each(caseTemplates.map((one) => [one.name, one] as const))('template %s', (name, { text, idea }) => {
  const filled = fillTemplate(text, {
    id: 'mine',
    title: 'My own: "system"',
    window: { from: '2027-01-01', to: '2027-03-31' },
  });
  if (!filled.ok) throw new Error(filled.reason);
  const parsed = parse([{ path: 'case.yaml', text: filled.text }]);
  const of = parsed.case!;

  it('is read without a finding, under the id, title and window that were given', () => {
    expect(parsed.diagnostics).toEqual([]);
    expect(of).toMatchObject({ id: 'mine', title: 'My own: "system"', status: 'sketch' });
    expect(of.decision?.window).toMatchObject({ from: '2027-01-01', to: '2027-03-31' });
    expect(idea.source).not.toBe('');
    expect(text).toMatch(/^# First: .{20,}$/m);
  });

  it('passes check as a sketch, and leaves findings about its holes only', () => {
    const findings = diagnose(of, parsed.ranges, { asOf, measures: {} });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ code }) => !honest.has(code)).map(({ code, message }) => `${code}: ${message}`)).toEqual(
      [],
    );
  });

  it('has the verdict sketch for every outcome', () => {
    const { outcomes } = assess(of, {}, { asOf });
    expect(outcomes.length).toBeGreaterThan(0);
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(outcomes.map(() => 'sketch'));
    expect(of.outcomes.every(({ claim, threshold }) => claim !== undefined && threshold !== undefined)).toBe(true);
  });

  it('marks every hole, and has an owner for every assumption', () => {
    const leaves = of.elements.filter(
      ({ type, supportedBy }) =>
        ['goal', 'strategy', 'assumption', 'solution'].includes(type) && supportedBy.length === 0,
    );
    expect(leaves.filter(({ undeveloped }) => !undeveloped).map(({ id }) => id)).toEqual([]);
    expect(of.elements.filter(({ type, owner }) => type === 'assumption' && owner === undefined)).toEqual([]);
    expect(of.system.length).toBeGreaterThanOrEqual(3);
  });

  it('argues or dismisses every subsystem and every kind of interaction', () => {
    const codes = diagnose(of, parsed.ranges, { asOf, measures: {} }).map(({ code }) => code);
    expect(codes).not.toContain('subsystem-not-covered');
    expect(codes).not.toContain('interaction-not-covered');
    expect(of.interactions).toHaveLength(6 * of.outcomes.length);
  });

  it('is formatted once and for all', () => {
    const once = formatted(filled.text);
    expect(formatted(once)).toBe(once);
    expect(parse([{ path: 'case.yaml', text: once }]).case?.contentHash, name).toBe(of.contentHash);
  });
});

function formatted(text: string): string {
  const done = format(text);
  if (!done.ok) throw new Error(done.reason);
  return done.text;
}
