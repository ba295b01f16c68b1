import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsIn } from './html/markup.testing.js';
import { type ReportInput, renderHtml, renderMarkdown } from './index.js';
import { everyMeasure, everySection, inputFor, notQuantified } from './report.testing.js';

const input = inputFor(everySection, everyMeasure);
const titles = [
  'In short',
  '1 Why, and what would change it',
  '2 The outcomes in numbers',
  '3 What would have to go wrong',
  '4 What it rests on',
  '5 The argument',
  '6 Evidence',
  '7 Assumptions',
  '8 Challenges',
  '9 Steps that nobody assessed',
  '10 Risk cases',
  '11 Coverage',
  '12 Quantities',
  '13 When the case no longer holds',
  '14 Findings',
  '15 Sign-offs, and how this was computed',
];

describe.each([
  ['with everything', input],
  ['without a doubt', inputFor(notQuantified)],
  ['with nothing', inputFor('surety: 1\ncase: { id: empty, title: Nothing yet }')],
])('a case %s', (_, of) => {
  const html = renderHtml(of);
  const markdown = renderMarkdown(of);

  it('is rendered to the same bytes again', () => {
    expect(renderHtml(of)).toBe(html);
    expect(renderMarkdown(of)).toBe(markdown);
  });

  it('has every section, in order', () => {
    expect([...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title)).toEqual(titles);
    expect([...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(titles);
  });

  it('has headings that skip no level', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('is well-formed, and every link leads somewhere', () => {
    expect(faultsIn(html)).toEqual([]);
  });

  it('loads nothing', () => {
    expect(html).not.toMatch(/https?:|\/\/|url\(|@import|<(?:link|script|img|iframe|object|embed|base)/i);
  });
});

describe('the policy of the file', () => {
  it('allows its own style sheet and nothing else', () => {
    const html = renderHtml(input);
    const style = /<style>([^<]*)<\/style>/.exec(html)?.[1] ?? '';
    const digest = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'"`,
    );
  });
});

describe('a case whose every text is hostile', () => {
  const hostile = `<script>alert(1)</script>"'&|*\u202e\n# \`[x](y)`;
  const poisoned = poison(input, hostile);
  const html = renderHtml(poisoned);
  const markdown = renderMarkdown(poisoned);

  it('is still well-formed HTML with no markup of its own', () => {
    expect(html.split('&lt;script&gt;').length).toBeGreaterThan(500);
    expect(faultsIn(html)).toEqual([]);
    expect(html).not.toMatch(/<script|\u202e/);
  });

  it('is still Markdown with no markup of its own', () => {
    const lines = markdown.split('\n').map((line) => line.replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''));
    for (const line of lines) {
      expect(line.replaceAll('<br>', '')).not.toMatch(/<|\u202e/);
      expect(line.replaceAll('**', '')).not.toMatch(/(?<!\\)\*/);
      expect(line).not.toMatch(/(?<!\\)\[/);
    }
  });

  it('keeps the columns of its tables', () => {
    const bars = (line: string) => line.match(/(?<!\\)\|/g)?.length ?? 0;
    const rows = markdown.split('\n').filter((line) => line.startsWith('|'));
    rows.forEach((row, at) => {
      if (at > 0 && !/^\|(?: -)/.test(rows[at + 1] ?? '')) expect(bars(row)).toBeGreaterThan(1);
      if (/^\| -/.test(row)) expect(bars(row)).toBe(bars(rows[at - 1] ?? ''));
      else if (!/^\| -/.test(rows[at + 1] ?? '')) expect(bars(row)).toBe(bars(rows[at - 1] ?? ''));
    });
  });
});

describe('a case that is not quantified', () => {
  it('shows no number', () => {
    const of = inputFor(notQuantified);
    const text = renderHtml(of)
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]*>/g, ' ');
    for (const shown of [text, renderMarkdown(of)]) {
      expect(shown).not.toMatch(/\d\.\d|\d\s*%|\de-\d/);
      expect(shown).toContain('not quantified');
    }
    expect(renderHtml(of)).not.toContain('class="plot"');
  });
});

describe('a sketch', () => {
  it('says so on top', () => {
    const sketch = inputFor(everySection.replace('in review', 'sketch'), everyMeasure);
    const [top] = renderMarkdown(sketch).split('## In short');
    expect(top).toContain('This case is a sketch');
    expect(renderHtml(sketch).split('<main')[0]).toContain('This case is a sketch');
  });
});

describe('the Markdown of a small case', () => {
  it('reads as it did', async () => {
    // The wording of rules is tested with the rules.
    const findings = input.findings.filter(({ code }) => code === 'undeveloped' || code === 'support-ends');
    await expect(renderMarkdown({ ...input, findings })).toMatchFileSnapshot('fixtures/every-section.md');
  });
});

/** Puts the text behind every string that is not a word of the model itself; what was equal stays equal. */
function poison(of: ReportInput, text: string): ReportInput {
  const words = new Set(
    'kind type status state source verdict direction result criterion axis trust category dependence contradiction inference absentEvidence groupBy format'.split(
      ' ',
    ),
  );
  const walk = (value: unknown, key: string, within: string): unknown => {
    if (typeof value === 'string') {
      const isWord =
        words.has(key) || (key === 'code' && within !== 'findings') || (key === 'severity' && within === 'findings');
      const isPart = key === 'kind' || /^\d+$/.test(value);
      return isWord || isPart ? value : value + text;
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key, within));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walk(one, name, within === '' ? name : within)]),
    );
  };
  return walk(of, '', '') as ReportInput;
}
