import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, surety } from '../packages/cli/src/run.testing.js';

const page = readFileSync(new URL('../docs/first-case.md', import.meta.url), 'utf8');

/** The page's code in the order of the page. */
const blocks = [...page.matchAll(/```(sh|yaml|text)\n([\s\S]*?)```/g)].map(([, kind, text]) => ({
  kind: kind!,
  text: text!,
}));

/** What a reader is taken to read and type in a minute. */
const wordsAMinute = 238;
const charactersAMinute = 200;

/** A reader who does what the page says, and what that costs. */
function reader(cwd: string) {
  const file = join(cwd, 'refunds/case.yaml');
  const cost = { words: wordsOf(page), characters: 0, commands: 0 };
  return {
    cost,
    /** Runs each line of a block, and reads what it prints. */
    async run(commands: string): Promise<string> {
      let printed = '';
      for (const command of commands.trim().split('\n')) {
        cost.characters += command.length;
        cost.commands += 1;
        if (!command.startsWith('npx surety ')) {
          execFileSync('sh', ['-c', command], { cwd });
          continue;
        }
        const [, ...argv] = [...command.slice('npx '.length).matchAll(/"([^"]*)"|\S+/g)].map(
          ([all, text]) => text ?? all,
        );
        const { code, out, err } = await surety(argv, { cwd });
        expect(code, `${command}\n${err}`).toBeLessThan(2);
        cost.words += wordsOf(out) + wordsOf(err);
        printed += out;
      }
      return printed;
    },
    /** Puts lines in the place of those with the same number, and anything else at the end. */
    edit(yaml: string) {
      if (!/# \d+$/m.test(yaml)) {
        cost.characters += yaml.length;
        appendFileSync(file, yaml);
        return;
      }
      const lines = readFileSync(file, 'utf8').split('\n');
      for (const line of yaml.trimEnd().split('\n')) {
        const [, next, number] = /^(.*?) *(# \d+)$/.exec(line)!;
        const places = lines.flatMap((text, at) => (text.includes(`${number}.`) ? [at] : []));
        expect(places, line).toHaveLength(1);
        const [, before, mark] = /^(.*?) *(# \d+\..*)$/.exec(lines[places[0]!]!)!;
        expect(indentOf(next!)).toBe(indentOf(before!));
        cost.characters += typed(before!, next!);
        lines[places[0]!] = `${next}   ${mark}`;
      }
      writeFileSync(file, lines.join('\n'));
    },
    /** Reads the whole text of the case. */
    read() {
      cost.words += wordsOf(readFileSync(file, 'utf8'));
    },
  };
}

test('what the page asks for leads to the verdict that it shows, within half an hour', {
  timeout: 60_000,
}, async () => {
  const cwd = folderWith({});
  const { cost, run, edit, read } = reader(cwd);
  const numbers: string[] = [];
  let printed = '';
  for (const { kind, text } of blocks) {
    if (kind === 'text') {
      expect(printed).toContain(text.trimEnd());
      continue;
    }
    if (kind === 'yaml') {
      numbers.push(...[...text.matchAll(/# (\d+)$/gm)].map(([, number]) => number!));
      edit(text);
      continue;
    }
    printed = await run(text);
    if (text.includes(' init ')) read();
    // The page says that `check` leaves two remarks.
    if (text.includes(' check ')) expect(printed).toContain('1 warning, 1 info in 1 file');
  }
  // Every edit of the template is on the page, in its order; 17 is to read, and the last two change numbers once more.
  const edits = Array.from({ length: 18 }, (_, at) => `${at + 1}`).filter((number) => number !== '17');
  expect(numbers).toEqual([...edits, '10', '9']);
  expect(page).toContain('Edit 17: read');

  const minutes = ({ words, characters }: typeof cost) => words / wordsAMinute + characters / charactersAMinute;
  expect(wordsOf(page)).toBeLessThanOrEqual(960);
  const [, reading, typing] = /Some (\d+) minutes go to reading .* and (\d+) to typing/.exec(page)!;
  expect(Number(reading)).toBe(Math.round(cost.words / wordsAMinute));
  expect(Number(typing)).toBe(Math.round(cost.characters / charactersAMinute));
  // At least eight minutes of the half hour are left to think, even to the end of the page.
  expect(minutes(cost)).toBeLessThan(22);
});

test('with the log the number is the same', { timeout: 60_000 }, async () => {
  const cwd = folderWith({});
  const { run, edit } = reader(cwd);
  for (const { kind, text } of blocks.slice(
    0,
    blocks.findIndex(({ text }) => text.includes('tasks / 12')),
  )) {
    if (kind === 'yaml') edit(text);
    else if (kind === 'sh' && !/check|assess/.test(text)) await run(text);
  }
  expect(await run('npx surety assess refunds')).toContain('Doubt 0.00773 against a threshold of 0.01');
  const { counts } = JSON.parse(await run('npx surety check refunds --json'));
  expect(counts.error).toBe(0);
  expect(await run('npx surety rename "*-loss" "*-drain" refunds')).toBe(
    'G-loss -> G-drain\nS-loss -> S-drain\nR-loss -> R-drain\n',
  );
  expect(await run('npx surety rename loss drain refunds')).not.toBe('');
});

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

function indentOf(line: string): number {
  return /^ */.exec(line)![0].length;
}

/** How many characters of a line are new: those between what it shares with the old one at both ends. */
function typed(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return after.length - head - tail;
}
