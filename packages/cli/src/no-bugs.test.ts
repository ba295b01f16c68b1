import { manualOf, rules } from '@surety/core/rules';
import { expect, test } from 'vitest';
import { folderWith, surety } from './run.testing.js';

const commands = [
  ['check'],
  ['check', '--json'],
  ['assess'],
  ['assess', '-q'],
  ['cutsets'],
  ['outline'],
  ['diagram', '-o', '-'],
  ['explain', 'G1'],
];

test.each(rules.map(({ code }) => code))('whatever is wrong with a case, it is no bug: %s', async (code) => {
  const { passes, fails } = manualOf(code);
  for (const example of [fails, passes]) {
    const cwd = folderWith({ ...example.files, 'case.yaml': example.text });
    const asOf = example.asOf === undefined ? [] : ['--as-of', example.asOf];
    for (const argv of commands) {
      const { code: exit, out, err } = await surety([...argv, ...asOf], { cwd });
      expect(err, `${code}: surety ${argv.join(' ')}\n${example.text}`).not.toContain('bug in Surety');
      // Where nothing can be said, nothing is printed that could be taken for a result.
      if (exit === 2 && argv[0] !== 'check') expect(out).toBe('');
    }
  }
});
