import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

const own = fileURLToPath(new URL('../../../../docs/own-reader/', import.meta.url));

/** The case of the tests whose leaf rests on evidence, with other evidence. */
const resting = (evidence: string, requires: string) => {
  const text = cases.measured.slice(0, cases.measured.indexOf('evidence:\n'));
  return `${text.replace(/requires: \{[^}]*\}/, `requires: { ${requires} }`)}evidence:\n  trials:\n${evidence}`;
};

describe('a reader of one’s own', () => {
  const caseText = resting(
    `    source: attempts.log
    reader: attempts
    about: { model: Helper }
    collected: 2026-11-01
    measure: { kind: rate, success: score >= 1 }
`,
    'rate: "<= 0.9"',
  );
  const world = () => {
    const cwd = folderWith({ 'case.yaml': caseText });
    for (const file of ['attempts.mjs', 'attempts.log']) cpSync(join(own, file), join(cwd, file));
    return cwd;
  };

  test('is run only where the command line names it', async () => {
    const cwd = world();
    const without = await surety(['assess', '--json'], { cwd });
    expect(without.code).toBe(1);
    expect(without.out).toContain('there is no reader “attempts”');
    expect((await surety(['evidence', 'lock'], { cwd })).code).toBe(2);
    expect(existsSync(join(cwd, 'surety.lock'))).toBe(false);
    const args = ['--readers', 'attempts.mjs'];
    const named = await surety(['assess', '--json', ...args], { cwd });
    expect(named.out).toContain('read by a reader that is not part of Surety: attempts 1 (sha256:');
    expect(named.out).not.toContain('there is no reader');
    expect((await surety(['evidence', 'lock', ...args], { cwd })).code).toBe(0);
    expect((await surety(['evidence', 'verify', ...args], { cwd })).out).toBe('trials verified\n');
    expect((await surety(['evidence', 'verify'], { cwd })).code).toBe(1);
    const shown = await surety(['evidence', 'show', 'attempts.log', ...args], { cwd });
    expect(shown.out).toContain('  reader  attempts 1, ');
  });

  test('one that cannot be loaded ends the command', async () => {
    const cwd = world();
    const ran = await surety(['check', '--readers', 'none.mjs'], { cwd });
    expect(ran.code).toBe(2);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(/^surety: none\.mjs: the reader cannot be loaded: .*\n$/);
  });
});

describe('a fault tree as evidence', () => {
  const tree = `<opsa-mef><define-fault-tree name="t">
<define-gate name="top"><and><basic-event name="a"/><basic-event name="b"/></and></define-gate>
</define-fault-tree><model-data>
<define-basic-event name="a"><float value="0.01"/></define-basic-event>
<define-basic-event name="b"><float value="0.02"/></define-basic-event>
</model-data></opsa-mef>`;
  const source = `    source: tree.xml
    reader: open-psa
    top: top
    about: { model: Helper }
    collected: 2026-11-01
`;
  const doubts = async (text: string, xml = tree) => {
    const cwd = folderWith({ 'case.yaml': text, 'tree.xml': xml });
    const { out, err } = await surety(['assess', '--json'], { cwd });
    return { out, err, cwd };
  };

  test('its top event is computed, compared and locked', async () => {
    const { out, cwd } = await doubts(resting(source, 'top: "<= 1e-3"'));
    expect(out).toContain('computed 0.0002');
    expect(out).toContain('nothing here tests them');
    expect((await surety(['evidence', 'lock'], { cwd })).code).toBe(0);
    expect((await surety(['evidence', 'verify'], { cwd })).out).toBe('trials verified\n');
    const failed = await doubts(resting(source, 'top: "<= 1e-4"'));
    expect(failed.out).toContain('does not meet top <= 0.0001');
  });

  test('a quantity takes its probability', async () => {
    const text = resting(source, 'top: "<= 1e-3"')
      .replace(/evidence: trials\s+requires: \{[^}]*\}/, 'doubt: p')
      .replace(/evidence: trials, requires: \{[^}]*\}/, 'doubt: p');
    const { out } = await doubts(`${text}quantities:\n  p: { evidence: trials, unit: probability per window }\n`);
    const leaf = JSON.parse(out).leaves.find(({ id }: { id: string }) => id === 'Sn1');
    expect(leaf.doubt.mean).toBeCloseTo(0.0002, 12);
  });

  test('an event of it that is an element may not be likelier than the tree says, also by the lock file', async () => {
    const mapped = (doubt: number) =>
      `${resting(`${source}    map: { a: A9 }\n`, 'top: "<= 1e-3"')}assumptions:\n  A9: { text: The pump runs, doubt: ${doubt} }\n`;
    const blocking = (out: string) =>
      JSON.parse(out)
        .outcomes[0].reasons.filter(({ blocks }: { blocks: boolean }) => blocks)
        .map(({ text }: { text: string }) => text);
    const { out, cwd } = await doubts(mapped(0.01));
    expect(out).toContain('computed 0.0002');
    expect(blocking(out)).toEqual([]);
    const said =
      'Evidence trials: the basic event a has a probability of 0.01 in the tree, and A9, which it is, a doubt of 0.05';
    expect(blocking((await doubts(mapped(0.05))).out)).toEqual([said]);
    expect((await surety(['evidence', 'lock'], { cwd })).code).toBe(0);
    rmSync(join(cwd, 'tree.xml'));
    expect(blocking((await surety(['assess', '--json'], { cwd })).out)).toEqual([]);
    writeFileSync(join(cwd, 'case.yaml'), mapped(0.05));
    expect(blocking((await surety(['assess', '--json'], { cwd })).out)).toEqual([said]);
  });

  test('one that is wrong says where', async () => {
    const { out } = await doubts(resting(source, 'top: "<= 1e-3"'), tree.replace('event name="b"/', 'event name="x"/'));
    expect(out).toMatch(/tree.xml:\d+:\d+: the (?:basic-)?event “x” is not defined/);
  });
});
