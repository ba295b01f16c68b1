import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case } from '@surety/core/case';
import { type DiagramOptions, drawDiagram } from '@surety/core/diagram';
import { diffCases, marksOf } from '@surety/core/diff';
import { type Assessment, assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asOf = '2026-11-23';

interface Opened {
  readonly of: Case;
  readonly assessment: Assessment;
}

const opened = new Map<string, Promise<Opened>>();

function example(name: string): Promise<Opened> {
  const known = opened.get(name) ?? open(name);
  opened.set(name, known);
  return known;
}

async function open(name: string): Promise<Opened> {
  const folder = join(root, 'examples', name);
  const { files } = await readCaseFiles(folder);
  const parsed = parse(files.map(({ path, bytes }) => ({ path, text: bytes })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map((one) => one.message).join('\n'));
  const { measures } = await measureAll(parsed.case, folder, {});
  return { of: parsed.case, assessment: assess(parsed.case, measures, { asOf }) };
}

interface Picture {
  readonly example: string;
  readonly file: string;
  readonly options: DiagramOptions;
  /** Whether the case is assessed, and what is shown of it. */
  readonly assessed?: 'with doubts' | 'without doubts';
}

const facts = ['owner', 'inference', 'doubt', 'evidence', 'holdsUntil'];
const others = ['gateway', 'watchdog', 'approval'];

/** Pictures of the manual. */
const pictures: readonly Picture[] = [
  { example: 'coding-agent', file: 'coding-agent', options: { depth: 3 } },
  {
    example: 'coding-agent',
    file: 'coding-agent-exfiltration',
    options: { outcome: 'exfiltration' },
    assessed: 'with doubts',
  },
  { example: 'coding-agent', file: 'coding-agent-sabotage', options: { outcome: 'sabotage' }, assessed: 'with doubts' },
  {
    example: 'coding-agent',
    file: 'coding-agent-destruction',
    options: { outcome: 'destruction' },
    assessed: 'with doubts',
  },
  {
    example: 'coding-agent',
    file: 'cut-set',
    options: { outcome: 'destruction', cutSet: { outcome: 'destruction', rank: 2 } },
    assessed: 'without doubts',
  },
  {
    example: 'coding-agent',
    file: 'path-set',
    options: { outcome: 'exfiltration', pathSet: 'exfiltration' },
    assessed: 'without doubts',
  },
  {
    example: 'coding-agent',
    file: 'layers',
    options: { root: 'G-exfil-unable', layers: facts, collapse: ['G-exfil-elicited'] },
    assessed: 'with doubts',
  },
  {
    example: 'coding-agent',
    file: 'mask',
    options: { outcome: 'destruction', mask: ['G-destr-together'], collapse: ['G-destr-cascade'] },
  },
  { example: 'modules', file: 'modules', options: {} },
  { example: 'modules', file: 'modules-agent', options: { view: { module: 'agent' } } },
  { example: 'modules', file: 'modules-approval', options: { view: { module: 'approval' } } },
  { example: 'modules', file: 'modules-architecture', options: { view: 'architecture' } },
  { example: 'modules', file: 'modules-masked', options: { mask: others, outcome: 'unapproved' } },
  { example: 'pattern', file: 'pattern', options: { view: { pattern: 'bounded-tool' } } },
  { example: 'pattern', file: 'pattern-used', options: { outcome: 'escape' } },
  { example: 'dialectic', file: 'dialectic', options: {} },
];

/** The text of the dialogue before its first challenge was answered, and before anybody looked at the lists. */
function earlier(text: string): string {
  return text
    .replace('status: answered\n    answeredBy: G5', 'status: open')
    .replace(/ {2}G5: .*\n {2}Sn6: .*\n/, '')
    .replace(/ {2}CG1:\n(?: {4}.*\n)*/, '')
    .replace(/ {2}CSn1: .*\n/, '')
    .replace('Logs of 900 runs', 'Logs of 600 runs')
    .replace('supportedBy: [G2, G3, G4]', 'supportedBy: [G2, G3, G4, G8]')
    .replace('  G2:\n', '  G8: { text: Coverage does not fall, undeveloped: true }\n  G2:\n');
}

function caseOf(text: string): Case {
  const parsed = parse([{ path: 'case.yaml', text }]);
  if (parsed.case === null) throw new Error(parsed.diagnostics.map((one) => one.message).join('\n'));
  return parsed.case;
}

describe('pictures of the examples', () => {
  it('a comparison', async () => {
    const text = readFileSync(join(root, 'examples/dialectic/case.yaml'), 'utf8');
    const [before, after] = [caseOf(earlier(text)), caseOf(text)];
    const svg = drawDiagram(after, { diff: marksOf(before, after, diffCases(before, after)), outcome: 'weakened' });
    await expect(svg).toMatchFileSnapshot('../docs/images/diagrams/comparison.svg');
  });

  // Drawn anew by `npx vitest run tests/pictures.test.ts -u`; look at them before they are committed.
  it.each(pictures)('$file', async ({ example: name, file, options, assessed }) => {
    const { of, assessment } = await example(name);
    const seen = assessed === undefined ? {} : { assessment, doubts: assessed === 'with doubts' };
    await expect(drawDiagram(of, { ...options, ...seen })).toMatchFileSnapshot(`../docs/images/diagrams/${file}.svg`);
  });
});
