import { describe, expect, test } from 'vitest';
import type { StepNumber } from '../case/index.js';
import { assess } from '../doubt/index.js';
import { parse } from '../language/index.js';
import { diagnose } from '../rules/index.js';
import { stepsOf } from './index.js';

const head = 'surety: 1\ncase: { id: tiny, title: Tiny }\n';

function read(body: string) {
  const { case: of, ranges, diagnostics } = parse([{ path: 'case.yaml', text: head + body }]);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { of, findings: diagnose(of, ranges, { asOf: '2026-11-23' }) };
}

/** Sections of a text that says something for every step; each with the step that has nothing without it. */
const sections: readonly (readonly [StepNumber, string])[] = [
  [1, 'decision: { question: Deploy?, window: { from: 2026-12-01, to: 2027-02-28 }, exposure: { tasks: 10 } }\n'],
  [
    2,
    'outcomes:\n  leak: { text: A leak, claim: G1, threshold: { probability: 1e-2, per: window, approved: { by: board, date: 2026-01-01 } } }\n',
  ],
  [3, 'assumptions:\n  A1: { text: The vault holds, owner: security, doubt: 1e-4 }\n'],
  [4, 'system:\n  coder: { kind: model, model: { name: C, version: "1" } }\n'],
];
const rest = `argument:
  G1: { text: No leak, supportedBy: [Sn1], inContextOf: [A1], subsystem: coder, outcome: leak }
  Sn1: { text: Tests, doubt: 1e-3 }
interactions:
${['collusion', 'correlated failure', 'cascade', 'monitor subversion', 'human manipulation', 'collective strategy']
  .map((kind) => `  - { kind: ${kind}, outcome: leak, dismissed: There is one instance }\n`)
  .join('')}`;
const whole = sections.map(([, text]) => text).join('') + rest;

describe('the six steps of a case', () => {
  test('have the titles of the paper, and say where each thing that is asked is from', () => {
    const { of, findings } = read(whole);
    const { steps } = stepsOf(of, findings);
    expect(steps.map(({ number, title }) => [number, title.value, title.provenance])).toEqual([
      [1, 'Define the AI macrosystem and deployment decision', 'from the paper'],
      [2, 'Specify unacceptable outcomes', 'from the paper'],
      [3, 'Justify deployment assumptions', 'from the paper'],
      [4, 'Decompose the macrosystem into subsystems', 'from the paper'],
      [5, 'Assess subsystem risk', 'from the paper'],
      [6, 'Assess macrosystem risk', 'from the paper'],
    ]);
    for (const { asks } of steps) {
      expect(new Set(asks.map(({ provenance }) => provenance))).toEqual(new Set(['from the paper', 'reconstruction']));
    }
  });

  test('miss no finding: each is in one step or elsewhere', () => {
    const { of, findings } = read(whole);
    const { steps, elsewhere } = stepsOf(of, findings);
    const shown = [...steps.flatMap(({ missing }) => missing), ...elsewhere];
    expect(shown).toHaveLength(findings.length);
    expect(new Set(shown)).toEqual(new Set(findings));
  });

  test.each(sections)('say nothing for step %i without its section, and that is a finding with an edit', (number) => {
    const text = sections.filter(([one]) => one !== number).map(([, section]) => section);
    const { of, findings } = read(text.join('') + rest.replace(number === 3 ? ', inContextOf: [A1]' : '', ''));
    const step = stepsOf(of, findings).steps[number - 1]!;
    expect(step.state).toBe('nothing said');
    expect(step.missing).not.toEqual([]);
    const next = step.missing.find(({ draft }) => draft !== undefined);
    expect(next).toBeDefined();
  });

  test('cannot be skipped: an empty case has a finding for each of them', () => {
    const { of, findings } = read('');
    for (const { state, missing } of stepsOf(of, findings).steps) {
      expect(state).toBe('nothing said');
      expect(missing).not.toEqual([]);
    }
  });

  test('are done where the rules miss nothing', () => {
    const { of, findings } = read(whole);
    const { steps } = stepsOf(of, findings);
    expect(steps.filter(({ state }) => state === 'done').map(({ number }) => number)).toEqual([1, 4, 6]);
    expect(steps.filter(({ next }) => next !== undefined).map(({ state }) => state)).toEqual(Array(3).fill('findings'));
  });

  test('put what blocks the verdict first', () => {
    const { of, findings } = read(
      whole
        .replace('supportedBy: [Sn1]', 'supportedBy: [Sn1, G2]')
        .replace('  Sn1: {', '  G2: { text: Nobody looked, undeveloped: true }\n  Sn1: {'),
    );
    const assessment = assess(of, {}, { asOf: '2026-11-23', seed: 1 });
    expect(stepsOf(of, findings, assessment).steps[4]!.missing[0]).toMatchObject({
      code: 'undeveloped',
      element: 'G2',
    });
  });
});

describe('a decision to train further', () => {
  const training = (exposure: string) =>
    read(`decision: { kind: train, question: Go on?, window: { from: 2026-12-01, to: 2026-12-31 }${exposure} }\n`);

  test('asks what training is exposed to, and says what each step means there', () => {
    const { of, findings } = training('');
    const { steps } = stepsOf(of, findings);
    expect(steps[0]!.missing[0]).toMatchObject({ code: 'no-exposure' });
    expect(steps[0]!.next?.writes.map(({ text }) => text)).toEqual([
      'decision:\n  exposure:\n    trainingSteps: 1000',
      'decision:\n  exposure:\n    internalUse: 1000',
    ]);
    for (const { asks } of steps) expect(asks.at(-1)).toMatchObject({ provenance: 'reconstruction' });
    const deployed = read('decision: { kind: continue }\n');
    const other = stepsOf(deployed.of, deployed.findings).steps;
    expect(steps.map(({ asks }, at) => asks.length - other[at]!.asks.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('is exposed by steps of training and internal use, not by tasks alone', () => {
    const codes = (exposure: string) => training(exposure).findings.map(({ code }) => code);
    expect(codes(', exposure: { tasks: 10 }')).toContain('no-exposure');
    expect(codes(', exposure: { trainingSteps: 10 }')).not.toContain('no-exposure');
    expect(codes(', exposure: { internalUse: 10 }')).not.toContain('no-exposure');
  });

  test('shows its exposure', () => {
    const { of, findings } = training(', exposure: { trainingSteps: 20000, internalUse: 5000 }');
    expect(stepsOf(of, findings).steps[0]!.there.slice(-2)).toEqual([
      'Steps of training in the window: 20,000.',
      'Internal uses in the window: 5,000.',
    ]);
  });
});
