import { readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Origin, Ranges } from '@surety/core/case';
import { openDocument, parse, type TextFile, usedFiles } from '@surety/core/language';
import { applySplices, edit } from '@surety/core/language/edit';
import { coverage, diagnose, type RuleCode } from '@surety/core/rules';
import { readCaseFiles } from '@surety/evidence';
import { describe, expect, it } from 'vitest';

/**
 * Whatever is taken out of the coverage of an example, a pair that is argued or dismissed or a kind of interaction, the
 * one finding that misses it appears, and no other about coverage. Examples that are added later are held to it too.
 */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asOf = '2026-11-23';

/** Folders below `examples` that hold a case: those with a `case.yaml`. */
const folders = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => posix.basename(path) === 'case.yaml')
  .map((path) => posix.dirname(path))
  .sort();

/** Rules whose findings say that a cell is not covered, or not as it says. */
const codes: ReadonlySet<string> = new Set<RuleCode>([
  'subsystem-not-covered',
  'interaction-not-covered',
  'subsystem-in-no-interaction',
  'dismissal-without-reason',
  'argued-and-dismissed',
  'argued-elsewhere',
  'argued-by-undeveloped',
]);

interface Read {
  readonly of: Case;
  readonly ranges: Ranges;
}

function read(files: readonly TextFile[]): Read {
  const { case: of, ranges, diagnostics } = parse(files);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { of, ranges };
}

function missing({ of, ranges }: Read): readonly string[] {
  return diagnose(of, ranges, { asOf })
    .filter(({ code }) => codes.has(code))
    .map(({ code, message }) => `${code}: ${message}`);
}

function added(before: readonly string[], after: readonly string[]): readonly string[] {
  return after.filter((one) => !before.includes(one));
}

/** The texts without these rows of their lists. */
function without(files: readonly TextFile[], rows: readonly { readonly origin: Origin }[]): readonly TextFile[] {
  // From the end, so that an index still means the same row.
  const last = [...rows].sort((a, b) => Number(b.origin.path.at(-1)) - Number(a.origin.path.at(-1)));
  return last.reduce<readonly TextFile[]>(
    (texts, { origin }) =>
      texts.map(({ path, text }) => {
        if (path !== origin.file) return { path, text };
        const document = openDocument(path, String(text));
        const result = edit(document, { kind: 'remove', path: origin.path });
        if (!result.ok) throw new Error(result.reason);
        return { path, text: applySplices(document.text, result.splices) };
      }),
    files,
  );
}

async function filesOf(folder: string): Promise<readonly TextFile[]> {
  const source = await readCaseFiles(join(root, 'examples', folder));
  const files: TextFile[] = source.files.map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }));
  for (const file of files) {
    for (const path of usedFiles(file)) {
      const more = files.some((one) => one.path === path) ? undefined : source.readFile(path);
      if (more?.ok) files.push({ path, text: new TextDecoder().decode(more.value) });
    }
  }
  return files;
}

it('looks at every example', () => {
  expect(folders).toEqual(expect.arrayContaining(['coding-agent', 'dialectic', 'minimal', 'modules', 'pattern']));
});

describe.each(folders)('%s', (folder) => {
  it('misses what is taken away, and nothing else', async () => {
    const files = await filesOf(folder);
    const whole = read(files);
    const { of } = whole;
    const before = missing(whole);
    const { subsystems, interactions } = coverage(of);
    let taken = 0;
    for (const { subsystem, outcome, state } of subsystems) {
      if (state.kind === 'hole') continue;
      const rows = of.dismissed.filter((row) => row.subsystem === subsystem && row.outcome === outcome);
      const { of: rest, ranges } = read(without(files, rows));
      // An outcome may be inherited from above, so it is taken off the element and not out of the text.
      const by = new Set(state.kind === 'argued' ? state.by : []);
      const elements = rest.elements.map((element) => {
        const { outcome: _, ...open } = element;
        return by.has(element.id) ? open : element;
      });
      expect(added(before, missing({ of: { ...rest, elements }, ranges }))).toEqual([
        `subsystem-not-covered: Whether subsystem ${subsystem} alone can cause outcome ${outcome} is neither argued nor dismissed`,
      ]);
      taken += 1;
    }
    for (const { kind, outcome, state } of interactions) {
      if (state.kind === 'hole') continue;
      const rows = of.interactions.filter((row) => row.kind === kind && row.outcome === outcome);
      expect(added(before, missing(read(without(files, rows))))).toEqual([
        `interaction-not-covered: Whether ${kind} can cause outcome ${outcome} is neither argued nor dismissed`,
      ]);
      taken += 1;
    }
    expect(taken).toBe([...subsystems, ...interactions].filter(({ state }) => state.kind !== 'hole').length);
    expect(taken > 0 || of.outcomes.length === 0).toBe(true);
  });
});
