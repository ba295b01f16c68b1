import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseNear } from './case-near.js';
import { folderWith, surety } from './run.testing.js';

test('the nearest folder above a log that holds a text of a case', async () => {
  const cwd = folderWith({
    'mine/case.yaml': '# first\nsurety: 1\ncase: { id: a, title: A }\n',
    'mine/data/notes.yaml': 'not: a case\n',
    'mine/data/log.csv': 'sample,leaked\n1,0\n2,1\n',
    'elsewhere/log.csv': 'sample,leaked\n1,0\n',
  });
  mkdirSync(join(cwd, 'mine/data/odd.yaml'));
  expect(await caseNear(join(cwd, 'mine/data/log.csv'), cwd)).toBe(join(cwd, 'mine'));
  expect(await caseNear(join(cwd, 'elsewhere/log.csv'), cwd)).toBeUndefined();
  expect(await caseNear(join(cwd, 'mine/data/log.csv'), join(cwd, 'mine/data'))).toBeUndefined();
  expect(await caseNear(join(cwd, 'mine/data/log.csv'), join(cwd, 'elsewhere'))).toBeUndefined();
  const inside = await surety(['evidence', 'show', 'mine/data/log.csv'], { cwd });
  expect(inside.out).toContain('    source: data/log.csv\n');
  const outside = await surety(['evidence', 'show', 'elsewhere/log.csv'], { cwd });
  expect(outside.out).toContain('    source: elsewhere/log.csv\n');
  writeFileSync(join(cwd, 'elsewhere/case.yaml'), 'surety: 10\n');
  expect(await caseNear(join(cwd, 'elsewhere/log.csv'), cwd)).toBeUndefined();
});
