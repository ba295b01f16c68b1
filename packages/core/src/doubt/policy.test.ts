import { expect, test } from 'vitest';
import { parse } from '../language/index.js';
import { assess } from './index.js';

const text = (threshold: string, own = '') => `surety: 1
case: { id: tiny, title: Tiny, budget: { probability: 1e-2, per: window } }
policy: { extends: ours.yaml${own} }
outcomes:
  leak: { text: A leak, severity: grave, claim: G1, threshold: ${threshold} }
argument:
  G1: { text: No leak, doubt: 1e-5 }
`;
const ours = 'policy: { severities: { grave: { probability: 1e-3, per: window } }, inference: required }\n';

function verdictOf(threshold: string, { own = '', base = ours } = {}) {
  const files = [
    { path: 'case.yaml', text: text(threshold, own) },
    { path: 'ours.yaml', text: base },
  ];
  const { case: of, diagnostics } = parse(files);
  if (of === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const [outcome] = assess(of, {}, { asOf: '2026-11-23', seed: 1 }).outcomes;
  const blocks = outcome!.reasons.filter((reason) => reason.blocks).map((reason) => reason.text);
  return { verdict: outcome!.verdict, blocks, of };
}

test('a threshold within the policy of the organisation is as good as any', () => {
  expect(verdictOf('{ probability: 1e-3, per: window }')).toMatchObject({ verdict: 'supported', blocks: [] });
});

test('a threshold beyond it supports nothing, however small the doubt', () => {
  expect(verdictOf('{ probability: 2e-3, per: window }')).toMatchObject({
    verdict: 'not supported',
    blocks: ['The threshold of outcome leak is 0.002, and the policy allows 0.001 for severity grave'],
  });
});

test('a case cannot loosen the policy that it builds on, and may tighten it', () => {
  const looser = ', severities: { grave: { probability: 1e-1, per: window } }';
  expect(verdictOf('{ probability: 2e-3, per: window }', { own: looser }).verdict).toBe('not supported');
  const tighter = ', severities: { grave: { probability: 1e-4, per: window } }';
  expect(verdictOf('{ probability: 1e-3, per: window }', { own: tighter }).verdict).toBe('not supported');
  expect(verdictOf('{ probability: 1e-3, per: window }', { own: ', inference: listed' }).of.policy.inference).toBe(
    'required',
  );
});

test('a case cannot escape the limits of a policy by a severity of its own', () => {
  const invented = ', severities: { trifling: { probability: 1, per: window } }';
  const read = (base: string, more: Readonly<Record<string, string>> = {}) => {
    const own = text('{ probability: 5e-1, per: window }', invented).replace('severity: grave', 'severity: trifling');
    const files = Object.entries({ 'case.yaml': own, 'ours.yaml': base, ...more });
    const { case: of } = parse(files.map(([path, of]) => ({ path, text: of })));
    const [outcome] = assess(of!, {}, { asOf: '2026-11-23', seed: 1 }).outcomes;
    return { of: of!, first: outcome!.reasons[0]! };
  };
  const { of, first } = read(ours);
  expect(first).toMatchObject({ code: 'beyond-policy', blocks: true });
  expect(of.policy.severities!.map(({ severity }) => severity)).toEqual(['grave']);
  expect(of.policy.relaxed).toMatchObject([{ says: 'trifling: 1', instead: 'only grave' }]);
  // Neither through a policy in between.
  const between = `policy: { extends: base.yaml${invented} }\n`;
  expect(read(between, { 'base.yaml': ours }).first).toMatchObject({ code: 'beyond-policy', blocks: true });
});

test('a threshold that was raised after it was approved supports nothing; one that was lowered may', () => {
  const approved = (probability: number, was: number) =>
    `{ probability: ${probability}, per: window, approved: { by: board, probability: ${was} } }`;
  expect(verdictOf(approved(1e-3, 5e-4))).toMatchObject({
    verdict: 'not supported',
    blocks: ['The threshold of outcome leak is 0.001, and board approved 0.0005'],
  });
  expect(verdictOf(approved(5e-4, 1e-3))).toMatchObject({ verdict: 'supported', blocks: [] });
});

test('a budget beyond the policy supports no outcome, and every change of the policy changes what is signed', () => {
  const base = ours.replace('inference: required', 'budget: { probability: 1e-3, per: window }');
  const { verdict, blocks, of } = verdictOf('{ probability: 1e-3, per: window }', { base });
  expect({ verdict, blocks }).toEqual({
    verdict: 'not supported',
    blocks: ['The budget is 0.01, and the policy allows 0.001'],
  });
  expect(of.contentHash).not.toBe(verdictOf('{ probability: 1e-3, per: window }').of.contentHash);
});

test('roles that the policy asks for have to sign every case that builds on it', () => {
  const base = ours.replace('inference: required', 'required: [decision maker]');
  expect(verdictOf('{ probability: 1e-3, per: window }', { base }).of.review.required).toEqual(['decision maker']);
});
