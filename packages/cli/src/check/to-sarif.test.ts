import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';
import { checkCodes } from './check-codes.js';

const { fatal, supported } = cases;
const waiver = 'waivers:\n  - { rule: no-scope, because: "One system: only", by: Ada, until: 2026-12-31 }\n';

const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addFormat('uri-reference', /^[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/);
ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
const sarifSchema = JSON.parse(readFileSync(new URL('../fixtures/sarif-schema-2.1.0.json', import.meta.url), 'utf8'));
const isSarif = ajv.compile(sarifSchema);

/** The run of a log that keeps to the OASIS schema. */
function validRun(out: string): Run {
  const log = JSON.parse(out) as Log;
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0]!;
}

const sarif = async (files: Record<string, string>, ...argv: string[]) => {
  const { code, out, err } = await surety(['check', '--format', 'sarif', ...argv], { cwd: folderWith(files) });
  return { code, err, run: validRun(out) };
};
const region = ({ locations }: Result) => locations?.[0]?.physicalLocation?.region;
const uri = ({ locations }: Result) => locations?.[0]?.physicalLocation?.artifactLocation;

describe('sarif', () => {
  test('the schema does find faults', () => {
    expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
    expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', informationUri: 'not one' } } }] })).toBe(
      false,
    );
  });

  test('each finding is a result with its rule, level, place and what is related', async () => {
    const text = `${fatal}  G2: { text: Twice, undeveloped: true }\n`;
    const { code, run } = await sarif({ 'case.yaml': fatal });
    expect(code).toBe(1);
    const result = run.results?.find(({ ruleId }) => ruleId === 'unknown-element');
    expect(result).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('Goal G1 is supported by G9, which is no element of the case') },
      suppressions: [],
      partialFingerprints: { 'suretyFinding/v1': expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(run.tool.driver.rules?.[result!.ruleIndex!]).toMatchObject({
      id: 'unknown-element',
      name: 'UnknownElement',
      defaultConfiguration: { level: 'error' },
      help: { markdown: expect.stringContaining('```yaml') },
    });
    expect(uri(result!)).toEqual({ uri: 'case.yaml', uriBaseId: '%SRCROOT%' });
    expect(region(result!)).toEqual({ startLine: 15, startColumn: 23, endLine: 15, endColumn: 25 });
    expect(run.invocations).toMatchObject([{ executionSuccessful: true, exitCode: 1 }]);
    const twice = await sarif({ 'case.yaml': text });
    expect(twice.run.results?.find(({ relatedLocations }) => relatedLocations !== undefined)).toMatchObject({
      relatedLocations: [{ id: 1, physicalLocation: { artifactLocation: { uri: 'case.yaml' } } }],
    });
  });

  test('lists every code that check can report, each once', async () => {
    const { run } = await sarif({ 'case.yaml': supported });
    const ids = run.tool.driver.rules!.map(({ id }) => id);
    expect(ids).toEqual(checkCodes().map(({ code }) => code));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('columns are UTF-16 units, and what is related to other files is told by its path from the root', async () => {
    const wide = supported.replace(
      'G2: { text: Sessions keep nothing,',
      'G2: { text: "𝔖essions 𝔨eep nothing", suportedBy: [],',
    );
    const { code, run } = await sarif({ 'sub folder/case.yaml': wide, '.git/HEAD': '' }, 'sub folder');
    expect(code).toBe(2);
    const result = run.results!.find(({ ruleId }) => ruleId === 'unknown-key')!;
    expect(run.columnKind).toBe('utf16CodeUnits');
    const line = wide.split('\n')[region(result)!.startLine! - 1]!;
    expect(line.slice(region(result)!.startColumn! - 1, region(result)!.endColumn! - 1)).toBe('suportedBy');
    expect(uri(result)).toEqual({ uri: 'sub%20folder/case.yaml', uriBaseId: '%SRCROOT%' });
    expect(run.automationDetails).toEqual({ id: 'surety/sub folder/' });
    expect(run.invocations).toMatchObject([{ executionSuccessful: false, exitCode: 2 }]);
  });

  test('a sure mend is a fix of the text', async () => {
    const text = supported.replace('tasks: 100', 'tasks: 100_000');
    const { run } = await sarif({ 'case.yaml': text });
    const [change] = run.results!.flatMap(({ fixes }) => fixes?.flatMap((fix) => fix.artifactChanges) ?? []);
    const [{ deletedRegion, insertedContent }] = change!.replacements as [
      NonNullable<typeof change>['replacements'][0],
    ];
    const line = text.split('\n')[deletedRegion.startLine! - 1]!;
    const mended =
      line.slice(0, deletedRegion.startColumn! - 1) + insertedContent!.text + line.slice(deletedRegion.endColumn! - 1);
    expect(mended).toContain('tasks: 100000 }');
  });

  test('a fix of a whole line ends it, as the text does', async () => {
    for (const end of ['\n', '\r\n']) {
      const text = supported.replace(/^surety: 1\n/, '').replaceAll('\n', end);
      const { run } = await sarif({ 'case.yaml': text });
      const [change] = run.results!.flatMap(({ fixes }) => fixes?.flatMap((fix) => fix.artifactChanges) ?? []);
      expect(change!.replacements[0]).toMatchObject({
        deletedRegion: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
        insertedContent: { text: `surety: 1${end}` },
      });
    }
  });

  test('a waived finding is suppressed, with the reason', async () => {
    const { run } = await sarif({ 'case.yaml': supported + waiver });
    expect(run.results!.find(({ ruleId }) => ruleId === 'no-scope')!.suppressions).toEqual([
      { kind: 'inSource', status: 'accepted', justification: 'One system: only (waived by Ada until 2026-12-31)' },
    ]);
  });

  test('fingerprints survive lines that move, and differ from each other', async () => {
    const prints = async (text: string, ...argv: string[]) =>
      (await sarif({ 'case.yaml': text }, ...argv)).run.results!.map(
        ({ ruleId, partialFingerprints }) => `${ruleId} ${partialFingerprints!['suretyFinding/v1']}`,
      );
    const broken = fatal.replace('[G2, G9]', '[G2, G9, G8]');
    const before = await prints(broken);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints(`# a line\n\n${broken.replace('argument:', '# more\nargument:')}`)).toEqual(before);
    expect(await prints(broken, '--as-of', '2026-11-24')).toEqual(before);
    expect(await prints(broken.replace('G8', 'G2'))).not.toEqual(before);
  });

  test('keeps nothing of this machine, and nothing that a text could do harm with', async () => {
    const evil = supported.replace('A tiny case', '"A \\u202e\\e[31mtiny case"').replace('[G2]', '["G2\\e[2J"]');
    const cwd = folderWith({ 'case.yaml': evil });
    const { out } = await surety(['check', '--format', 'sarif'], { cwd });
    validRun(out);
    expect(out).not.toContain(cwd);
    expect(out).not.toMatch(/\\u001b|\u202e/);
  });

  test.each(['examples/coding-agent', 'examples/minimal'])('%s', async (folder) => {
    const { out } = await surety(['check', folder, '--format', 'sarif', '--as-of', '2026-11-23']);
    expect(validRun(out).results?.every(({ locations }) => locations?.length === 1)).toBe(true);
  });
});
