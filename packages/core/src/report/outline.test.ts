import { describe, expect, it } from 'vitest';
import type { Element } from '../case/index.js';
import { faultsIn } from './html/markup.testing.js';
import { type ReportInput, renderHtml, renderMarkdown } from './index.js';
import { outlineOf } from './outline.js';
import { everyMeasure, everySection, inputFor } from './report.testing.js';
import { viewOf } from './view.js';

const input = inputFor(everySection, everyMeasure);

describe('the outline', () => {
  it('draws every element of the case in full exactly once', () => {
    const drawn = new Set<string>();
    const roots = input.case.elements.map(({ id }) => id);
    const rows = outlineOf(viewOf(input), roots, drawn);
    const full = rows.filter(({ anchor }) => anchor !== undefined).map(({ id }) => id);
    expect([...full].sort()).toEqual([...roots].sort());
    for (const { id } of input.case.elements) expect(renderHtml(input)).toContain(`id="element-${id}"`);
  });

  it('shows a shared element in full where it is met first', () => {
    const rows = outlineOf(viewOf(input), ['G1', 'G9'], new Set()).filter(({ id }) => id === 'A1');
    expect(rows.map(({ anchor, seeAbove }) => [anchor, seeAbove])).toEqual([
      ['element-A1', undefined],
      [undefined, 'element-A1'],
    ]);
  });

  it('puts a challenge below what it is against, and its answer below it', () => {
    const rows = outlineOf(viewOf(input), ['Sn2'], new Set());
    expect(rows.map(({ depth, id, marks }) => [depth, id, ...marks.map(({ text }) => text)])).toEqual([
      [0, 'Sn2', 'challenge answered'],
      [1, 'D1', 'against it', 'answered'],
      [2, 'G6', 'the answer'],
    ]);
  });

  it('is drawn however deep, and in a circle', () => {
    const [goal] = input.case.elements.filter(({ id }) => id === 'G9');
    if (goal === undefined) throw new Error('G9 is gone');
    const length = 3000;
    const chain = Array.from(
      { length },
      (_, at): Element => ({
        ...goal,
        id: `G${at}`,
        supportedBy: [{ to: `G${(at + 1) % length}`, optional: false, origin: goal.origin }],
      }),
    );
    const outcomes = input.case.outcomes.slice(0, 1).map((outcome) => ({ ...outcome, claim: 'G0' }));
    const of: ReportInput = { ...input, case: { ...input.case, outcomes, elements: chain } };
    const html = renderHtml(of);
    const links = /^(?:a link to nothing|ids that)/;
    expect(faultsIn(html).filter((fault) => !links.test(fault))).toEqual([]);
    expect(html.match(/ id="element-G\d+"/g)).toHaveLength(length);
    expect(deepest(html)).toBeLessThan(256);
    expect(renderMarkdown(of)).toContain('(level 2999)');
  });
});

/** How deep lists nest. */
function deepest(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?(?:ul|li|details)\b/g)) {
    depth += tag.startsWith('</') ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}
