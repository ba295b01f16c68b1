import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.js';
import { mostRows } from './document.js';
import { renderHtml, renderMarkdown } from './index.js';
import { everyMeasure, everySection, inputFor } from './report.testing.js';

const input = inputFor(everySection, everyMeasure);
const many = 250;

/** Copies of one item under names of their own. */
function copies<T extends { readonly id: string }>(items: readonly T[], id: string): T[] {
  const [item] = items.filter((one) => one.id === id);
  if (item === undefined) throw new Error(`${id} is gone`);
  return Array.from({ length: many }, (_, at) => ({ ...item, id: `${id}-${at}` }));
}

function rendered(more: Partial<Case>): readonly string[] {
  const of = { ...input, case: { ...input.case, ...more } };
  return [renderHtml(of), renderMarkdown(of)];
}

describe('what is long', () => {
  it('is cut, and it is said by how much', () => {
    for (const text of rendered({ elements: copies(input.case.elements, 'A1') })) {
      expect(text).toContain(`${many - mostRows} more are left out here.`);
    }
  });

  it('is not cut where it is evidence or a challenge', () => {
    for (const text of rendered({ evidence: copies(input.case.evidence, 'tests'), indicators: [] })) {
      expect(text).toContain(`tests-${many - 1}`);
    }
    const challenges = copies(input.case.elements, 'D2');
    for (const text of rendered({ elements: challenges, quantities: [] })) {
      const section = text.slice(text.lastIndexOf('Challenges and answers'));
      expect(section).toContain(`D2-${many - 1}`);
    }
  });

  it('is rendered in time: 10,000 elements', () => {
    const [goal] = input.case.elements.filter(({ id }) => id === 'G5');
    if (goal === undefined) throw new Error('G5 is gone');
    const elements = Array.from({ length: 10_000 }, (_, at) => ({
      ...goal,
      id: `G${at}`,
      supportedBy: [1, 2, 3].map((child) => ({ to: `G${3 * at + child}`, optional: false, origin: goal.origin })),
    }));
    const start = performance.now();
    rendered({ elements, outcomes: input.case.outcomes.slice(0, 1).map((one) => ({ ...one, claim: 'G0' })) });
    // Two renderings; the margin is for slow machines.
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});
