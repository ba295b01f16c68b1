import { doubt } from './assessment.js';
import { caseHead, fact, finding } from './findings.js';
import {
  amount,
  date,
  described,
  flag,
  format,
  list,
  object,
  oneOf,
  probability,
  type Schema,
  text,
  whole,
} from './parts.js';

/** What the commands about the framework of the paper print. */

export const stepState: Schema = described(
  oneOf('nothing said', 'findings', 'done'),
  'Nothing said: the text has nothing for the step. Done: the rules miss nothing that is not waived.',
);

export const nextEdit: Schema = object(
  {
    code: described(text, 'The rule that misses it.'),
    message: text,
    file: described(text, 'Relative to the root of the case.'),
    line: whole,
    'hint?': text,
    writes: list(
      object({ file: text, line: described(whole, 'The last line of what it goes into.'), text }),
      'What to write, as YAML; `…` stands for words that only a person knows.',
    ),
  },
  'The next thing to write.',
);

const step = object({
  number: { type: 'integer', minimum: 1, maximum: 6 },
  title: fact,
  asks: list(fact),
  state: stepState,
  there: list(text),
  missing: list(finding, 'Most urgent first.'),
  'next?': nextEdit,
});

export const steps: Schema = object({
  format: format('surety-steps/1'),
  asOf: date,
  case: caseHead,
  steps: list(step),
  elsewhere: list(finding, 'Findings that are about no step.'),
});

const cellState: Schema = {
  anyOf: [
    object({ kind: oneOf('argued'), by: list(text) }),
    object({ kind: oneOf('dismissed'), because: list(text) }),
    object({ kind: oneOf('hole') }),
  ],
};

/** One cell per subsystem and outcome, and one per kind of interaction and outcome. */
export const coverageCells = {
  subsystems: list(object({ subsystem: text, outcome: text, state: cellState })),
  interactions: list(object({ kind: text, outcome: text, state: cellState })),
};

export const coverage: Schema = object({
  format: format('surety-coverage/1'),
  case: caseHead,
  counts: object({ argued: whole, dismissed: whole, hole: whole }),
  ...coverageCells,
});

export const worksheet: Schema = object({
  format: format('surety-fmea/1'),
  case: caseHead,
  rows: list(
    object({
      subsystem: text,
      mode: text,
      'cause?': text,
      'effect?': text,
      'outcome?': text,
      'detection?': text,
      'arguedBy?': text,
    }),
  ),
});

export const worksheetImport: Schema = object({
  format: format('surety-fmea-import/1'),
  written: flag,
  before: described(whole, 'Rows before.'),
  after: described(whole, 'Rows now.'),
  gone: list(object({ subsystem: text, mode: text }), 'Rows that the table has no more.'),
  files: list(text, 'Files that change, relative to the root of the case.'),
});

export const condition: Schema = {
  anyOf: [
    object({
      kind: oneOf('window begins', 'window ends', 'evidence expires', 'waiver ends'),
      date,
      what: text,
      'at?': text,
      past: flag,
      insideWindow: flag,
    }),
    object({
      kind: oneOf('limit'),
      element: text,
      axis: oneOf('capability', 'instances', 'tasks', 'window'),
      limit: amount,
      'now?': described(amount, 'Absent where the case does not say: then the claim counts as failed.'),
      past: flag,
    }),
    object({
      kind: oneOf('indicator'),
      indicator: text,
      tests: list(text),
      'source?': text,
      'breach?': text,
      'every?': text,
      past: { const: false },
    }),
  ],
};

export const conditions: Schema = object({
  format: format('surety-conditions/1'),
  asOf: date,
  case: caseHead,
  conditions: list(condition, 'By date, earliest first; then by growth; then by what is seen.'),
});

export const loggedChallenge: Schema = object({
  id: text,
  text,
  against: {
    anyOf: [object({ kind: oneOf('element'), element: text }), object({ kind: oneOf('link'), from: text, to: text })],
  },
  status: oneOf('open', 'answered', 'accepted'),
  blocks: flag,
  'raisedBy?': text,
  'date?': date,
  'age?': described({ type: 'integer' }, 'Days since it was raised; negative where that day lies ahead.'),
  'answer?': object({ id: text, 'text?': text, 'doubt?': doubt }),
  'strength?': doubt,
  'effects?': list(
    object({ outcome: text, ifRight: probability, ifWrong: probability, share: probability }),
    'What it does to the doubts of outcomes, as far as it is among their most important leaves.',
  ),
});

export const challenges: Schema = object({
  format: format('surety-challenges/1'),
  asOf: date,
  seed: whole,
  case: caseHead,
  challenges: list(loggedChallenge, 'Open ones first, the oldest of each state first.'),
});
