import { expect, test } from 'vitest';
import { resolvePath } from './paths.js';

test.each([
  ['', 'case.yaml', 'logs/a.eval', 'logs/a.eval'],
  ['', 'cases/one/case.yaml', '../two/./a.csv', 'cases/two/a.csv'],
  ['', 'cases/one/case.yaml', '../../a.csv', 'a.csv'],
  ['', 'cases/one/case.yaml', '../../../a.csv', undefined],
  ['cases', 'cases/one/case.yaml', '../a.csv', 'cases/a.csv'],
  ['cases', 'cases/one/case.yaml', '../../a.csv', undefined],
  ['cases', 'cases/one/case.yaml', '../../cases/a.csv', undefined],
  ['cases', 'elsewhere/case.yaml', 'a.csv', undefined],
  ['/repo', '/repo/case.yaml', 'a.csv', '/repo/a.csv'],
  ['/repo', '/repo/case.yaml', '../a.csv', undefined],
  ['/', '/case.yaml', '../a.csv', undefined],
  ['', 'case.yaml', '/etc/passwd', undefined],
  ['', 'case.yaml', 'C:/a.csv', undefined],
  ['', 'case.yaml', 'https://example.org/a.csv', undefined],
  ['', 'case.yaml', 'a\\b.csv', undefined],
  ['', 'case.yaml', '', undefined],
])('from root %j, %j names %j: %j', (root, from, relative, expected) => {
  expect(resolvePath(root, from, relative)).toBe(expected);
});
