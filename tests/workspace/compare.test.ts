import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { axeFindings, canBrowse, expectNoSidewaysScroll, open, suiteOf } from './open.testing.js';

const first = `surety: 1
case: { id: small, title: A small case, status: draft }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.01, per: window }, claim: G1 }
argument:
  G1: { text: It holds, supportedBy: [G2, G3], inference: { elicited: 0, by: A, because: it restates } }
  G2: { text: It cannot, doubt: { elicited: 0.002, by: A, because: tried } }
  G3: { text: Nobody lets it, doubt: { elicited: 0.001, by: A, because: asked } }
`;
const second = first.replace('elicited: 0.002', 'elicited: 0.02').replace('Nobody lets it', 'Nobody would let it');

describe.skipIf(!canBrowse)('the compare view', () => {
  const own = suiteOf({ files: { 'case.yaml': first } }, (served) => {
    const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: served.folder });
    git('tag', 'v1');
    served.write('case.yaml', second);
    git('commit', '-qam', 'Second');
  });

  it('says what changed between two commits, in words, in the argument and in the text, and what that did', async () => {
    const { page, goTo, troubles } = await open(own.browser, own.served);
    await goTo('/compare?from=v1&to=HEAD');
    const verdicts = page.getByRole('region', { name: 'What it did to the verdicts' });
    await verdicts.getByText('breach').first().waitFor();
    // The same numbers as the command gives for the same two states.
    const said = JSON.parse(
      execFileSync(
        process.execPath,
        [
          'packages/cli/bin/surety.js',
          'diff',
          'v1',
          'HEAD',
          '--case',
          own.served.folder,
          '--as-of',
          '2026-11-28',
          '--json',
        ],
        {
          encoding: 'utf8',
          env: { ...process.env, GIT_DIR: `${own.served.folder}/.git`, GIT_WORK_TREE: own.served.folder },
        },
      ),
    );
    const [outcome] = said.assessments.outcomes;
    expect(outcome.verdict).toBe('worse');
    expect(await verdicts.innerText()).toContain(outcome.sentence);
    const changes = page.getByRole('region', { name: 'What changed in the case' });
    await changes.locator('ins', { hasText: 'would let' }).waitFor();
    const picture = page.getByRole('img', { name: /Both states in one argument/ });
    expect(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
    ).toBeGreaterThan(100);
    await page.locator('.cm-changedText').first().waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('compares what is typed with the last commit, and finds no difference where there is none', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/compare');
    await page.getByText('The two say the same.').waitFor();
    own.served.write('case.yaml', second.replace('It cannot', 'It can not'));
    await page.locator('ins', { hasText: 'can not' }).first().waitFor();
    own.served.write('case.yaml', second);
    await page.getByText('The two say the same.').waitFor();
    await page.context().close();
  });

  it('says why there is no such revision', async () => {
    const { page, goTo } = await open(own.browser, own.served);
    await goTo('/compare?from=nowhere');
    await page.getByText('These two cannot be compared').waitFor();
    await expect.poll(() => page.getByRole('main').innerText()).toMatch(/nowhere/);
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, and fits 390 px', async (colorScheme) => {
    for (const width of [1440, 390]) {
      const { page, goTo } = await open(own.browser, own.served, { colorScheme, viewport: { width, height: 844 } });
      await goTo('/compare?from=v1');
      await page.getByRole('region', { name: 'In the text' }).locator('.cm-content').first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.context().close();
    }
  });
});
