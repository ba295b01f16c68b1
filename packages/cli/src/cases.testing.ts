/** Small cases for tests; each is complete, and says in its name what becomes of it. */

const head = (status = 'draft') => `surety: 1
case: { id: tiny, title: A tiny case, status: ${status} }
`;

const scope = `decision:
  question: Deploy?
  window: { from: 2026-12-01, to: 2027-02-28 }
  exposure: { tasks: 100 }
`;

const outcome = (threshold: string) => `outcomes:
  leak:
    text: A record leaks
    threshold: { probability: ${threshold}, per: window, approved: { by: board, date: 2026-11-01 } }
    claim: G1
`;

const argument = `argument:
  G1:
    text: No record leaks in the window
    supportedBy: [G2]
    inContextOf: [C1]
    inference: { elicited: 1e-3, by: Ada, date: 2026-11-16, because: The claim is restated }
  C1: { text: What a record is }
  G2: { text: Sessions keep nothing, supportedBy: [Sn1], inference: { elicited: 0, by: Ben, date: 2026-11-17, because: Direct } }
  Sn1: { text: Tests of isolation, doubt: { elicited: 2e-3, by: Ben, date: 2026-11-17, because: 900 clean pairs } }
`;

/** 1 - (1 - 0.001)(1 - 0.002) = 0.002998 below 0.01. */
const supported = head() + scope + outcome('1e-2') + argument;

/** The same above 0.001. */
const notSupported = head() + scope + outcome('1e-3') + argument;

const sketch = head('sketch') + scope + outcome('1e-2') + argument;

/** Two error ranges: between gives trials, so percentiles are shown. */
const uncertain = supported.replace('elicited: 2e-3', 'elicited: { between: [5e-4, 5e-3] }');

/** An argument without any number. */
const notQuantified = `${head()}${scope}${outcome('1e-2')}argument:
  G1: { text: No record leaks in the window, supportedBy: [Sn1, Sn2] }
  Sn1: { text: Tests of isolation }
  Sn2: { text: Proof of the access rule }
`;

/** A claim that nobody developed blocks. */
const undeveloped = supported.replace(
  'Sn1: { text: Tests of isolation, doubt: { elicited: 2e-3, by: Ben, date: 2026-11-17, because: 900 clean pairs } }',
  'Sn1: { text: Tests of isolation, undeveloped: true }',
);

/** Two legs, a challenge, an assumption shared by both legs. */
const legs = `${head()}${scope}${outcome('1e-2')}argument:
  G1: { text: No record leaks in the window, supportedBy: [S1], inference: 0 }
  S1: { text: Two ways, combine: any, supportedBy: [G2, G3], inference: 0 }
  G2: { text: It cannot, supportedBy: [Sn1], inContextOf: [A1], inference: 0 }
  G3: { text: It is caught, supportedBy: [Sn2], inContextOf: [A1], inference: 0 }
  Sn1: { text: Range, doubt: 4e-3 }
  Sn2: { text: Red team, doubt: 5e-3 }
  A1: { text: The vault holds, doubt: 1e-3 }
  D1: { type: challenge, challenges: G2, text: Scaffolds improved, status: open, blocking: false, strength: 0.1 }
`;

/** The text cannot be read: an unknown key. */
const unreadable = supported.replace('supportedBy: [G2]', 'suportedBy: [G2]');

/** The argument has no meaning: an element that is not there. */
const fatal = supported.replace('supportedBy: [G2]', 'supportedBy: [G2, G9]');

/** Evidence from a table of 300 clean trials. */
const measured = `${head()}${scope}${outcome('5e-2')}argument:
  G1:
    text: No record leaks in the window
    supportedBy: [Sn1]
    inference: { elicited: 1e-3, by: Ada, date: 2026-11-16, because: At this rate no leak is expected }
  Sn1: { text: Trials, evidence: trials, requires: { rate: "<= 0.02" } }
evidence:
  trials:
    source: logs/trials.csv
    reader: csv
    by: Ben
    collected: 2026-11-10
    expires: 2027-03-01
    measure: { kind: rate, success: leaked >= 1 }
`;

const trials = `sample,leaked\n${Array.from({ length: 300 }, (_, row) => `s${row},0\n`).join('')}`;

/** Evidence from all logs below a folder. */
const folder = measured.replace('source: logs/trials.csv', 'source: logs\n    pool: true');

export const cases = {
  supported,
  notSupported,
  sketch,
  uncertain,
  notQuantified,
  undeveloped,
  legs,
  unreadable,
  fatal,
  measured,
  folder,
  trials,
} as const;
