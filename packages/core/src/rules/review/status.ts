import type { Case, Origin } from '../../case/index.js';
import { rule } from '../rule.js';
import { inside } from '../words.js';

function atStatus(of: Case): Origin {
  return inside(of.origin, 'status');
}

export const sketch = rule({
  code: 'sketch',
  title: 'Sketch',
  severity: 'info',
  why: 'Nobody can yet write full and correct safety cases for everything, so a sketch is welcome: it is computed and shown in full, and claims no verdict.',
  check: ({ case: of }) =>
    of.status === 'sketch' ? [{ message: 'The case is a sketch and claims no verdict', at: atStatus(of) }] : [],
});

export const revoked = rule({
  code: 'revoked',
  title: 'Revoked case',
  severity: 'error',
  why: 'A revoked case supports nothing, whatever its numbers say: somebody withdrew it, and it blocks until it is argued anew.',
  check: ({ case: of }) => (of.status === 'revoked' ? [{ message: 'The case is revoked', at: atStatus(of) }] : []),
});

export const notQuantified = rule({
  code: 'not-quantified',
  title: 'Case without numbers',
  severity: 'info',
  why: 'No doubt is stated anywhere. The case is checked, drawn, challenged and reviewed in full, with its cut sets, and no number is shown. The first stated doubt makes it quantified.',
  check: ({ case: of, facts }) =>
    facts.quantified() || of.elements.length === 0
      ? []
      : [{ message: 'The case states no doubt, so no number is shown', at: of.origin, atKey: true }],
});

export const policyListed = rule({
  code: 'policy-listed',
  title: 'Reviewed case that does not insist on assessed inferences',
  severity: 'info',
  why: 'From status “in review” on, unassessed steps block by default. Here the policy only lists them, so the verdict holds only if steps that nobody looked at are sound.',
  check: ({ case: of }) => {
    const reviewed = of.status === 'in review' || of.status === 'accepted';
    if (!reviewed || of.policy.inference === 'required') return [];
    return [
      {
        message: `The case is ${of.status}, and its policy only lists inferences that nobody assessed`,
        at: { file: of.origin.file, path: ['policy', 'inference'] },
      },
    ];
  },
});
