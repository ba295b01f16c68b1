import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Measures, Ranges } from '@surety/core/case';
import { type Assessment, assess, type Doubts } from '@surety/core/doubt';
import { paintFigure, systemFigure, systemPicture } from '@surety/core/figure';
import { parse } from '@surety/core/language';
import { type Macrosystem, macrosystem, partInWords } from '@surety/core/macrosystem';
import { coverage, diagnose } from '@surety/core/rules';
import { betaFactorOr, betaFactorRareEvent, groupAllFail, independentAll, legsAllFail } from '@surety/core/statistics';
import { measureAll, readCaseFiles } from '@surety/evidence';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const asOf = '2026-11-23';

interface Example {
  readonly of: Case;
  readonly ranges: Ranges;
  readonly measures: Measures;
  readonly assessment: Assessment;
  readonly whole: Macrosystem;
}

const opened = new Map<string, Promise<Example>>();

/** An example as it stands, or with its text changed. */
function open(name: string, edit?: (text: string) => string): Promise<Example> {
  if (edit !== undefined) return read(name, edit);
  const known = opened.get(name) ?? read(name, (text) => text);
  opened.set(name, known);
  return known;
}

async function read(name: string, edit: (text: string) => string): Promise<Example> {
  const folder = join(root, 'examples', name);
  const { files } = await readCaseFiles(folder);
  const texts = files.map(({ path, bytes }) => ({ path, text: edit(new TextDecoder().decode(bytes)) }));
  const { case: of, ranges, diagnostics } = parse(texts);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const { measures, problems } = await measureAll(of, folder, {});
  expect(problems).toEqual([]);
  const assessment = assess(of, measures, { asOf });
  return { of, ranges, measures, assessment, whole: macrosystem(of, measures, { asOf }, assessment) };
}

/** The minimal sets of an outcome as words, with their numbers. */
function setsOf({ whole }: Example, outcome: string): readonly { readonly parts: string; readonly doubt: Doubts }[] {
  const { sets } = whole.outcomes.find((one) => one.outcome === outcome) ?? { sets: [] };
  return sets.map(({ parts, doubt }) => {
    if (doubt === undefined) throw new Error('the example has numbers');
    return { parts: parts.map(partInWords).join(' + '), doubt };
  });
}

function numbers({ declared, independent, bound }: Doubts): readonly number[] {
  return [declared, independent, bound].map((doubt) => ('mean' in doubt ? doubt.mean : Number.NaN));
}

const findings = ({ of, ranges, measures }: Pick<Example, 'of' | 'ranges' | 'measures'>) =>
  diagnose(of, ranges, { asOf, measures });

describe('the example of watchdogs', () => {
  it('has no finding but that nobody argues the other side', async () => {
    expect(findings(await open('watchdogs')).map(({ code }) => code)).toEqual([
      'risk-case-missing',
      'risk-case-missing',
    ]);
  });

  it('figure 8: the watchdog by itself brings the outcome about, given an agent and users that cannot be trusted', async () => {
    const { whole } = await open('watchdogs');
    expect(whole.outcomes[0]?.sets.map(({ parts, given }) => [parts.map(partInWords).join(), given.join()])).toEqual([
      ['watchdog', 'agent,users'],
      ['control of agent', 'agent,users'],
      ['the argument itself', ''],
    ]);
    const [watchdog] = setsOf(await open('watchdogs'), 'exfiltration');
    expect(numbers(watchdog!.doubt)[2]).toBeCloseTo(0.004 + 0.003 + 0.001 + 0.001, 12);
    expect(numbers(watchdog!.doubt)[0]).toBeCloseTo(1 - 0.996 * 0.997 * 0.999 * 0.999, 12);
  });

  it('figure 8: is an error where nobody argues that the watchdog can be trusted', async () => {
    const changed = await open('watchdogs', (text) =>
      text.replace(
        'category: trustworthiness\n    subsystem: watchdog\n    outcome: exfiltration',
        'subsystem: watchdog\n    outcome: exfiltration',
      ),
    );
    expect(findings(changed).map(({ code }) => code)).toContain('trusted-monitor-unargued');
  });

  const three = async (edit?: (text: string) => string) => {
    const sets = setsOf(await open('watchdogs', edit), 'backdoor');
    expect(sets.map(({ parts }) => parts)).toEqual(['agent + watchdog + reviewer']);
    return numbers(sets[0]!.doubt);
  };
  const legs = /combine: any\n {4}dependence:\n {6}beta: 0\.1\n {6}because: .*\n/;
  const toLegs = (words: string) => (text: string) => {
    expect(text).toMatch(legs);
    return text.replace(legs, words);
  };

  it('figure 9: three models, p = 0.01 each, with a tenth of their diversity worth nothing', async () => {
    const [declared, independent, bound] = await three();
    expect(declared).toBeCloseTo(0.0010009, 12);
    expect(declared).toBeCloseTo(legsAllFail(0.01, 3, 0.1), 14);
    expect(independent).toBeCloseTo(1e-6, 15);
    expect(independent).toBeCloseTo(independentAll(0.01, 3), 15);
    expect(bound).toBeCloseTo(0.01, 14);
  });

  it('figure 9: independence must be declared, with a reason, and is a thousand times better', async () => {
    const [declared] = await three(
      toLegs('combine: any\n    dependence: { independent: true, because: Nothing shared }\n'),
    );
    expect(declared).toBeCloseTo(1e-6, 15);
    const unreasoned = await open('watchdogs', toLegs('combine: any\n    dependence: { independent: true }\n'));
    const codes = findings(unreasoned).map(({ code }) => code);
    expect(codes).toContain('independence-unreasoned');
    const [silent] = await three(toLegs('combine: any\n'));
    expect(silent).toBeCloseTo(0.01, 14);
  });

  it('figure 9: as a group with a common cause, exact and beside the textbook forms', async () => {
    const group =
      '\ndependence:\n  - { name: same tuning, members: [G-agent, G-passes, G-reviewer], beta: 0.1, because: Same public text }\n';
    const [declared] = await three(
      (text) => toLegs('combine: any\n    dependence: { independent: true, because: See the group }\n')(text) + group,
    );
    expect(declared).toBeCloseTo(0.00100073046, 12);
    expect(declared).toBeCloseTo(groupAllFail(0.01, 3, 0.1), 14);
    expect(betaFactorRareEvent(0.01, 3, 0.1)).toBeCloseTo(0.001000729, 13);
    expect(betaFactorOr(0.01, 3, 0.1)).toBeCloseTo(0.001000728271, 14);
  });

  // Drawn anew by `npx vitest run tests/macrosystem-examples.test.ts -u`; look at them before they are committed.
  it.each(['exfiltration', 'backdoor'])('is drawn for %s', async (outcome) => {
    const { of, whole } = await open('watchdogs');
    const picture = systemPicture(
      of,
      whole.outcomes.find((one) => one.outcome === outcome),
    );
    await expect(paintFigure(systemFigure(picture))).toMatchFileSnapshot(
      `../docs/images/figures/watchdogs-${outcome}.svg`,
    );
  });

  it('tells in its README what it gives', async () => {
    const readme = readFileSync(join(root, 'examples/watchdogs/README.md'), 'utf8');
    for (const number of ['0.0010009', '0.00100073046', '0.001000729', '0.00897', '1e-6']) {
      expect(readme).toContain(number);
    }
  });
});

describe('the holistic example', () => {
  it('has the verdicts, and only the finding, that its README tells', async () => {
    const example = await open('holistic');
    const verdicts = example.assessment.outcomes.map(({ id, verdict, number }) => [
      id,
      verdict,
      number?.toPrecision(3),
    ]);
    expect(verdicts).toEqual([
      ['weapon', 'not supported', '0.0207'],
      ['unsafe-run', 'supported', '0.00692'],
    ]);
    expect(findings(example).map(({ code, element }) => [code, element])).toEqual([['challenge-open', 'D-new']]);
  });

  it('has every category, an argued or dismissed cell for every question, and a risk case for each outcome', async () => {
    const { of, assessment } = await open('holistic');
    const categories = new Set(of.elements.flatMap(({ category }) => category ?? []));
    expect([...categories].sort()).toEqual(['control', 'deference', 'inability', 'trustworthiness']);
    expect(assessment.riskCases.map(({ outcome }) => outcome)).toEqual(['weapon', 'unsafe-run']);
    expect(assessment.outcomes.flatMap(({ reasons }) => reasons.map(({ code }) => code))).not.toContain(
      'contradiction',
    );
  });

  it('is supported once the challenge is answered', async () => {
    const answered = await open('holistic', (text) =>
      text
        .replace(/(D-new:(?:\n {4}.*)*?\n {4}status: )open/, '$1answered\n    answeredBy: G-new')
        .replace(
          '  D-new:',
          '  G-new: { text: A second record is about new substances, subsystem: panel, doubt: 0.05 }\n  D-new:',
        ),
    );
    expect(answered.assessment.outcomes[0]).toMatchObject({ verdict: 'supported' });
    expect(answered.assessment.outcomes[0]?.number?.toPrecision(3)).toBe('0.0134');
  });

  it('tells who must misbehave together, and what its interactions are made of', async () => {
    const example = await open('holistic');
    const sets = setsOf(example, 'weapon').map(({ parts }) => parts);
    expect(sets).toEqual(expect.arrayContaining(['control of planner + panel', 'reader + panel', 'screener + reader']));
    for (const { sets: all } of example.whole.outcomes) {
      for (const { doubt } of all) {
        const [declared, independent, bound] = numbers(doubt!);
        expect(independent! <= declared! * (1 + 1e-12) && declared! <= bound! * (1 + 1e-12)).toBe(true);
      }
    }
    const cascade = example.whole.interactions.find(({ quantity }) => quantity === 'cascade');
    expect(cascade?.events.map(({ quantity }) => quantity)).toEqual(['first_bad', 'then_copied', 'then_unseen']);
  });

  it('is drawn', async () => {
    const { of, whole } = await open('holistic');
    const svg = paintFigure(systemFigure(systemPicture(of, whole.outcomes[0])));
    await expect(svg).toMatchFileSnapshot('../docs/images/figures/holistic-weapon.svg');
  });
});

describe.each(['watchdogs', 'holistic', 'coding-agent', 'control', 'misuse-safeguards', 'scheming-inability'])(
  'coverage of the example %s',
  (name) => {
    it('has no hole, and each entry that is taken out leaves exactly its own', async () => {
      const example = await open(name);
      const { of } = example;
      const uncovered = (changed: Case) =>
        findings({ ...example, of: changed })
          .filter(({ code }) => code === 'subsystem-not-covered' || code === 'interaction-not-covered')
          .map(({ message }) => message);
      expect(uncovered(of)).toEqual([]);
      const { subsystems, interactions } = coverage(of);
      for (const { kind, outcome } of interactions) {
        const kept = of.interactions.filter((one) => one.kind !== kind || one.outcome !== outcome);
        expect(uncovered({ ...of, interactions: kept })).toEqual([
          `Whether ${kind} can cause outcome ${outcome} is neither argued nor dismissed`,
        ]);
      }
      for (const { subsystem, outcome, state } of subsystems) {
        const dismissed = of.dismissed.filter((one) => one.subsystem !== subsystem || one.outcome !== outcome);
        const by = state.kind === 'argued' ? state.by : [];
        const elements = of.elements.map(({ outcome: named, ...rest }) =>
          named === undefined || by.includes(rest.id) ? rest : { ...rest, outcome: named },
        );
        const left = uncovered({ ...of, dismissed, elements });
        expect(left).toHaveLength(1);
        expect(left[0]).toContain(subsystem);
        expect(left[0]).toContain(outcome);
      }
    });
  },
);
