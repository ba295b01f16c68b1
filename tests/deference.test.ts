import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groupHolds } from '@surety/core/statistics';
import { describe, expect, onTestFinished, test } from 'vitest';
import { surety } from '../packages/cli/src/run.testing.js';

/** Forecasts of an advisor and of people about one event in four; the advisor's are nearer to what came by `better`. */
function record(questions: number, better: number): string {
  const rows = Array.from({ length: questions }, (_, at) => {
    const came = at % 4 === 0;
    const people = came ? 0.5 : 0.3;
    const advisor = came ? people + better : people - better;
    return `question-${at},${advisor.toFixed(3)},${people},${came ? 1 : 0}`;
  });
  return `sample,forecast,against,outcome\n${rows.join('\n')}\n`;
}

/** A claim that rests on advisors or on tests; the leaf about the advisors is their record, held against people's. */
const text = (dependence: string) => `surety: 1
case: { id: deference, title: Advisors, status: draft }
outcomes:
  o: { text: It happens, threshold: { probability: 0.1, per: window }, claim: G1 }
argument:
  G1: { text: It does not happen, supportedBy: [S1], inference: { elicited: 0, by: A, because: the claim } }
  S1:
    text: Advisors say so, or tests do
    combine: any
    dependence: { independent: true, because: The group tells how they hang together }
    supportedBy: [G2, G3]
    inference: { elicited: 0, by: A, because: either is enough }
  G2:
    text: The advisors are credible
    category: deference
    block: credible-ai-advisors
    supportedBy: [Sn-record]
    inference: { elicited: 0, by: A, because: x }
  G3: { text: The tests are clean, supportedBy: [Sn-tests], inference: { elicited: 0, by: A, because: x } }
  Sn-record: { text: Track record, evidence: record, requires: { excess: "<= 0" } }
  Sn-tests: { text: Tests, doubt: { elicited: 0.2, by: B, because: few } }
evidence:
  record:
    source: record.csv
    measure: { kind: credibility, forecast: forecast, against: against, outcome: outcome == 1, rule: brier }
${dependence}`;

function folder(questions: number, better: number, dependence: string): string {
  const cwd = mkdtempSync(join(tmpdir(), 'surety-deference-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'case.yaml'), text(dependence));
  writeFileSync(join(cwd, 'record.csv'), record(questions, better));
  return cwd;
}

async function assessed(questions: number, better: number, dependence = '') {
  const cwd = folder(questions, better, dependence);
  const { out } = await surety(['assess', '--json'], { cwd });
  const { outcomes, leaves } = JSON.parse(out) as {
    outcomes: { doubt: { declared: { mean: number } } }[];
    leaves: { id: string; doubt: { mean: number } }[];
  };
  const leaf = leaves.find(({ id }) => id === 'Sn-record')!.doubt.mean;
  return { cwd, leaf, claim: outcomes[0]!.doubt.declared.mean };
}

describe('deference to advisors', () => {
  test('a record makes a doubt: little with many questions, nearly all with few, all where the advisor is worse', async () => {
    expect((await assessed(2000, 0.2)).leaf).toBeLessThan(1e-4);
    // Ten questions are consistent with a difference of nothing, however much better these forecasts were.
    expect((await assessed(10, 0.2)).leaf).toBeGreaterThan(0.3);
    expect((await assessed(2000, -0.05)).leaf).toBe(1);
  });

  test('the doubt is the tail at which the bound of the calculator is 0', async () => {
    const { cwd, leaf } = await assessed(300, 0.15);
    const { out } = await surety(['calc', 'credibility', '--record', 'record.csv', '--alpha', String(leaf), '--json'], {
      cwd,
    });
    const { results } = JSON.parse(out) as { results: { name: string; value: number }[] };
    expect(leaf).toBeGreaterThan(0.001);
    expect(results.find(({ name }) => name === 'upper')!.value).toBeCloseTo(0, 9);
  });

  test('errors that advisors and system share raise the doubt of the claim by what the group says', async () => {
    const { out } = await surety(
      ['calc', 'shared-errors', '--questions', '400', '--advisor', '40', '--system', '60', '--both', '10', '--json'],
      {},
    );
    const { results } = JSON.parse(out) as { results: { name: string; value: number }[] };
    const beta = results.find(({ name }) => name === 'betaUpper')!.value;
    const apart = await assessed(300, 0.15);
    const group = `dependence:
  - { name: shared errors, members: [Sn-record, Sn-tests], beta: ${beta}, because: measured }`;
    const together = await assessed(300, 0.15, group);
    expect(apart.claim).toBeCloseTo(apart.leaf * 0.2, 12);
    expect(together.claim).toBeCloseTo(1 - groupHolds([apart.leaf, 0.2], beta).any, 12);
    expect(together.claim).toBeGreaterThan(apart.claim);
  });
});
