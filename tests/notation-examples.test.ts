import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Measures, Ranges } from '@surety/core/case';
import { type Assessment, assess } from '@surety/core/doubt';
import { parse } from '@surety/core/language';
import { diagnose } from '@surety/core/rules';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asOf = '2026-11-23';

interface Example {
  readonly of: Case;
  readonly ranges: Ranges;
  readonly measures: Measures;
  readonly assessment: Assessment;
  readonly readme: string;
}

async function open(name: string): Promise<Example> {
  const folder = join(root, 'examples', name);
  const { files } = await readCaseFiles(folder);
  const parsed = parse(files.map(({ path, bytes }) => ({ path, text: bytes })));
  if (parsed.case === null) throw new Error(parsed.diagnostics.map((one) => one.message).join('\n'));
  const { measures } = await measureAll(parsed.case, folder, {});
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  return {
    of: parsed.case,
    ranges: parsed.ranges,
    measures,
    assessment: assess(parsed.case, measures, { asOf }),
    readme,
  };
}

const codes = ({ of, ranges, measures }: Example) =>
  diagnose(of, ranges, { asOf, measures }).map(({ code, element }) => [code, element]);

/** The chance that at least one of these fails. */
const any = (...doubts: readonly number[]) => 1 - doubts.reduce((product, doubt) => product * (1 - doubt), 1);

function declared({ assessment }: Example): number {
  const doubt = assessment.outcomes[0]?.doubt?.declared;
  if (doubt === undefined || !('mean' in doubt)) throw new Error('The example has one outcome, with a number.');
  return doubt.mean;
}

describe('the example of modules', () => {
  it('has the number that follows by hand, the shared assumption counted once', async () => {
    const example = await open('modules');
    expect(codes(example)).toEqual([]);
    expect(example.assessment.outcomes.map(({ verdict }) => verdict)).toEqual(['supported']);
    const agent = any(1e-3, 5e-4, 5e-4);
    const contract = 5e-4;
    const gateway = any(4e-4, 1e-3);
    const watchdog = any(1e-3, 2e-3);
    // A1 of the gateway is cited by all three modules, and is one variable.
    const clocks = 6e-4;
    expect(declared(example)).toBeCloseTo(any(agent, contract, gateway, watchdog, clocks), 12);
    expect(example.readme).toContain('0.00748');
  });

  it('develops the need of the agent by the offer of the gateway', async () => {
    const { of } = await open('modules');
    const need = of.elements.find(({ id }) => id === 'G2@agent');
    expect(need?.supportedBy).toMatchObject([{ to: 'G1@approval', developedBy: 'approval' }]);
    expect(of.modules.map(({ name, contract }) => [name, contract])).toEqual([
      ['agent', false],
      ['approval', true],
      ['gateway', false],
      ['watchdog', false],
    ]);
  });
});

describe('the example of a pattern', () => {
  it('has the number that follows by hand', async () => {
    const example = await open('pattern');
    expect(codes(example)).toEqual([['no-assumptions', undefined]]);
    expect(example.assessment.outcomes.map(({ verdict }) => verdict)).toEqual(['supported']);
    const shell = any(1e-3, 1e-3, 1e-3, 2e-3);
    const browser = any(1e-3, 2e-3, 3e-3, 1e-3, 5e-4);
    expect(declared(example)).toBeCloseTo(any(1e-3, shell, browser), 12);
    expect(example.readme).toContain('0.0134');
  });

  it('makes an element for each channel, and what was kept', async () => {
    const { of } = await open('pattern');
    const made = of.elements.filter(({ instance }) => instance !== undefined).map(({ id }) => id);
    expect(made).toEqual([
      ...['G2.C1', 'G2.S1', 'G2.G2-network', 'G2.G2-files', 'G2.G3-network', 'G2.G3-files', 'G2.Sn1-network'],
      'G2.Sn1-files',
      ...['G3.C1', 'G3.S1', 'G3.G2-forms', 'G3.G2-downloads', 'G3.G4-forms', 'G3.G4-downloads', 'G3.Sn2-forms'],
      ...['G3.Sn2-downloads', 'G3.G5', 'G3.Sn3'],
    ]);
  });
});

describe('the example of a dialogue', () => {
  it('has the number that follows by hand', async () => {
    const example = await open('dialectic');
    expect(codes(example)).toEqual([['challenge-open', 'D2']]);
    expect(example.assessment.outcomes.map(({ verdict }) => verdict)).toEqual(['supported']);
    // D1 is right with 0.2, and then only its answer stands between it and Sn1: Sn6, 0.01.
    const mutation = any(2e-3, 3e-3, 0.2 * 1e-2, 1e-3);
    // D2 is open: right with 0.01, and then Sn3 says nothing for G3.
    const tampering = any(1e-3, 2e-3, 1e-2);
    // CG1 and D3 were accepted: of three legs one is left.
    const read = 1e-2 * 1 * 1;
    // The step to G1 has ACP1 with G6 for it, the step to G2 ACP2 with G7.
    const confidence = any(2e-3, 1e-3);
    expect(declared(example)).toBeCloseTo(any(2e-3, 1e-3, mutation, tampering, read, confidence), 12);
    expect(example.readme).toContain('0.0364');
  });
});
