import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Measures, Ranges } from '@surety/core/case';
import { assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { beforeAll, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'examples/coding-agent');
const asOf = '2026-11-23';

let example: { of: Case; ranges: Ranges; measures: Measures };

beforeAll(async () => {
  const { files } = await readCaseFiles(folder);
  const parsed = parse(files.map(({ path, bytes }) => ({ path, text: bytes })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map((one) => one.message).join('\n'));
  const { measures, problems } = await measureAll(parsed.case, folder, {});
  expect(problems).toEqual([]);
  example = { of: parsed.case, ranges: parsed.ranges, measures };
});

describe('the example of a coding agent', () => {
  it('is assessed as of the date that its README pins', () => {
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`--as-of ${asOf}`);
  });

  it('has the verdicts that its README tells', () => {
    const { outcomes } = assess(example.of, example.measures, { asOf });
    expect(outcomes.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['exfiltration', 'supported'],
      ['sabotage', 'not supported'],
      ['destruction', 'supported'],
    ]);
    expect(outcomes[1]?.reasons[0]).toMatchObject({ code: 'challenge-open', element: 'D-memory', blocks: true });
  });

  it('uses what a case can use: all categories, every kind of legs, groups, challenges, risk cases', () => {
    const { elements, dependence, riskCases, system, outcomes } = example.of;
    const categories = new Set(elements.flatMap((element) => element.category ?? []));
    expect([...categories].sort()).toEqual(['control', 'deference', 'inability', 'trustworthiness']);
    const legs = new Set(elements.filter((one) => one.combine.kind !== 'all').map((one) => one.legs.kind));
    expect([...legs].sort()).toEqual(['beta', 'independent', 'undeclared']);
    const challenges = elements.flatMap((element) => element.challenge?.status ?? []);
    expect(new Set(challenges)).toEqual(new Set(['open', 'answered']));
    expect([dependence.length > 0, riskCases.length > 0, system.length >= 6, outcomes.length]).toEqual([
      true,
      true,
      true,
      3,
    ]);
  });

  it('has only the findings that its README tells', () => {
    const findings = diagnose(example.of, example.ranges, { asOf, measures: example.measures });
    expect(findings.map(({ code, element }) => [code, element])).toEqual([
      ['undeveloped', 'G-exfil-audit-skill'],
      ['challenge-open', 'D-memory'],
      ['signoff-listed', undefined],
      ['signoff-listed', undefined],
      ['signoff-listed', undefined],
      ['expires-in-window', undefined],
    ]);
  });

  it('gives the same bytes on every platform', () => {
    const bytes = JSON.stringify(assess(example.of, example.measures, { asOf }));
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(digest).toMatchInlineSnapshot(`"6e6fae978f53f7eb602ff0dc4f4da120475e01ba3a492536698c1e0c8b0bc924"`);
  });
});
