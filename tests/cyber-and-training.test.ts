import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assessment } from '@surety/core/doubt';
import { diagnose } from '@surety/core/rules';
import { describe, expect, it } from 'vitest';
import { asOf, worked } from './worked.testing.js';

async function open(name: string, change?: (text: string) => string) {
  const { of, ranges, measures, assessment } = await worked(name, change);
  return { of, findings: diagnose(of, ranges, { asOf, measures }), assessment };
}

/** P(at most k events in n trials at rate x): what a requirement "rate <= x" leaves in doubt after k in n. */
function tail(k: number, n: number, x: number): number {
  let term = (1 - x) ** n;
  let sum = term;
  for (let i = 1; i <= k; i += 1) {
    term *= ((n - i + 1) / i) * (x / (1 - x));
    sum += term;
  }
  return sum;
}

function leafOf({ leaves }: Assessment, id: string): number {
  const doubt = leaves.find((leaf) => leaf.id === id)?.doubt;
  if (doubt === undefined || !('mean' in doubt)) throw new Error(`${id} has no doubt`);
  return doubt.mean;
}

function meanOf(doubt: Assessment['outcomes'][number]['doubt'], which: 'declared' | 'independent' | 'bound'): number {
  const one = doubt?.[which];
  if (one === undefined || !('mean' in one)) throw new Error(`no ${which} doubt`);
  return one.mean;
}

/** The doubt of what fails if any of these does. */
const any = (...doubts: readonly number[]) => 1 - doubts.reduce((holds, doubt) => holds * (1 - doubt), 1);

describe('cyber inability', () => {
  it('is supported without a finding, and its number is the product by hand', async () => {
    const { findings, assessment } = await open('cyber-inability');
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const [outcome] = assessment.outcomes;
    expect(outcome?.verdict).toBe('supported');
    expect(leafOf(assessment, 'Sn-proxy')).toBeCloseTo(tail(2, 400, 0.025), 10);
    expect(leafOf(assessment, 'Sn-elicitation')).toBeCloseTo(tail(2, 120, 0.1), 10);
    const stated = [2e-3, 1e-3, 2e-3, 6e-3, 4e-3, 6e-3, 5e-3, 3e-3, 8e-3, 1e-3, 2e-3];
    const measured = [tail(2, 400, 0.025), tail(2, 120, 0.1), leafOf(assessment, 'Sn-uplift')];
    expect(meanOf(outcome?.doubt, 'declared')).toBeCloseTo(any(...stated, ...measured), 10);
    expect(meanOf(outcome?.doubt, 'bound')).toBeCloseTo(
      [...stated, ...measured].reduce((sum, one) => sum + one, 0),
      10,
    );
  });

  it('is blocked by its usual defeater as long as nobody has answered that', async () => {
    const { assessment } = await open('cyber-inability', (text) =>
      text.replace('status: answered', 'status: open').replace('    answeredBy: G-novice-shown\n', ''),
    );
    expect(assessment.outcomes[0]?.verdict).toBe('not supported');
    expect(assessment.outcomes[0]?.reasons[0]).toMatchObject({ code: 'challenge-open', element: 'D-sandbagging' });
  });
});

describe('train further', () => {
  it('is a decision to train that is supported without a finding, and its numbers are those by hand', async () => {
    const { of, findings, assessment } = await open('train-further');
    expect(of.decision?.kind).toBe('train');
    expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    const [out, overshoot] = assessment.outcomes;
    expect([out?.verdict, overshoot?.verdict]).toEqual(['supported', 'supported']);
    expect(leafOf(assessment, 'Sn-range')).toBeCloseTo(tail(2, 300, 0.025), 10);
    expect(leafOf(assessment, 'Sn-growth')).toBeCloseTo(0.95 ** 90, 12);
    const unable = any(tail(2, 300, 0.025), 0.03);
    const contained = any(leafOf(assessment, 'Sn-contained'), 0.01);
    const legs = contained * (0.1 + 0.9 * unable);
    // The leaf of containment is the only uncertain one, and occurs once: the mean is exact by multilinearity.
    expect(meanOf(out?.doubt, 'declared')).toBeCloseTo(any(legs, 1e-3, 2e-3, 3e-4, 2e-4, 5e-4), 8);
    expect(meanOf(out?.doubt, 'independent')).toBeCloseTo(any(contained * unable, 1e-3, 2e-3, 3e-4, 2e-4, 5e-4), 8);
    const stated = [5e-4, 1e-3, 0.01, 6e-3, 5e-4, 1e-3, 1e-3, 2e-3, 5e-4, 1e-3];
    expect(meanOf(overshoot?.doubt, 'declared')).toBeCloseTo(any(0.95 ** 90, ...stated), 10);
  });

  it('has one leg left past the capability at which training was to stop', async () => {
    const { findings, assessment } = await open('train-further', (text) =>
      text.replace('capability: 5, access', 'capability: 7, access'),
    );
    expect(findings.map(({ code, element }) => [code, element])).toContainEqual(['beyond-limit', 'G-unable']);
    expect(meanOf(assessment.outcomes[0]?.doubt, 'declared')).toBeGreaterThan(0.016);
  });
});

describe.each(['cyber-inability', 'train-further'])('the README of %s', (name) => {
  it('says source and date, and the numbers that the case has', async () => {
    const readme = readFileSync(join(import.meta.dirname, '../examples', name, 'README.md'), 'utf8');
    const { assessment } = await open(name);
    expect(readme).toContain(`--as-of ${asOf}`);
    expect(readme).toMatch(/Clymer|Goemans/);
    expect(readme).toMatch(/invented/);
    for (const { doubt } of assessment.outcomes) {
      expect(readme).toContain(String(Number(meanOf(doubt, 'declared').toPrecision(3))));
    }
  });
});
