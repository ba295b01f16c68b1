import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const modules = {
  'case.yaml': 'surety: 1\ncase: { id: car, title: Car }\n',
  'base.yaml': `module: { name: base, brief: The whole, uses: [power.yaml] }
argument:
  G1: { text: The car is safe, supportedBy: [G2, G1@power], url: "https://example.org" }
  G2: { text: The rest is, undeveloped: true }
`,
  'power.yaml': `module: { name: power }
argument:
  G1: { text: The power is safe, public: true, supportedBy: [Sn1] }
  Sn1: { text: Tests }
`,
};

/** A file as gsn2x takes it. */
const gsn2x = `G1:
  text: Top
  supportedBy: [S1]
  inContextOf: [C1]
S1: { text: By parts, supportedBy: [Sn1] }
Sn1: { text: Tests, url: "https://example.org/tests" }
C1: { text: Scope }
`;

describe('diagram', () => {
  test('writes a picture that stands by itself, and says what it wrote', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out, err } = await surety(['diagram', '-o', 'case.svg', '--no-font'], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Wrote case\.svg: 4 nodes, \d+ × \d+ pixels, \d+ kB\n$/);
    const svg = readFileSync(join(cwd, 'case.svg'), 'utf8');
    expect(/ width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1)).toEqual(/(\d+) × (\d+)/.exec(err)?.slice(1));
    expect(svg).toMatch(/^<svg [\s\S]*<title[^>]*>A tiny case<\/title>[\s\S]*<\/svg>\n$/);
    expect(svg).toContain('Sessions keep nothing');
    // What is taken from elsewhere: nothing but addresses of names.
    expect(svg.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  test('goes to stdout, and the note does not', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out, err } = await surety(['diagram', '-o', '-'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(err).toMatch(/^Drew 4 nodes/);
    expect((await surety(['diagram', '-o', '-', '-q'], { cwd })).err).toBe('');
  });

  test('needs no case: an argument as gsn2x writes it will do', async () => {
    const cwd = folderWith({ 'argument.yaml': gsn2x });
    const { code, out } = await surety(['diagram', 'argument.yaml', '-o', '-'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('href="https://example.org/tests"');
  });

  test('draws a case with findings, a reference to nothing included', async () => {
    const cwd = folderWith({ 'case.yaml': cases.fatal });
    expect((await surety(['diagram', '-o', '-'], { cwd })).out).toContain('missing: G9');
    // Numbers have no meaning there.
    expect((await surety(['diagram', '-o', '-', '--doubt'], { cwd })).code).toBe(2);
  });

  test('refuses a text with errors, and shows them', async () => {
    const cwd = folderWith({ 'case.yaml': cases.unreadable });
    const { code, out, err } = await surety(['diagram', '-o', 'case.svg'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('suportedBy');
    expect(readdirSync(cwd)).toEqual(['case.yaml']);
  });

  test('shows what is asked for', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const scene = async (...argv: string[]) => {
      const { code, out, err } = await surety(['diagram', '--json', ...argv], { cwd });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return JSON.parse(out);
    };
    const names = ({ nodes }: { nodes: { name: string }[] }) => nodes.map(({ name }) => name);
    expect(names(await scene())).toEqual(['G1', 'S1', 'G2', 'A1', 'D1', 'Sn1', 'G3', 'Sn2']);
    expect(names(await scene('--root', 'G3'))).toEqual(['G3', 'A1', 'Sn2']);
    expect(names(await scene('--outcome', 'leak', '--depth', '1'))).toEqual(['G1', 'S1']);
    expect(names(await scene('--collapse', 'G2,G3'))).toEqual(['G1', 'S1', 'G2', 'G3']);
    const masked = await scene('--mask', 'G3', '--mask', 'Sn2');
    expect(masked.nodes.filter((node: { faint: boolean }) => node.faint)).toMatchObject([
      { name: 'G3' },
      { name: 'Sn2' },
    ]);
    expect((await scene('--layer', 'inference,doubt')).nodes[0].tags).toEqual([{ text: 'step: 0', tone: 'plain' }]);
    const doubts = await scene('--doubt');
    expect(doubts.nodes[0]).toMatchObject({
      doubt: { tone: 'good' },
      tags: [{ text: 'leak: supported', tone: 'good' }],
    });
    const cut = await scene('--cut-set', '2', '--outcome', 'leak');
    expect(cut.nodes.filter((node: { pointedOut: boolean }) => node.pointedOut)).toMatchObject([
      { name: 'D1' },
      { name: 'Sn2' },
    ]);
    expect(cut.nodes[0].doubt).toBeUndefined();
    // With one outcome there is no need to name it.
    expect((await scene('--path-set')).legend.at(-1).text).toContain('Carries the claim of leak by itself');
  });

  test.each([
    [['--root', 'G22'], 'there is no element “G22”', 'Did you mean G2?'],
    [['--outcome', 'leek'], 'there is no outcome “leek”', 'Did you mean leak?'],
    [['--module', 'power'], 'there is no module “power”', 'There is no module at all.'],
    [['--pattern', 'P1'], 'there is no pattern “P1”', 'There is no pattern at all.'],
    [['--mask', 'A1,Sn22'], 'there is no element or module “Sn22”', 'Did you mean Sn2?'],
    [['--layer', 'owners'], 'there is no layer “owners”', 'Did you mean owner?'],
    [['--view', 'architecture'], 'the case has no modules, so it has no architecture', ''],
    [['--cut-set', '99'], 'there is no cut set 99: only 9 cut sets are listed for leak', ''],
    [['--depth', '-1'], 'Expected a whole number of at least 0.', ''],
    [['--collapse', 'G1,,G2'], 'Expected names with commas between them.', ''],
  ])('%j is said to be wrong', async (argv, message, hint) => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { code, out, err } = await surety(['diagram', '-o', '-', ...argv], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err).toContain(hint);
  });

  test.each([
    [[], 'where to write the picture is not said'],
    [['-o', 'case.png'], 'case.png: a picture ends in .svg'],
    [['-o', 'pictures/'], 'pictures/: a picture ends in .svg'],
    [['--view', 'all', '-o', 'case.svg'], '--view all writes several files: name a folder'],
    [['--view', 'all', '-o', 'pictures/', '--json'], '--json prints one picture, and --view all draws several'],
    [['-o', 'none/case.svg'], 'none/case.svg'],
  ])('an output that does not fit: %j', async (argv, message) => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { code, err } = await surety(['diagram', ...argv], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('an empty argument is nothing to draw', async () => {
    const cwd = folderWith({ 'case.yaml': 'surety: 1\ncase: { id: a, title: A }\n' });
    expect(await surety(['diagram', '-o', '-'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'surety: there is nothing to draw\n',
    });
  });

  test('a file for the whole, the architecture and every module, each with links to the others', async () => {
    const cwd = folderWith(modules);
    const { code, err } = await surety(['diagram', '--view', 'all', '-o', 'pictures/'], { cwd });
    expect({ code, err: err.split('\n').length }).toEqual({ code: 0, err: 5 });
    const folder = join(cwd, 'pictures');
    expect(readdirSync(folder).sort()).toEqual(['architecture.svg', 'base.svg', 'complete.svg', 'power.svg']);
    const [architecture, base, complete, power] = readdirSync(folder)
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').match(/href="[^"]*"/g));
    expect(architecture).toEqual(['href="base.svg"', 'href="power.svg"']);
    expect(base).toEqual(['href="https://example.org"', 'href="power.svg#d-n-G1%40power"']);
    expect(complete).toEqual([
      'href="https://example.org"',
      'href="base.svg#d-n-G2%40base"',
      'href="power.svg#d-n-G1%40power"',
      'href="power.svg#d-n-Sn1%40power"',
    ]);
    expect(power).toBeNull();
    expect(readFileSync(join(folder, 'power.svg'), 'utf8')).toContain('id="d-n-G1@power"');
  });

  test('a focus is one of the whole, where several views are drawn', async () => {
    const cwd = folderWith(modules);
    const { err } = await surety(['diagram', '--view', 'all', '--root', 'G2@base', '-o', 'pictures/'], { cwd });
    expect(err.match(/\d+ nodes?/g)).toEqual(['1 node', '2 nodes', '3 nodes', '2 nodes']);
  });

  test('one module, and the architecture', async () => {
    const cwd = folderWith(modules);
    const module = JSON.parse((await surety(['diagram', '--json', '--module', 'base'], { cwd })).out);
    expect(module.nodes.map(({ name, away }: { name: string; away?: string }) => [name, away])).toEqual([
      ['G1', undefined],
      ['G2', undefined],
      ['G1', 'power'],
    ]);
    const { nodes, edges } = JSON.parse((await surety(['diagram', '--json', '--view', 'architecture'], { cwd })).out);
    expect(nodes.map(({ name }: { name: string }) => name)).toEqual(['base', 'power']);
    const one = await surety(['diagram', '--json', '--view', 'architecture', '--root', 'power'], { cwd });
    expect(JSON.parse(one.out).nodes).toMatchObject([{ name: 'power', shape: 'module' }]);
    expect(edges).toMatchObject([{ from: 0, to: 1, kind: 'uses' }]);
  });
});
