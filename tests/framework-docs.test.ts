import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { surety } from '../packages/cli/src/run.testing.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs/framework.md');

/** A command of one line, and what it is said to print. */
const shown = /```sh\nnpx (surety [^\n]+)\n```\n\n```text\n([\s\S]*?)```/g;

test('the page about the framework shows what its commands print', async () => {
  const text = readFileSync(page, 'utf8');
  const commands = [...text.matchAll(shown)].map(([, command]) => command!);
  expect(commands).toHaveLength(4);
  const printed = new Map<string, string>();
  for (const command of commands) {
    const { out } = await surety(command.split(' ').slice(1), { cwd: root });
    printed.set(command, out);
  }
  const made = text.replace(shown, (_, command: string) => {
    return `\`\`\`sh\nnpx ${command}\n\`\`\`\n\n\`\`\`text\n${printed.get(command)}\`\`\``;
  });
  // Written anew by `npx vitest run tests/framework-docs.test.ts -u`.
  await expect(made).toMatchFileSnapshot(page);
});
