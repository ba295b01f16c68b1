import { describe, expect, it } from 'vitest';
import { adviseCase } from '../advice/index.js';
import { firstOne, laterOne, linkOf } from '../chain/chain.testing.js';
import { assessChain } from '../chain/index.js';
import { textOf } from '../doubt/text.testing.js';
import { horizonOf } from '../horizon/index.js';
import { type ReportInput, readRequest, redact, renderHtml, renderMarkdown } from './index.js';
import { inputFor } from './report.testing.js';

const options = { asOf: '2026-11-23' };
const text = textOf('G1: { text: Safe <b>, doubt: 0.02, holdsUntil: { tasks: 4000 } }');

function ahead(): ReportInput {
  const input = inputFor(text);
  const horizon = horizonOf(input.case, {}, { axis: 'tasks' }, options);
  if ('code' in horizon) throw new Error(horizon.message);
  const chain = assessChain([linkOf('one', firstOne(0.002)), linkOf('two', laterOne(0.003))], options);
  return { ...input, horizons: [horizon], advice: adviseCase(input.case, {}, options), chain };
}

describe('the outlook of a report', () => {
  it('tells where verdicts turn, what would do, and the generations before', () => {
    const markdown = renderMarkdown(ahead());
    expect(markdown).toContain('How far it carries');
    expect(markdown).toContain('Evidence brings the doubt of G1 down from 0.02 to 0.01');
    expect(markdown).toContain('10 copies each');
    const html = renderHtml(ahead());
    expect(html.match(/<figure class="drawing"/g)).toHaveLength(2);
    expect(html).not.toContain('Safe <b>');
  });

  it('says of axes that nothing depends on that the case does not consider them', () => {
    const input = inputFor(textOf('G1: { text: Safe, doubt: 0.002 }'));
    const still = horizonOf(input.case, {}, { axis: 'tasks' }, options);
    if ('code' in still) throw new Error(still.message);
    const markdown = renderMarkdown({ ...input, horizons: [still], advice: [] });
    expect(markdown).toContain(
      'Nothing in the argument depends on tasks in the window. That says that the case does not consider it',
    );
    expect(renderHtml({ ...input, horizons: [still] })).not.toContain('horizon-figure');
  });

  it('is left out where nobody asked for it, and of a redacted report', () => {
    for (const input of [inputFor(text), redacted(ahead())]) {
      const html = renderHtml(input);
      for (const section of ['advice', 'horizon', 'chain']) expect(html).not.toContain(`<section id="${section}"`);
    }
  });
});

function redacted(input: ReportInput): ReportInput {
  const read = readRequest(['public'], input.case);
  if (!read.ok) throw new Error(read.unknown);
  return redact(input, read.request);
}
