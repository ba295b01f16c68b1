import { describe, expect, it } from 'vitest';
import { escapeHtml, hrefOf, idOf } from './html/escape.js';
import { codeMarkdown, escapeMarkdown } from './markdown/escape.js';
import { formatNumber, formatShare, oneIn } from './numbers.js';

describe('text', () => {
  it('is escaped for HTML', () => {
    expect(escapeHtml(`<b a="1" c='2'>&amp;`)).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;');
    expect(idOf('element-a "b"')).toBe('element-a_&quot;b&quot;');
    expect(hrefOf('element-a "b"')).toBe('#element-a_%22b%22');
  });

  it.each([
    ['a | b * c < d > e & f', 'a \\| b \\* c &lt; d &gt; e &amp; f'],
    ['[x](javascript:y) `z` ~~w~~ $v$', '\\[x\\](javascript:y) \\`z\\` \\~\\~w\\~\\~ \\$v\\$'],
    ['_so_ p_miss', '\\_so\\_ p_miss'],
    ['1. one', '1\\. one'],
    ['0.5', '0.5'],
    ['- one', '\\- one'],
    ['# one', '\\# one'],
    ['\\', '\\\\'],
  ])('is escaped for Markdown: %j', (text, shown) => {
    expect(escapeMarkdown(text)).toBe(shown);
  });

  it.each([
    ['a', '`a`'],
    ['a `b` c', '``a `b` c``'],
    ['`a`', '`` `a` ``'],
    ['a | b', '`a \\| b`'],
    ['', '`  `'],
  ])('is fenced as code: %j', (text, shown) => {
    expect(codeMarkdown(text)).toBe(shown);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [1234567, '1,234,567'],
    [0.012345, '0.0123'],
    [1234.5, '1,230'],
    [1.5e-7, '1.5e-7'],
    [-Math.PI, '-3.14'],
    [2.5e12, '2.5e12'],
  ])('%d is written %s', (value, shown) => {
    expect(formatNumber(value)).toBe(shown);
  });

  it('shares', () => {
    expect([0, 0.0001, 0.123, 0.0123, 1].map(formatShare)).toEqual(
      ['0 %', '< 0.1 %', '12 %', '1.2 %', '100 %'].map((text) => text.replaceAll(' ', '\u00a0')),
    );
  });

  it('chances', () => {
    expect([0, 0.5, 0.2, 0.00802, 1e-6].map(oneIn)).toEqual([
      undefined,
      undefined,
      'about 1\u00a0in\u00a05',
      'about 1\u00a0in\u00a0120',
      'about 1\u00a0in\u00a01,000,000',
    ]);
  });
});
