import { describe, expect, it } from 'vitest';
import { canBrowse, open, suiteOf } from './open.testing.js';

const payload = `<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">[x](javascript:window.ran=1)`;
/** A text of a case, as YAML. */
const said = (what: string) => JSON.stringify(`${what} ${payload}`);

const text = `surety: 1
case: { id: inert, title: ${said('Title')}, status: in review, owner: ${said('owner')} }
decision:
  kind: external deployment
  question: ${said('Question')}
  options: [${said('option')}]
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 100 }
outcomes:
  harm:
    text: ${said('The harm')}
    severity: ${said('severe')}
    threshold: { probability: 0.01, per: window, approved: { by: ${said('board')}, date: 2026-11-01 } }
    claim: G1
system:
  agent: { kind: model, text: ${said('The agent')}, owner: ${said('owner')}, model: { name: ${said('name')}, version: ${said('1')} } }
  watchdog: { kind: monitor, text: ${said('The watchdog')}, watches: [agent] }
assumptions:
  A1: { text: ${said('Assumed')}, owner: ${said('owner')}, doubt: { elicited: 0.001, by: ${said('A')}, because: ${said('so')} } }
quantities:
  p: { between: [1e-4, 1e-3], unit: probability per window, because: ${said('guess')} }
argument:
  G1: { text: ${said('No harm')}, supportedBy: [S1], inContextOf: [C1, A1] }
  C1: { text: ${said('Context')} }
  S1: { text: ${said('Over both')}, supportedBy: [G2, G3], inference: { elicited: 0.001, by: ${said('B')}, because: ${said('it follows')} } }
  G2: { text: ${said('Not alone')}, subsystem: agent, outcome: harm, doubt: p }
  G3: { text: ${said('Not together')}, doubt: { elicited: 0.001, by: ${said('C')}, date: 2026-11-02, because: ${said('tried')} } }
  D1: { type: challenge, text: ${said('It may')}, challenges: G3, raisedBy: ${said('D')}, date: 2026-11-03, strength: { elicited: 0.1, because: ${said('seen')} } }
riskCases:
  harm: { claim: R1, argument: { R1: { text: ${said('It comes about')}, doubt: { elicited: 0.999, because: ${said('rare')} } } } }
interactions:
  - { kind: collusion, between: [agent, watchdog], outcome: harm, arguedBy: G3 }
  - { kind: cascade, outcome: harm, dismissed: ${said('One copy')} }
dismissed:
  - { subsystem: watchdog, outcome: harm, because: ${said('It only reads')} }
fmea:
  - { subsystem: agent, mode: ${said('Mode')}, cause: ${said('Cause')}, effect: ${said('Effect')}, outcome: harm, detection: ${said('Detection')}, arguedBy: G2 }
indicators:
  watch: { tests: A1, source: { prometheus: ${said('m')} }, breach: "> 0", every: 1h }
`;

const risk = ['cut-sets', 'path-set', 'importance', 'tornado', 'exceedance', 'coverage', 'macrosystem'];
const review = ['challenges', 'trial', 'sign-off', 'checklist', 'conditions', 'activity'];
const places = [
  ...['/', '/argument', '/argument?at=G3', '/argument?at=D1', '/text', '/what-if', '/evidence', '/compare', '/report'],
  ...risk.map((part) => `/risk?part=${part}`),
  ...review.map((part) => `/review?part=${part}`),
];

describe.skipIf(!canBrowse)('scripts in the texts of a case', () => {
  const own = suiteOf({ files: { 'case.yaml': text } });

  it('run in no view, and make no element of it', { timeout: 180_000 }, async () => {
    const { page, goTo, troubles } = await open(own.browser, own.served);
    await page.getByText('Question <img').first().waitFor();
    /** Where something of the texts stands; a few views have no part of this case, or have it in a frame. */
    const shown: string[] = [];
    for (const place of places) {
      await goTo(place);
      await page.waitForTimeout(700);
      if ((await page.locator('main').innerText()).includes('onerror')) shown.push(place);
      for (const frame of page.frames()) {
        expect(await frame.evaluate('window.ran'), place).toBe(undefined);
        expect(await frame.locator('img[src="x"], svg[onload], a[href^="javascript:"]').count(), place).toBe(0);
      }
    }
    expect(shown.length, shown.join(' ')).toBeGreaterThan(14);
    expect(troubles).toEqual([]);
  });
});
