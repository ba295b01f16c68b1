import { caseHead, fact, finding } from './findings.js';
import { date, described, flag, format, list, object, oneOf, type Schema, text, whole } from './parts.js';

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
  files: list(text, 'Files that change, relative to the root of the case.'),
});
