import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment } from '@surety/core/doubt';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asOf,
  axeFindings,
  canBrowse,
  clear,
  expectNoSidewaysScroll,
  launch,
  open,
  root,
  type Served,
  serve,
} from './open.testing.js';

const dropped: string[] = [];
const script = '<img src=x onerror="window.ran = true"><script>window.ran = true</script>';
const text = `surety: 1
case: { id: small, title: A small case, status: draft }
decision: { question: Ship it?, window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 5000 } }
outcomes:
  breach: { text: It breaks, threshold: { probability: 0.2, per: window }, claim: G1 }
system: { agent: { kind: model, model: { name: Helper, version: "3" } } }
argument:
  G1: { text: It holds, supportedBy: [Sn1, Sn2, Sn3], inference: { elicited: 0, by: A, because: it restates } }
  Sn1: { text: Tried, evidence: tried, requires: { rate: "<= 0.2", margin: 2, because: others may try harder } }
  Sn2: { text: Tried once, evidence: old, requires: { rate: "<= 0.5" } }
  Sn3: { text: Tried elsewhere, evidence: gone, requires: { rate: "<= 0.5" } }
  G9: { text: Not argued yet, undeveloped: true }
evidence:
  tried: { source: tried.json, collected: 2026-11-01, expires: 2027-06-01, measure: { kind: rate, success: score >= 1 } }
  old: { source: old.csv, collected: 2025-01-01, expires: 2026-01-01, measure: { kind: rate, success: bad >= 1 } }
  # Nobody has it any more.
  gone: { source: gone.csv, measure: { kind: rate, success: bad >= 1 } }
`;
const samples = Array.from({ length: 60 }, (_, at) => ({
  id: `s-${at}`,
  epoch: 1,
  input: `Task ${at} ${script}`,
  target: 'a',
  metadata: {},
  scores: { harm: { value: at < 2 ? 1 : 0 } },
  output: { model: 'p/m', choices: [{ message: { role: 'assistant', content: `Answer ${at} ${script}` } }] },
}));
const log = {
  version: 2,
  status: 'success',
  eval: { run_id: 'r', created: '2026-10-02T03:04:05+02:00', task: 't', task_id: 'i', model: 'p/m', dataset: {} },
  plan: { name: 'plan', steps: [], config: {} },
  stats: { started_at: '', completed_at: '', model_usage: {} },
  results: { total_samples: 60, completed_samples: 60, scores: [] },
  samples,
};
const csv = (rows: number, bad: number) =>
  `sample,bad\n${Array.from({ length: rows }, (_, at) => `t-${at},${at < bad ? 1 : 0}\n`).join('')}`;

describe.skipIf(!canBrowse)('the evidence view', () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
    const files = { 'case.yaml': text, 'tried.json': JSON.stringify(log), 'old.csv': csv(40, 1) };
    served = await serve({ files });
  });
  afterAll(async () => {
    for (const folder of dropped) rmSync(folder, { recursive: true, force: true });
    await browser?.close();
    await clear(served);
  });

  /** What the command says of the folder as it is. */
  function assessed(): Assessment {
    const args = ['packages/cli/bin/surety.js', 'assess', served.folder, '--as-of', asOf, '--json'];
    try {
      return JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
    } catch (error) {
      // Status 1: the verdict is another one than supported.
      return JSON.parse((error as { readonly stdout: string }).stdout);
    }
  }

  it('has the states, the counts and the doubts that the command has', async () => {
    const { page, goTo, troubles } = await open(browser, served);
    await goTo('/evidence');
    const said = assessed();
    const table = page.getByRole('table', { name: 'Evidence of the case' });
    for (const { id, states, counts } of said.evidence) {
      const row = table.getByRole('row').filter({ has: page.getByRole('link', { name: id, exact: true }) });
      const cells = await row.getByRole('cell').allInnerTexts();
      for (const { state } of states) expect(cells[1]).toContain(state);
      // Below the counts stands which event is counted.
      const [counted, ...event] = cells[2]!.split('\n');
      expect(counted).toBe(counts ?? 'nothing was counted');
      expect(event.join(' ')).toContain(id === 'tried' ? 'score >= 1' : 'bad >= 1');
    }
    expect(said.evidence.map(({ states }) => states.map(({ state }) => state))).toEqual([
      ['fresh'],
      ['fresh', 'stale'],
      ['missing'],
    ]);
    await table.getByRole('button', { name: 'Expires' }).click();
    await expect
      .poll(() => table.getByRole('row').allInnerTexts())
      .toEqual(
        [expect.anything(), /^old/, /^tried/, /^gone/].map((one) =>
          expect.toSatisfy((row) => (one instanceof RegExp ? one.test(row) : true)),
        ),
      );
    await table.getByRole('link', { name: 'tried' }).click();
    const leaf = said.leaves.find(({ id }) => id === 'Sn1')!;
    const requires = page.getByRole('region', { name: 'What Sn1 requires' });
    await requires.waitFor();
    const words = await requires.innerText();
    expect(words).toContain(leaf.formula!);
    expect(words).toContain('rate <= 0.2 with a margin of 2, that is rate <= 0.1');
    const { mean } = leaf.doubt as { readonly mean: number };
    expect(Number(/Doubt that it is met: (\S+)/.exec(words)![1])).toBeCloseTo(mean, 3);
    await requires.getByRole('img', { name: /Posterior of what was measured.*Required is at most 0\.1/ }).waitFor();
    const [piece] = said.evidence;
    const shown = await page.getByRole('main').innerText();
    for (const { text: unproved } of piece!.unproved) expect(shown).toContain(unproved);
    expect(shown).toContain(piece!.digests[0]!);
    await goTo('/evidence?at=gone');
    for (const { text: why } of said.evidence[2]!.states)
      expect(await page.getByRole('main').innerText()).toContain(why);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('reads the same trials for the same seed, and their texts as text', async () => {
    const { page, goTo, troubles } = await open(browser, served);
    await goTo('/evidence?at=tried');
    const read = async () => {
      await page.getByRole('button', { name: 'Read five at random' }).click();
      await page.locator('.ev-message').first().waitFor();
      return page.locator('.ev-trials').innerText();
    };
    const first = await read();
    expect(first.match(/^s-\d+/gm)).toHaveLength(5);
    expect(first).toContain(script);
    await page.getByRole('button', { name: 'Five others' }).click();
    await page.getByText('drawn with the seed 2').waitFor();
    expect(await page.locator('.ev-trials').innerText()).not.toBe(first);
    await page.reload();
    expect(await read()).toBe(first);
    expect(await page.locator('.ev-trials img, .ev-trials script').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('takes a log that is dropped: the file as it is, and exactly one entry more in the text', async () => {
    const { page, goTo } = await open(browser, served);
    await goTo('/evidence');
    await drop(page, 'New run.csv', csv(200, 1));
    const dialog = page.getByRole('dialog', { name: 'Attach New run.csv' });
    await dialog.getByLabel('Event to count').fill('bad >= 1');
    await dialog.getByLabel('About').selectOption('agent');
    await dialog.getByLabel('Collected on').fill('2026-11-20');
    await dialog.getByRole('combobox', { name: 'Cited by' }).fill('G9');
    await page.getByRole('option', { name: 'G9' }).click();
    await dialog.getByLabel('What G9 requires').fill('<= 0.1');
    await dialog.getByRole('button', { name: 'Attach' }).click();
    await page.getByText('recognised by the reader csv').waitFor();
    await page.getByRole('heading', { name: 'Evidence New-run' }).waitFor();
    expect(readFileSync(join(served.folder, 'New-run.csv'), 'utf8')).toBe(csv(200, 1));
    const cited = text.replace(
      'G9: { text: Not argued yet, undeveloped: true }',
      'G9: { text: Not argued yet, evidence: New-run, requires: { rate: <= 0.1 } }',
    );
    const expected = `${cited}  New-run:
    source: New-run.csv
    about: { subsystem: agent }
    collected: 2026-11-20
    measure: { kind: rate, success: bad >= 1 }
`;
    await expect.poll(() => served.read('case.yaml')).toBe(expected);
    await page
      .getByRole('region', { name: 'What G9 requires' })
      .getByText('P(at most 1 of 200 | 0.1)')
      .first()
      .waitFor();
    // One step, taken back as one; the file stays.
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(text);
    expect(existsSync(join(served.folder, 'New-run.csv'))).toBe(true);
    await page.context().close();
  });

  it('offers every kind of measure that fits the file, and states the chosen one', async () => {
    const { page, goTo } = await open(browser, served);
    await goTo('/evidence');
    await drop(page, 'credit.csv', 'sample,credit,task\n1,0.5,a\n2,0,b\n3,0.25,c\n');
    const dialog = page.getByRole('dialog', { name: 'Attach credit.csv' });
    const kinds = dialog.getByLabel('What is measured');
    await expect.poll(() => kinds.locator('option').count()).toBe(10);
    await kinds.selectOption('Mean of a score');
    await dialog.getByLabel('The number of a trial').fill('credit');
    await dialog.getByLabel('Its range').fill('0, 1');
    await dialog.getByRole('combobox', { name: 'Cited by' }).fill('G9');
    await page.getByRole('option', { name: 'G9' }).click();
    await dialog.getByLabel('What G9 requires of the mean').fill('<= 0.9');
    await dialog.getByRole('button', { name: 'Attach' }).click();
    const cited = text.replace(
      'G9: { text: Not argued yet, undeveloped: true }',
      'G9: { text: Not argued yet, evidence: credit, requires: { mean: <= 0.9 } }',
    );
    const expected = `${cited}  credit:
    source: credit.csv
    measure: { kind: mean, value: credit, range: [0, 1] }
`;
    await expect.poll(() => served.read('case.yaml')).toBe(expected);
    await page.getByRole('region', { name: 'What G9 requires' }).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(text);

    // A fault tree is a model, and not a log of trials.
    await goTo('/evidence');
    await drop(
      page,
      'tree.xml',
      '<?xml version="1.0"?><opsa-mef><define-fault-tree name="f"><define-gate name="top"><or><basic-event name="a"/><basic-event name="b"/></or></define-gate><define-basic-event name="a"><float value="0.01"/></define-basic-event><define-basic-event name="b"><float value="0.02"/></define-basic-event></define-fault-tree></opsa-mef>',
    );
    const tree = page.getByRole('dialog', { name: 'Attach tree.xml' });
    await expect
      .poll(() => tree.getByLabel('What is measured').locator('option').allInnerTexts())
      .toEqual(['Top event of a fault tree']);
    await tree.getByLabel('Top event', { exact: true }).fill('top');
    await tree.getByRole('button', { name: 'Attach' }).click();
    await page.getByText('recognised by the reader open-psa').waitFor();
    await expect
      .poll(() => served.read('case.yaml'))
      .toBe(`${text}  tree:\n    source: tree.xml\n    measure: { kind: fault tree }\n    top: top\n`);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => served.read('case.yaml')).toBe(text);
    await page.context().close();
  });

  it('refuses in a sentence, and stores nothing that could not be stated', async () => {
    const { page, goTo } = await open(browser, served);
    await goTo('/evidence');
    await drop(page, 'other.csv', csv(3, 0));
    const dialog = page.getByRole('dialog', { name: 'Attach other.csv' });
    await dialog.getByLabel('Name of the evidence').fill('tried');
    await dialog.getByRole('button', { name: 'Attach' }).click();
    await dialog.getByRole('alert').getByText('Tried exists already.', { exact: false }).waitFor();
    expect(existsSync(join(served.folder, 'other.csv'))).toBe(false);
    await dialog.getByLabel('Name of the evidence').fill('another');
    await dialog.getByLabel('Kept as').fill('old.csv');
    await dialog.getByRole('button', { name: 'Attach' }).click();
    await dialog.getByText('old.csv is there already, and is not replaced.').waitFor();
    expect(served.read('case.yaml')).toBe(text);
    expect(served.read('old.csv')).toBe(csv(40, 1));
    await page.context().close();
  });

  it.each(['light', 'dark'] as const)('is clean by axe, %s, and fits 390 px', async (colorScheme) => {
    for (const width of [1440, 390]) {
      const { page, goTo } = await open(browser, served, { colorScheme, viewport: { width, height: 844 } });
      for (const path of ['/evidence', '/evidence?at=tried']) {
        await goTo(path);
        expect(await axeFindings(page)).toEqual([]);
        await expectNoSidewaysScroll(page);
      }
      await page.context().close();
    }
  });
});

/** A file from the disk is let go over the place for it, as the system tells the browser. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'surety-dropped-'));
  const file = join(folder, name);
  writeFileSync(file, content);
  const zone = page.locator('.ev-drop');
  await zone.scrollIntoViewIfNeeded();
  const { x, y } = (await zone.boundingBox())!;
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: x + 8, y: y + 8, data });
  }
  // The page reads it when it is sent: it stays until the test ends.
  dropped.push(folder);
}
