import { describe, expect, test } from 'vitest';
import { cases } from '../cases.testing.js';
import { folderWith, surety } from '../run.testing.js';

describe('outline', () => {
  test('draws the tree with doubts and marks; what is shared below is drawn once', async () => {
    const shared = cases.legs.replace(
      'G3: { text: It is caught, supportedBy: [Sn2]',
      'G3: { text: It is caught, supportedBy: [Sn2, G2]',
    );
    const cwd = folderWith({ 'case.yaml': shared });
    const { code, out } = await surety(['outline'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(`leak: A record leaks
G1 (0.104) No record leaks in the window
└ S1 (0.104) Two ways [any leg]
  ├ G2 (0.104) It cannot [challenged by D1]
  │ ├ A1 (0.001) The vault holds [context of the above]
  │ ├ D1 Scaffolds improved [open]
  │ └ Sn1 (0.004) Range
  └ G3 (0.109) It is caught
    ├ A1 (0.001) The vault holds [context of the above]
    ├ Sn2 (0.005) Red team
    └ G2 (0.104) [challenged by D1; see above]
`);
  });

  test('--depth says where it stops', async () => {
    const cwd = folderWith({ 'case.yaml': cases.legs });
    const { out } = await surety(['outline', '--depth', '1'], { cwd });
    expect(out).toContain('└ S1 (0.006) Two ways [any leg; more below]\n');
    expect(out).not.toContain('G2');
  });

  test('a circle is drawn, not walked for ever', async () => {
    const cwd = folderWith({ 'case.yaml': cases.supported.replace('supportedBy: [Sn1]', 'supportedBy: [Sn1, G1]') });
    const { code, out, err } = await surety(['outline'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('└ G1 [see above]\n');
    expect(err).toContain('No doubts are shown');
  });

  test('ten thousand levels are drawn, and explained', async () => {
    const levels = 10_000;
    const chain = Array.from(
      { length: levels },
      (_, at) => `  G${at + 2}: { text: Level ${at + 2}, supportedBy: [G${at + 3}] }\n`,
    );
    const foot = `  G${levels + 2}: { text: The foot, doubt: 0.002 }\n`;
    const cwd = folderWith({ 'case.yaml': cases.supported.replace(/ {2}G2:[\s\S]*$/, chain.join('') + foot) });
    const { code, out } = await surety(['outline'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(/\n10001 .*└ G10002 \(0\.002\) The foot\n$/);
    const explained = await surety(['explain', 'G1', '--json'], { cwd });
    const [leaf] = JSON.parse(explained.out).leaves;
    expect(leaf.path).toHaveLength(51);
    expect([leaf.path[0], leaf.path[25], leaf.path[50]]).toEqual(['G1', '…', 'G10002']);
  });
});
