import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const asOf = ['--as-of', '2026-11-23'];
const three = `surety: 1
case: { id: three, title: Three models }
outcomes:
  backdoor:
    text: A backdoor is merged
    threshold: { probability: 2e-3, per: window }
    claim: G1
system:
  agent: { kind: model, copies: 3, access: { write: [build] } }
  watchdog: { kind: monitor, watches: [agent] }
  build: { kind: infrastructure }
argument:
  G1: { text: No backdoor is merged, combine: any, dependence: { beta: 0.1, because: Same tuning }, supportedBy: [G2, G3] }
  G2: { text: The agent means well, subsystem: agent, doubt: 0.01 }
  G3: { text: The watchdog stops it, subsystem: watchdog, supportedBy: [Sn1, Sn2] }
  Sn1: { text: The watchdog sees it, doubt: 0.01 }
  Sn2: { text: Nothing goes round it, doubt: spreads }
quantities:
  first: { between: [1e-4, 1e-2], unit: probability per window }
  then: { beta: [2, 38] }
  spreads: first * then
interactions:
  - { kind: cascade, between: [agent, build], outcome: backdoor, arguedBy: G3, quantity: spreads }
  - { kind: collective strategy, outcome: backdoor, dismissed: Three copies, strategies: [influence], reasons: [shared-weights] }
`;

describe('macrosystem', () => {
  test('says what must go wrong together, and how interactions are settled', async () => {
    const cwd = folderWith({ 'case.yaml': three });
    const { code, out } = await surety(['macrosystem', ...asOf], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(`backdoor: A backdoor is merged
  What must go wrong together (1 minimal set)
      declared  independent  at most
  1.   0.00109      1.01e-4     0.01  agent and watchdog
       by G2, Sn1 and Sn2
  With everything that can fail, the doubt of G1 is 0.00109 as declared, 1.01e-4 if independent, and
  at most 0.01.
  Interactions
  - argued cascade of agent and build by G3, doubt 0.0101; probability spreads (first 0.00266, then
    then 0.05)
  - dismissed collective strategy: Three copies; strategies: influence; reasons: shared-weights
  - hole collusion: neither argued nor dismissed
  - hole correlated failure: neither argued nor dismissed
  - hole monitor subversion: neither argued nor dismissed
  - hole human manipulation: neither argued nor dismissed
`);
  });

  test('draws the system, with or without the sets of an outcome', async () => {
    const cwd = folderWith({ 'case.yaml': three });
    const plain = await surety(['macrosystem', '-o', 'system.svg', ...asOf], { cwd });
    expect([plain.code, plain.err]).toEqual([0, 'Wrote system.svg\n']);
    const narrow = await surety(['macrosystem', '-o', '-', '--width', '390', ...asOf], { cwd });
    expect(narrow.out).toContain('width="390"');
    const tiny = await surety(['macrosystem', '-o', '-', '--width', '39', ...asOf], { cwd });
    expect([tiny.code, tiny.err]).toEqual([2, expect.stringContaining('Expected a whole number from 360 to 2000.')]);
    expect(plain.out).toMatch(/^backdoor: /);
    expect(readFileSync(join(cwd, 'system.svg'), 'utf8')).not.toContain('Set 1');
    const { out } = await surety(['macrosystem', '--outcome', 'backdoor', '-o', '-', '--no-font', ...asOf], { cwd });
    expect(out).toContain('Set 1: agent and watchdog: 0.00109 declared');
    expect(out).toContain('watchdog: monitor; watches agent; in set 1');
    expect(out).not.toContain('base64');
  });

  test('lists fewer sets where fewer are asked for', async () => {
    const two = three.replace('combine: any, dependence: { beta: 0.1, because: Same tuning }, ', '');
    const { out } = await surety(['macrosystem', '--top', '1', ...asOf], { cwd: folderWith({ 'case.yaml': two }) });
    expect(out).toContain('(2 minimal sets)');
    expect(out).toContain('  and 1 more (--top)\n');
  });

  test('refuses what it cannot do, and writes nothing then', async () => {
    const cwd = folderWith({ 'three/case.yaml': three, 'other/case.yaml': cases.legs });
    const refused = async (...argv: readonly string[]) => {
      const { code, out, err } = await surety(['macrosystem', ...argv, ...asOf], { cwd });
      expect([code, out]).toEqual([2, '']);
      return err;
    };
    expect(await refused('three', '--outcome', 'backdor')).toContain('Did you mean backdoor?');
    expect(await refused('three', '-o', 'system.png')).toContain('a picture ends in .svg');
    expect(existsSync(join(cwd, 'system.png'))).toBe(false);
    expect(await refused('other', '-o', 'system.svg')).toContain('the case lists no subsystem');
    expect(await refused('other', '-o', 'system.svg', '--outcome', 'leak')).toContain('no subsystem');
    expect(await refused('three', '-o', 'nowhere/system.svg')).toContain('nowhere/system.svg');
  });
});
