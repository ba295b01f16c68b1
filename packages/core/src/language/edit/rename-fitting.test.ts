import { expect, test } from 'vitest';
import { openDocument } from '../document.js';
import type { RenameOptions } from './rename.js';
import { renameFitting } from './rename-fitting.js';
import { applySplices } from './splice.js';

type Files = Readonly<Record<string, string>>;

function renamed(files: Files, from: string, to: string, options?: RenameOptions): Files | string {
  const documents = Object.entries(files).map(([file, text]) => openDocument(file, text));
  const result = renameFitting(documents, from, to, options);
  if (!result.ok) return `refused: ${result.reason}`;
  const changed = documents.map(({ file, text }) => {
    const own = result.splices.filter((splice) => splice.file === file);
    return [file, applySplices(text, own)] as const;
  });
  return Object.fromEntries(changed);
}

const text = `outcomes:
  exfil: { text: exfil of weights, claim: G-exfil }
argument:
  G-exfil: { text: As G-exfil-agents says, supportedBy: [S-exfil, G-exfil-together] }
  S-exfil: { text: x, supportedBy: [G-exfil-agents] }
  G-exfil-agents: { text: x }
  G-exfil-together: { text: x }
  D1: { text: x, challenges: G-exfil-agents -> G-exfil-together }
dependence: [{ name: G-exfil-group, members: [G-exfil-agents.inference], beta: 0.1 }]
`;
const more = 'waivers: [{ rule: x, at: G-exfil-agents }]\n';
const files = { 'case.yaml': text, 'more/waivers.yaml': more };

/** The text with each id replaced wherever it stands as a name: not in a text, and not as the name of a group. */
function expected(replace: (id: string) => string): Files {
  const swap = (line: string) => line.replace(/\b[GS]-exfil[\w-]*/g, (id) => replace(id));
  const kept = (line: string) => line.replace(/text: As G-\S+ says|name: G-exfil-group/g, '§');
  const each = (all: string) =>
    all
      .split('\n')
      .map((line) => {
        const free = line.match(/text: As G-\S+ says|name: G-exfil-group/)?.[0] ?? '';
        return swap(kept(line)).replace('§', free);
      })
      .join('\n');
  return { 'case.yaml': each(text), 'more/waivers.yaml': each(more) };
}

test('every name that fits is renamed, wherever it stands as a name', () => {
  expect(renamed(files, 'G-exfil-*', 'G-drain-*')).toEqual(expected((id) => id.replace('G-exfil-', 'G-drain-')));
});

test('the star stands for nothing too, and may stand anywhere', () => {
  expect(renamed(files, 'G-exfil*', 'G-drain*')).toEqual(
    expected((id) => (id.startsWith('G-') ? id.replace('exfil', 'drain') : id)),
  );
  expect(renamed(files, '*-exfil', '*-drain')).toEqual(
    expected((id) => (/^.-exfil$/.test(id) ? id.replace('exfil', 'drain') : id)),
  );
  expect(renamed(files, 'G-*-agents', 'G-all-*')).toEqual(
    expected((id) => (id === 'G-exfil-agents' ? 'G-all-exfil' : id)),
  );
});

test('renaming there and back gives the same bytes', () => {
  const once = renamed(files, 'G-exfil*', 'G-loss*');
  if (typeof once === 'string') throw new Error(once);
  expect(once).not.toEqual(files);
  expect(renamed(once, 'G-loss*', 'G-exfil*')).toEqual(files);
});

test('what is renamed is told with its kind, in the order of the text', () => {
  const documents = [openDocument('case.yaml', text)];
  const result = renameFitting(documents, '*exfil', '*drain');
  expect(result.ok && result.renamed).toEqual([
    { kind: 'outcome', from: 'exfil', to: 'drain' },
    { kind: 'element', from: 'G-exfil', to: 'G-drain' },
    { kind: 'element', from: 'S-exfil', to: 'S-drain' },
  ]);
  const elements = renameFitting(documents, '*exfil', '*drain', { kind: 'element' });
  expect(elements.ok && elements.renamed.map(({ from }) => from)).toEqual(['G-exfil', 'S-exfil']);
});

test('a group of exactly this name is meant, star and all', () => {
  const starred = { 'case.yaml': text.replace('name: G-exfil-group', 'name: all * legs') };
  expect(renamed(starred, 'all * legs', 'some legs')).toEqual({
    'case.yaml': starred['case.yaml'].replace('all * legs', 'some legs'),
  });
});

test('names with many joints do not make many suggestions', () => {
  const joined = `argument: { G-${'a-'.repeat(1500)}z: { text: x } }\n`;
  const start = process.cpuUsage().user;
  expect(renamed({ 'case.yaml': joined }, 'Q*q', 'P*p')).toMatch(/^refused: no name fits/);
  expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
});

test('elements of one module alone', () => {
  const modules = {
    'a.yaml': 'module: { name: power }\nargument: { G-a-1: { text: x, supportedBy: [G-a-2@brakes] } }\n',
    'b.yaml': 'module: { name: brakes }\nargument: { G-a-1: { text: x }, G-a-2: { text: x } }\n',
  };
  expect(renamed(modules, 'G-a-*@brakes', 'G-b-*')).toEqual({
    'a.yaml': modules['a.yaml'].replace('G-a-2@brakes', 'G-b-2@brakes'),
    'b.yaml': modules['b.yaml'].replaceAll('G-a', 'G-b'),
  });
  expect(renamed(modules, 'G-a-*', 'G-b-*')).toEqual({
    'a.yaml': modules['a.yaml'].replaceAll('G-a', 'G-b'),
    'b.yaml': modules['b.yaml'].replaceAll('G-a', 'G-b'),
  });
});

test.each<[string, string, string, RenameOptions, string]>([
  ['what nothing fits', 'G-exfill-*', 'G-x-*', {}, 'no name fits G-exfill-*; nearest is G-exfil-*'],
  ['an end that nothing has', '*-agens', '*-x', {}, 'no name fits *-agens; nearest is *-agents'],
  ['what no such thing fits', 'G-exfil-*', 'G-x-*', { kind: 'outcome' }, 'no name fits G-exfil-*'],
  [
    'into another type',
    'G-exfil-*',
    'Sn-*',
    {},
    'G-exfil-agents: by its prefix Sn-agents would be a solution, not goal: state `type` first',
  ],
  [
    'to what is no id',
    'G-exfil-*',
    'G exfil *',
    {},
    'G-exfil-agents: "G exfil agents" is no id: letters, digits, _ and -, no - first',
  ],
  ['without a star', 'G-exfil', 'G-*', {}, 'G-exfil needs one star, which stands for the rest of a name'],
  [
    'to no star',
    'G-exfil-*',
    'G-drain',
    {},
    'G-drain needs one star, which stands for what it stands for in G-exfil-*',
  ],
  ['two stars', 'G-*-*', 'G-*', {}, 'G-*-* needs one star, which stands for the rest of a name'],
])('%s is refused', (_, from, to, options, reason) => {
  expect(renamed(files, from, to, options)).toBe(`refused: ${reason}`);
});

test('where one name is taken, nothing is renamed', () => {
  const taken = { 'case.yaml': text.replace('D1:', 'G-drain-agents: { text: x }\n  D1:') };
  expect(renamed(taken, 'G-exfil-*', 'G-drain-*')).toBe(
    'refused: G-exfil-agents: G-drain-agents exists already, in case.yaml, line 8',
  );
  // Also where what has it now would have another name itself.
  expect(renamed({ 'case.yaml': 'argument: { G1: { text: x }, G11: { text: x } }\n' }, 'G*', 'G1*')).toBe(
    'refused: G1: G11 exists already, in case.yaml, line 1',
  );
});

test('a name that is defined twice is not told apart', () => {
  const twice = { 'case.yaml': 'argument:\n  G-a: { text: x }\nassumptions:\n  G-a: { text: x }\n' };
  expect(renamed(twice, 'G-*', 'G-b-*')).toBe(
    'refused: G-a is defined twice, in case.yaml, line 2 and in case.yaml, line 4',
  );
});
