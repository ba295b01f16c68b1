import { describe, expect, it } from 'vitest';
import { safeLink } from './safe-link.js';

describe('addresses', () => {
  it.each([
    'https://example.org/a?b=c:d#e',
    'HTTP://example.org',
    'mailto:team@example.org',
    '#element-G1',
    'a/b.html',
    '../x',
    './a:b',
    '/a',
    '?q=a:b',
    'é.html',
  ])('%s is written', (link) => expect(safeLink(link)).toBe(link));

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'https:evil',
    'https:///evil',
    '//evil.example',
    '/\\evil.example',
    'a b',
    'x:',
    ':x',
    '',
  ])('%j is not', (link) => expect(safeLink(link)).toBeUndefined());
});
