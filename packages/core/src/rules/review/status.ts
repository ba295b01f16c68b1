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
  check: ({ case: of }) =>
    of.status === 'sketch' ? [{ message: 'The case is a sketch and claims no verdict', at: atStatus(of) }] : [],
});

export const revoked = rule({
  code: 'revoked',
  title: 'Revoked case',
  severity: 'error',
  check: ({ case: of }) => (of.status === 'revoked' ? [{ message: 'The case is revoked', at: atStatus(of) }] : []),
});

export const notQuantified = rule({
  code: 'not-quantified',
  title: 'Case without numbers',
  severity: 'info',
  check: ({ case: of, facts }) =>
    facts.quantified() || of.elements.length === 0
      ? []
      : [{ message: 'The case states no doubt, so no number is shown', at: of.origin, atKey: true }],
});

export const policyListed = rule({
  code: 'policy-listed',
  title: 'Reviewed case that does not insist on assessed inferences',
  severity: 'info',
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
