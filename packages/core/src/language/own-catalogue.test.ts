import { describe, expect, it } from 'vitest';
import { blockOf, builtInCatalogue } from '../catalogue/index.js';
import { openDocument } from './document.js';
import { rename } from './edit/index.js';
import { parse, usedFiles } from './parse.js';

const caseText = `surety: 1
case: { id: x, title: X, catalogue: ours.yaml }
argument: { G1: { text: All is well, undeveloped: true } }
`;

function read(catalogue: string, text = caseText) {
  return parse([
    { path: 'case.yaml', text },
    { path: 'ours.yaml', text: catalogue },
  ]);
}

/** Findings as `file:line:column message hint`. */
function findings(catalogue: string): readonly string[] {
  return read(catalogue).diagnostics.map(
    ({ range, message, hint }) =>
      `${range.file}:${range.start.line}:${range.start.column} ${message}${hint === undefined ? '' : ` ${hint}`}`,
  );
}

const own = `surety-catalogue: 1
blocks:
  monitoring:
    strength: { value: moderate, because: Our red team got through, source: review of 2026 }
    scalability: not scalable
  formal-proof:
    title: Formal proof
    category: control
    short: proof
    idea: A property is proved of the code that stands between the system and the world.
    practicality: highly practical
    strength: { value: very strong, because: What is proved holds }
    scalability: very scalable
    needsResearch: false
    role: supporting
    parameters: { property: { text: What is proved?, example: no write without approval } }
    claim: "{system} cannot cause {outcome}, as {property} is proved"
    strategy: Argument by proof
    subclaims:
      model: { text: The model of the proof is the code }
      covers: { text: "{property} excludes {outcome}" }
    defeaters: [{ text: The compiler is wrong, against: model }]
outcomeClasses:
  outage: { title: Outage, text: The service is gone for a day }
  cbrn: { because: We add toxins }
interactionKinds:
  cascade: { text: One agent's error becomes the next one's input }
`;

describe('a catalogue file of one’s own', () => {
  it('replaces labels and adds entries, each said to be from the file', () => {
    const parsed = read(own);
    expect(parsed.diagnostics).toEqual([]);
    expect(parsed.case).not.toBeNull();
    const { catalogue } = parsed;
    const monitoring = blockOf(catalogue, 'monitoring')!;
    const before = blockOf(builtInCatalogue, 'monitoring')!;
    expect(monitoring.strength).toEqual({
      value: 'moderate',
      provenance: 'own file',
      source: 'ours.yaml: review of 2026',
      because: 'Our red team got through',
    });
    expect(monitoring.scalability).toEqual({ value: 'not scalable', provenance: 'own file', source: 'ours.yaml' });
    expect(monitoring.practicality).toBe(before.practicality);
    expect(monitoring.subclaims).toBe(before.subclaims);
    expect(blockOf(catalogue, 'formal-proof')).toMatchObject({
      short: 'proof',
      parameters: [{ name: 'property' }],
      subclaims: [
        { key: 'model', provenance: 'own file' },
        { key: 'covers', provenance: 'own file' },
      ],
      defeaters: [{ against: 'model', source: 'own file: ours.yaml' }],
    });
    expect(catalogue.blocks).toHaveLength(builtInCatalogue.blocks.length + 1);
    expect(catalogue.outcomeClasses.at(-1)).toMatchObject({ id: 'outage', text: { provenance: 'own file' } });
    expect(catalogue.interactionKinds.find(({ id }) => id === 'cascade')?.text.provenance).toBe('own file');
    expect(builtInCatalogue.blocks).not.toContain(monitoring);
  });

  it('is the built-in one where the case names none, and is never read as a part of the case', () => {
    const parsed = read(own, caseText.replace(', catalogue: ours.yaml', ''));
    expect(parsed.catalogue).toBe(builtInCatalogue);
    expect(parsed.diagnostics).toEqual([]);
  });

  it.each([
    ['blocks: { monitoring: { strength: strongish } }', ['ours.yaml:2:35 ']],
    ['blocks: { monitoring: { strenght: strong } }', ['ours.yaml:2:25 ']],
    ['blocks: { monitorin: { strength: strong } }', ['ours.yaml:2:11 `monitorin` is new']],
    ['outcomClasses: {}', ['ours.yaml:2:1 ']],
    [
      'interactionKinds: { cascad: { text: One after the other } }',
      ['ours.yaml:2:21 There is no kind of interaction `cascad`. Did you mean `cascade`?'],
    ],
    [
      'blocks: { monitoring: { claim: "Nothing of {sytem} happens" } }',
      ['ours.yaml:2:11 The block `monitoring` has no parameter `sytem`. Did you mean `system`?'],
    ],
    [
      'blocks: { monitoring: { defeaters: [{ text: No, against: trustd }] } }',
      ['ours.yaml:2:11 The block `monitoring` has no sub-claim `trustd`. Did you mean `trusted`?'],
    ],
    ['blocks: [', ['ours.yaml:3:1 ']],
  ])('%s is reported where it stands', (line, expected) => {
    const found = findings(`surety-catalogue: 1\n${line}\n`);
    expect(found).toHaveLength(expected.length);
    for (const [index, start] of expected.entries()) expect(found[index]).toContain(start);
  });

  it('holds no names of the case: a rename leaves it alone', () => {
    const documents = [openDocument('case.yaml', caseText), openDocument('ours.yaml', own)];
    // `blocks` is a key of the catalogue and no element.
    const renamed = rename(documents, 'G1', 'blocks', { kind: 'element' });
    expect(renamed).toMatchObject({ ok: false, reason: expect.not.stringContaining('exists') });
    expect(rename(documents, 'G1', 'G-blocks')).toMatchObject({ ok: true, splices: [{ file: 'case.yaml' }] });
    expect(rename(documents, 'monitoring', 'watching')).toMatchObject({ ok: false });
  });

  it('that is not there, or is no catalogue, is reported where it is named', () => {
    const [missing] = parse([{ path: 'case.yaml', text: caseText }]).diagnostics;
    expect(missing).toMatchObject({
      code: 'file-missing',
      range: { file: 'case.yaml', start: { line: 2, column: 37 } },
    });
    const [other] = read('policy: { inference: listed }\n').diagnostics;
    expect(other).toMatchObject({ code: 'wrong-type', hint: 'A catalogue starts with `surety-catalogue: 1`.' });
    expect(usedFiles({ path: 'a/case.yaml', text: caseText })).toEqual(['a/ours.yaml']);
  });

  it('tells once that a path leads out of the root', () => {
    const text = caseText.replace('ours.yaml', '../../ours.yaml');
    expect(parse([{ path: 'a/case.yaml', text }]).diagnostics.map(({ code }) => code)).toEqual(['file-outside-root']);
  });
});
