import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('explain', () => {
  test('the doubt of a challenge is its strength', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { code, out } = await surety(['explain', 'D1'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/^D1 \(challenge\): Scaffolds improved\n\n {2}declared doubt +0\.1\n/);
  });

  test('an id that is not there gives the nearest ones, however short', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    expect(await surety(['explain', 'G99'], { cwd })).toEqual({
      code: 2,
      out: '',
      err: 'surety: there is no element “G99”\n  Did you mean G1? There are also G2, G3, S1, Sn1 and 3 more.\n',
    });
  });

  test('an id that one module has needs no module', async () => {
    const module = (name: string, elements: string) => `module: { name: ${name} }\nargument:\n${elements}`;
    const cwd = folderWith({
      'case.yaml': cases.supported,
      'engine.yaml': module(
        'engine',
        '  G70: { text: The engine holds, doubt: 0.25, public: true }\n  G1: { text: Else, doubt: 0.5 }\n',
      ),
      'brake.yaml': module(
        'brake',
        '  G80: { text: The brake holds, doubt: 0.5 }\n  G81: { text: So does the other, doubt: 0.5 }\n',
      ),
      'other.yaml': module('other', '  G80: { text: Another brake, doubt: 0.5 }\n'),
    });
    expect((await surety(['explain', 'G70'], { cwd })).out).toContain('G70@engine (goal): The engine holds\n');
    expect((await surety(['explain', 'G1'], { cwd })).out).toContain('G1 (goal): No record leaks in the window\n');
    expect(await surety(['explain', 'G80'], { cwd })).toMatchObject({ code: 2 });
    const drawn = await surety(['diagram', '-o', '-', '--root', 'G81'], { cwd });
    expect(drawn.code).toBe(0);
    expect(drawn.out).toContain('So does the other');
  });

  test('shows leaf by leaf where the doubt comes from', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out } = await surety(['explain', 'G1'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('G1 (goal): No record leaks in the window\n');
    expect(out).toContain(`  Sn1: Tests of isolation
    67 % of the doubt, doubt 0.002
    from elicitation
    - 0.002, by Ben, 2026-11-17: 900 clean pairs
    G1 > G2 > Sn1
`);
  });

  test('evidence and its counting are named', async () => {
    const cwd = folderWith({ 'case.yaml': cases.measured, 'logs/trials.csv': cases.trials });
    const { out } = await surety(['explain', 'Sn1'], { cwd });
    expect(out).toContain('    from evidence against a requirement');
    expect(out).toContain('    - trials: 0 of 300; fresh; required rate <= 0.02, by Ben, 2026-11-10\n');
  });

  test('quantities are shown with what they are made of', async () => {
    const quantities =
      'quantities:\n  p: { between: [1e-5, 1e-4], unit: probability per attempt, because: Six tries }\n';
    const text = cases.supported
      .replace(/doubt: \{ elicited: 2e-3[^}]*\}/, 'doubt: uncaught')
      .concat(quantities, '  uncaught: 1 - (1 - p)^20\n');
    const { out } = await surety(['explain', 'Sn1'], {
      cwd: folderWith({ 'case.yaml': text.replace('unit: probability per attempt, ', '') }),
    });
    expect(out).toContain('    from a quantity\n    - quantity uncaught\n');
    expect(out).toMatch(/ {4}- uncaught = 1 - \(1 - p\)\^20, mean 8\.\d+e-4 \(90 % between /);
    expect(out).toMatch(/ {4}- p = 90 % between 1e-5 and 1e-4, mean .*: Six tries\n/);
  });

  test('an element below no outcome has a doubt of its own', async () => {
    const cwd = folderWith({
      'case.yaml': cases.supported.replace(
        'argument:\n',
        'argument:\n  G8: { text: Apart, supportedBy: [Sn1], public: true }\n',
      ),
    });
    const { out } = await surety(['explain', 'G8'], { cwd });
    expect(out).toContain('declared doubt         0.002\n');
  });

  test('context has nothing to doubt', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported });
    const { code, out } = await surety(['explain', 'C1'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('A context carries no truth value');
  });
});
