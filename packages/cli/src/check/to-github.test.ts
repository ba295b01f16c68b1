import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const { fatal, supported } = cases;
const waiver = 'waivers:\n  - { rule: no-scope, because: "One system: only", by: Ada, until: 2026-12-31 }\n';

describe('github', () => {
  const github = async (text: string, ...argv: string[]) =>
    (await surety(['check', '--format', 'github', ...argv], { cwd: folderWith({ 'case.yaml': text }) })).out.split(
      '\n',
    );

  test('gives a workflow command for each finding', async () => {
    const lines = await github(fatal);
    expect(lines.find((line) => line.includes('unknown-element'))).toMatch(
      /^::error file=case\.yaml,line=15,col=23,endLine=15,endColumn=25,title=surety%3A unknown-element::Goal G1 is supported by G9, which is no element of the case%0A/,
    );
    expect(lines.find((line) => line.includes('no-scope'))).toMatch(/^::warning /);
    expect(lines.at(-2)).toMatch(/^1 error, .*, as of 2026-11-23$/);
  });

  test('leaves out what is waived', async () => {
    expect((await github(supported)).join('\n')).toContain('no-scope');
    const lines = await github(supported + waiver);
    expect(lines.join('\n')).not.toContain('no-scope');
    expect(lines.at(-2)).toContain('1 waived');
  });

  test('no text can end a command or give one of its own', async () => {
    const evil = supported.replace('supportedBy: [G2]', 'supportedBy: ["G2\\n::stop-commands::x", "a%b,c:d"]');
    const lines = await github(evil);
    for (const line of lines.slice(0, -2)) expect(line).toMatch(/^::(error|warning|notice) file=/);
    expect(lines.join('\n')).toContain('a%25b,c:d');
    expect(lines.some((line) => line.startsWith('::stop'))).toBe(false);
  });

  test('properties are escaped', async () => {
    const cwd = folderWith({ 'a,b:c/case.yaml': fatal, '.git/HEAD': '' });
    const { out } = await surety(['check', 'a,b:c', '--format', 'github'], { cwd });
    expect(out).toContain('::error file=a%2Cb%3Ac/case.yaml,line=15,');
  });
});
