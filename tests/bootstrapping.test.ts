import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '@surety/core/case';
import { assessChain, type ChainLink } from '@surety/core/chain';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { describe, expect, it } from 'vitest';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'examples/bootstrapping');
const asOf = '2026-11-23';

function caseOf(generation: number): Case {
  const text = readFileSync(join(folder, `generation-${generation}/case.yaml`), 'utf8');
  const parsed = parse([{ path: 'case.yaml', text }]);
  if (parsed.case === null) throw new Error(parsed.diagnostics.map(({ message }) => message).join('\n'));
  const errors = diagnose(parsed.case, parsed.ranges, { asOf, measures: {} }).filter(
    ({ severity, element }) => severity !== 'info' && element !== 'G-aligned@previous',
  );
  expect(errors).toEqual([]);
  return parsed.case;
}

/** Doubt of an "or" of independent failures. */
const either = (...doubts: readonly number[]) => 1 - doubts.reduce((holds, doubt) => holds * (1 - doubt), 1);

describe('the example of four generations', () => {
  const links = [1, 2, 3, 4].map(
    (generation): ChainLink => ({
      name: `generation-${generation}`,
      case: caseOf(generation),
      measures: {},
      claim: 'G-aligned',
    }),
  );
  const chain = assessChain(links, { asOf });

  it('adds up to what a calculation by hand gives', () => {
    // Of the two legs the better one counts, and the other one with a common cause of 0.1.
    const legs = 0.015 * (0.1 + 0.9 * 0.02);
    const adds = [
      either(2e-4, 5e-4, 1e-3, 3e-4, legs),
      either(2e-4, 3e-4, 8e-4, 1e-3, 6e-4),
      either(2e-4, 4e-4, 1e-3, 1.5e-3, 9e-4),
      either(2e-4, 6e-4, 1.5e-3, 2e-3, 1.5e-3),
    ];
    let sum = 0;
    chain.generations.forEach(({ own, doubt }, at) => {
      sum += adds[at]!;
      expect(own).toBeCloseTo(adds[at]!, 14);
      expect(doubt).toBeCloseTo(sum, 14);
    });
    expect(chain.generations.map(({ gap }) => gap?.doubt)).toEqual([
      undefined,
      expect.closeTo(either(3e-4, 8e-4, 1e-3, 6e-4), 14),
      expect.closeTo(either(4e-4, 1e-3, 1.5e-3, 9e-4), 14),
      expect.closeTo(either(6e-4, 1.5e-3, 2e-3, 1.5e-3), 14),
    ]);
  });

  it('has room for four generations, and says what a fifth like the fourth would take', () => {
    expect([chain.holding, chain.room]).toEqual([4, 0]);
    const { own, doubt } = chain.generations[3]!;
    expect(chain.next.excess).toBeCloseTo(doubt + own - 0.02, 14);
    const last = chain.next.ways.find(({ generation }) => generation === 'generation-4')!;
    expect(last.allowed).toBeCloseTo(own - chain.next.excess / 2, 14);
    const [step] = last.advice.ways[0]!.steps;
    expect(step).toMatchObject({ kind: 'doubt', leaf: 'G-small-shift', from: 2e-3, to: 8.8e-4 });
    expect(either(2e-4, 6e-4, 1.5e-3, 8.8e-4, 1.5e-3)).toBeLessThanOrEqual(last.allowed);
    expect(either(2e-4, 6e-4, 1.5e-3, 8.81e-4, 1.5e-3)).toBeGreaterThan(last.allowed);
  });

  it('has the numbers that its README tells', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    for (const { own, doubt } of chain.generations) {
      expect(readme).toContain(`| ${Number(own.toPrecision(3))} | ${Number(doubt.toPrecision(3))} |`);
    }
  });
});
