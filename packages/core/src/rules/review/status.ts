import type { Case, Origin } from '../../case/index.js';
import { type Example, example, type FailingExample, type Found, failing, rule } from '../rule.js';
import { inside, list } from '../words.js';

/** A whole small case with another status than `draft`. */
function withStatus(status: string, body = ''): Example {
  return { text: `surety: 1\ncase: { id: example, title: Example, status: ${status} }\n${body.replace(/^\n/, '')}` };
}

function failingStatus(status: string, body: string, findings: readonly string[]): FailingExample {
  return { ...withStatus(status, body), findings };
}

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
  passes: withStatus('draft'),
  fails: failingStatus('sketch', '', ['2:46 The case is a sketch and claims no verdict']),
});

export const revoked = rule({
  code: 'revoked',
  title: 'Revoked case',
  severity: 'error',
  why: 'A revoked case supports nothing, whatever its numbers say: somebody withdrew it, and it blocks until it is argued anew.',
  check: ({ case: of }) => (of.status === 'revoked' ? [{ message: 'The case is revoked', at: atStatus(of) }] : []),
  passes: withStatus('accepted'),
  fails: failingStatus('revoked', '', ['2:46 The case is revoked']),
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
  passes: example(`
argument:
  G1: { text: The agent is contained, doubt: 0.01 }
`),
  fails: failing(
    `
argument:
  G1: { text: The agent is contained, undeveloped: true }
`,
    ['2:1 The case states no doubt, so no number is shown'],
  ),
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
  passes: withStatus('accepted'),
  fails: failingStatus('accepted', 'policy: { inference: listed }\n', [
    '3:22 The case is accepted, and its policy only lists inferences that nobody assessed',
  ]),
});

export const signOffMissing = rule({
  code: 'signoff-missing',
  title: 'Accepted case without a required sign-off',
  severity: 'error',
  why: 'Acceptance is a decision of persons in their roles. Without the sign-offs that the case itself requires, “accepted” is a word in a file, and it blocks.',
  check: ({ case: of }) =>
    of.status !== 'accepted'
      ? []
      : rolesWithout(of, new Set(of.review.signoffs.map((one) => one.role))).map(({ role, at }) => ({
          message: `Role ${role} must sign and has not`,
          at,
        })),
  passes: withStatus('draft', 'review: { required: [author] }\n'),
  fails: failingStatus('accepted', 'review: { required: [author, decision maker] }\n', [
    '3:22 Role author must sign and has not',
    '3:30 Role decision maker must sign and has not',
  ]),
});

export const signOffListed = rule({
  code: 'signoff-listed',
  title: 'Sign-off that is still to come',
  severity: 'info',
  why: 'Before acceptance a missing sign-off is listed, so that everyone sees who has still to read the case.',
  check: ({ case: of }) =>
    of.status !== 'in review'
      ? []
      : rolesWithout(of, currentRoles(of)).map(({ role, at }) => ({
          message: `Role ${role} has yet to sign this state`,
          at,
        })),
  passes: withStatus('draft', 'review: { required: [author] }\n'),
  fails: failingStatus('in review', 'review: { required: [author] }\n', [
    '3:22 Role author has yet to sign this state',
  ]),
});

/** Roles in which somebody signed the case as it stands. */
function currentRoles(of: Case): ReadonlySet<string> {
  return new Set(of.review.signoffs.filter((one) => one.of === `sha256:${of.contentHash}`).map((one) => one.role));
}

/** Required roles that are not among those. */
function rolesWithout(
  of: Case,
  signed: ReadonlySet<string>,
): readonly { readonly role: string; readonly at: Origin }[] {
  return of.review.required.flatMap((role, i) => (signed.has(role) ? [] : [{ role, at: atRequired(of, i) }]));
}

function atRequired(of: Case, index: number): Origin {
  const file = of.review.signoffs[0]?.origin.file ?? of.origin.file;
  return { file, path: ['review', 'required', index] };
}

export const signOffStale = rule({
  code: 'signoff-stale',
  title: 'Sign-off of another state of the case',
  severity: 'error',
  why: 'A sign-off is of a content hash. The case has changed since, so nobody in that role has signed what stands here; in an accepted case that blocks.',
  check: ({ case: of }) => {
    if (of.status !== 'accepted') return [];
    const current = currentRoles(of);
    return of.review.signoffs
      .filter((one) => of.review.required.includes(one.role) && !current.has(one.role))
      .map(
        (one): Found => ({
          message: `${one.who} signed as ${one.role} another state of the case, ${one.of}`,
          at: inside(one.origin, 'of'),
          hint: `Let ${one.who} read what changed and sign sha256:${of.contentHash}.`,
        }),
      );
  },
  passes: withStatus('accepted', 'review: { required: [] }\n'),
  fails: failingStatus(
    'accepted',
    `
review:
  required: [author]
  signoffs:
    - { role: author, who: anna, date: 2026-11-20, of: "sha256:00" }
`,
    ['6:56 anna signed as author another state of the case, sha256:00'],
  ),
});

export const signedTwice = rule({
  code: 'signed-twice',
  title: 'One person in several required roles',
  severity: 'warning',
  why: 'Required roles are a division of labour: who wrote a case does not see what is wrong with it. One person in two of them is one reader less.',
  check: ({ case: of }) => {
    const roles = new Map<string, string[]>();
    return of.review.signoffs.flatMap((one): Found[] => {
      if (!of.review.required.includes(one.role)) return [];
      const before = roles.get(one.who) ?? [];
      roles.set(one.who, [...before, one.role]);
      if (before.length === 0 || before.includes(one.role)) return [];
      return [
        { message: `${one.who} signed as ${one.role} and also as ${list(before)}`, at: inside(one.origin, 'who') },
      ];
    });
  },
  passes: withStatus(
    'in review',
    `
review:
  required: [author, independent assessor]
  signoffs:
    - { role: author, who: anna, of: "sha256:00" }
    - { role: independent assessor, who: ben, of: "sha256:00" }
`,
  ),
  fails: failingStatus(
    'in review',
    `
review:
  required: [author, independent assessor]
  signoffs:
    - { role: author, who: anna, of: "sha256:00" }
    - { role: independent assessor, who: anna, of: "sha256:00" }
`,
    ['7:42 anna signed as independent assessor and also as author'],
  ),
});
