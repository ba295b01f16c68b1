import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultsIn, withoutScripts } from './html/markup.testing.js';
import { switchScript } from './html/switch-script.js';
import { viewerScript } from './html/viewer.generated.js';
import { audiences, type ReportInput, renderHtml, renderMarkdown } from './index.js';
import { everyMeasure, everySection, inputFor, notQuantified } from './report.testing.js';

const input = inputFor(everySection, everyMeasure);
const titles = [
  'In short',
  'What is open',
  'Why, and what would change it',
  'Steps that nobody assessed',
  'What is said to fail independently',
  'Challenges and answers',
  'Evidence',
  'Findings',
  'The outcomes in numbers',
  'What would have to go wrong',
  'What it rests on',
  'What moves the number',
  'The argument, drawn',
  'The argument in full',
  'Kinds of argument',
  'The other side',
  'Assumptions',
  'Coverage',
  'Quantities',
  'The six steps',
  'When the case no longer holds',
  'The decision, on record',
  'Sign-offs',
  'How this was computed',
  'Words',
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
    const { elements } = of.case;
    const kinds =
      elements.some(({ block }) => block !== undefined) ||
      (of.assessment.quantified && elements.some(({ category }) => category !== undefined));
    const there = titles.filter(
      (title) => (title !== 'The argument, drawn' || elements.length > 0) && (title !== 'Kinds of argument' || kinds),
    );
    expect([...html.matchAll(/<h2[^>]*>([^<]*)<\/h2>/g)].map(([, title]) => title)).toEqual(there);
    expect([...markdown.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(
      there.map((title, at) => (at === 0 ? title : `${at} ${title}`)),
    );
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
    // The fonts of drawings are in the file.
    const rest = withoutScripts(html).replace(/url\(data:font\/woff2;base64,[\w+/=]+\)/g, '');
    expect(rest).not.toMatch(/https?:|\/\/|url\(|@import|<(?:link|script src|img|iframe|object|embed|base)/i);
  });
});

describe.each(audiences)('for a %s alone', (audience) => {
  const html = renderHtml(input, audience);

  it('is well-formed, every link leads somewhere, and there is nothing to choose', () => {
    expect(faultsIn(html)).toEqual([]);
    expect(html).not.toContain('type="radio"');
  });

  it('holds less than for all, and the verdicts all the same', () => {
    expect(html.length).toBeLessThan(renderHtml(input).length);
    for (const { id } of input.assessment.outcomes) expect(html).toContain(`id="outcome-${id}"`);
  });
});

describe('a decision maker', () => {
  it('is spared what only an assessor asks for', () => {
    const short = renderMarkdown(input, 'decision-maker');
    const full = renderMarkdown(input, 'assessor');
    for (const title of ['What is open', 'The argument in full', 'Findings', 'Coverage']) {
      expect(full).toMatch(new RegExp(`^## \\d+ ${title}$`, 'm'));
      expect(short).not.toContain(` ${title}\n`);
    }
    expect(short.length).toBeLessThan(full.length / 2);
  });
});

describe('a regulator', () => {
  it('is led through the six steps, with who approved what', () => {
    const text = renderMarkdown(input, 'regulator');
    const steps = [...text.matchAll(/^### Step (\d): (.*?) (?:✓|!|✗) /gm)].map(
      ([, number, title]) => `${number} ${title}`,
    );
    expect(steps).toEqual([
      '1 Define the AI macrosystem and deployment decision',
      '2 Specify unacceptable outcomes',
      '3 Justify deployment assumptions',
      '4 Decompose the macrosystem into subsystems',
      '5 Assess subsystem risk',
      '6 Assess macrosystem risk',
    ]);
    expect(text).toContain('board, 2026-11-02');
    expect(text).toContain('by nobody who is named');
  });
});

describe('the policy of the file', () => {
  const digest = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  it('allows its own style sheet and its own script, and nothing else', () => {
    const html = renderHtml(input);
    const [, style] = /<style>([^<]*)<\/style>/.exec(html) ?? [];
    expect(html).toContain(
      `content="default-src 'none'; style-src ${digest(style)}; script-src ${digest(viewerScript)} ${digest(switchScript)}; font-src data:; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('allows no script where there is none', () => {
    const html = renderHtml(inputFor('surety: 1\ncase: { id: empty, title: Nothing yet }'), 'regulator');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('script-src');
    expect(html).not.toContain('font-src');
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
    expect(withoutScripts(html)).not.toMatch(/<script|\u202e/);
  });

  it('is still Markdown with no markup of its own', () => {
    // What is to be copied stands behind a fence that is longer than any run of backticks in it.
    const open = markdown.replace(/^(`{3,})yaml\n[\s\S]*?\n\1$/gm, '');
    const lines = open.split('\n').map((line) => line.replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, ''));
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
    const text = withoutScripts(renderHtml(of))
      .replace(/<head>[\s\S]*<\/head>/, '')
      .replace(/<[^>]*>/g, ' ');
    for (const page of [text, renderMarkdown(of)]) {
      // The paper has a number, the case has none.
      const shown = page.replaceAll('arXiv 2403.10462', 'arXiv');
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
