import { cutSets, doubts, explainedLeaf, legs } from './assessment.js';
import {
  amount,
  date,
  described,
  flag,
  format,
  list,
  object,
  oneOf,
  orNull,
  probability,
  type Schema,
  text,
  whole,
} from './parts.js';

const run = { asOf: date, seed: amount };

export const explanation: Schema = object({
  format: format('surety-explanation/1'),
  ...run,
  element: object({ id: text, type: text, text }),
  quantified: flag,
  'doubt?': doubts,
  legs,
  leaves: list(explainedLeaf, 'Most telling first.'),
});

export const cutSetLists: Schema = object({
  format: format('surety-cutsets/1'),
  ...run,
  outcomes: list(object({ id: text, 'claim?': text, cutSets: orNull(cutSets) })),
});

const relation = oneOf('claim', 'supportedBy', 'inContextOf', 'challenges', 'answeredBy', 'confidence');

export const outline: Schema = object({
  format: format('surety-outline/1'),
  ...run,
  outcomes: list(
    object({
      outcome: text,
      text,
      rows: list(
        object({
          id: text,
          type: text,
          text,
          depth: whole,
          parent: orNull(text),
          relation,
          marks: list(text),
          seeAbove: flag,
          cut: flag,
          last: flag,
          'doubt?': doubts,
        }),
        'The tree, depth first.',
      ),
    }),
  ),
});

const value: Schema = { type: ['number', 'string', 'boolean'] };
const column = object({
  name: text,
  present: whole,
  absent: whole,
  values: list(object({ value, rows: whole }), 'The most frequent ones.'),
  distinct: whole,
  'numeric?': object({ rows: whole, min: amount, mean: amount, max: amount }),
});

const loggedRun = object({
  'id?': text,
  'task?': text,
  'log?': text,
  'created?': text,
  'started?': text,
  'completed?': text,
  'taskVersion?': { type: ['number', 'string'] },
  tags: list(text),
  'revision?': object({ 'origin?': text, commit: text, 'dirty?': flag }),
  packages: { type: 'object', additionalProperties: text },
});
const calledModel = object({
  name: text,
  settings: text,
  roles: list(object({ role: text, name: text, settings: text })),
});

const runStatus = oneOf('success', 'cancelled', 'error', 'started', 'unstated');

export const evidence: Schema = object({
  format: format('surety-evidence/1'),
  file: text,
  digest: text,
  size: whole,
  reader: text,
  status: runStatus,
  'task?': text,
  models: list(text),
  'run?': loggedRun,
  model: orNull(text),
  'runModel?': calledModel,
  rows: whole,
  samples: whole,
  epochs: whole,
  claimed: object({
    'total?': whole,
    'completed?': whole,
    'dataset?': whole,
    metrics: list(
      object({ scorer: text, 'of?': text, 'reducer?': text, name: text, 'group?': text, value: orNull(amount) }),
    ),
  }),
  counts: described(
    { type: 'object', additionalProperties: { type: 'object', additionalProperties: whole } },
    'Rows by scorer and value.',
  ),
  excluded: object({ rows: whole, reasons: list(object({ reason: text, rows: whole })) }),
  flawed: object({ error: whole, limit: whole, invalid: whole, refused: whole, partial: whole, any: whole }),
  scores: list(column),
  fields: list(column),
  notes: list(text),
  'topGates?': list(text, 'Of a fault tree: the gates that no other uses.'),
});

export const logList: Schema = object({
  format: format('surety-evidence-list/1'),
  folder: text,
  files: list(
    {
      anyOf: [
        object({
          file: text,
          reader: text,
          status: runStatus,
          'task?': text,
          models: list(text),
          'claimed?': whole,
          'created?': text,
        }),
        object({ file: text, problem: text }, 'A file that cannot be read.'),
      ],
    },
    'By path below the folder.',
  ),
  ignored: list(text, 'Files of no known format.'),
});

const values = { type: 'object', additionalProperties: { type: ['number', 'string', 'boolean'] } };

export const sampledLogs: Schema = object({
  format: format('surety-evidence-sample/1'),
  logs: list(
    object({
      file: text,
      digest: text,
      reader: text,
      seed: whole,
      rows: whole,
      texts: oneOf('shown', 'withheld', 'none in such a source'),
      trials: list(
        object({
          sample: text,
          epoch: whole,
          digest: described(text, 'What a case cites the trial by.'),
          scores: values,
          fields: values,
          flaws: list(text),
          'input?': text,
          'output?': text,
          'cut?': flag,
        }),
      ),
    }),
  ),
});

const comparedRun = object({ file: text, reader: text, rows: whole, models: list(text) });
const changedTrial = { sample: text, 'epoch?': whole, a: text, b: text };

export const runComparison: Schema = object({
  format: format('surety-evidence-comparison/1'),
  a: comparedRun,
  b: comparedRun,
  success: text,
  unit: oneOf('sample', 'epoch'),
  matched: whole,
  onlyInA: list(text),
  onlyInB: list(text),
  flawed: list(object(changedTrial), 'Without an outcome on at least one side; not in the table.'),
  table: object({ both: whole, onlyA: whole, onlyB: whole, neither: whole }),
  changed: list(object({ ...changedTrial, becomes: oneOf('event', 'no event') })),
  otherValue: whole,
  test: object(
    { twoSided: probability, more: probability, fewer: probability, flawedRange: list(probability) },
    'The exact conditional test of McNemar.',
  ),
  notes: list(text),
});

export const lockChanges: Schema = object({
  format: format('surety-lock-changes/1'),
  written: flag,
  changes: list(
    object({ evidence: text, kind: oneOf('added', 'changed', 'unchanged', 'kept', 'removed'), 'detail?': text }),
  ),
});

const status = oneOf(
  'verified',
  'absent',
  'altered',
  'results differ',
  'entry damaged',
  'lock damaged',
  'measure changed',
  'reader changed',
  'unverified',
  'not locked',
  'unusable',
  'not in the case',
);

export const verification: Schema = object({
  format: format('surety-verification/1'),
  holds: flag,
  report: list(object({ evidence: text, status, 'detail?': text })),
});

const why = oneOf(
  'not locked',
  'entry damaged',
  'source altered',
  'measure changed',
  'reader changed',
  'attestation changed',
);

export const refreshment: Schema = object({
  format: format('surety-refresh/1'),
  written: flag,
  refreshed: list(object({ evidence: text, why: list(why), 'before?': text, after: text })),
  outcomes: list(
    object({
      outcome: text,
      before: object({ verdict: text, 'number?': probability }),
      after: object({ verdict: text, 'number?': probability }),
    }),
    'What it does to the verdicts; empty where nothing was read again.',
  ),
});

export const renaming: Schema = object({
  format: format('surety-rename/1'),
  written: flag,
  renamed: list(
    object({ kind: text, from: text, to: text, 'module?': text, 'pattern?': text }),
    'What has another name: one thing, or all that fit a star.',
  ),
  splices: list(object({ file: text, start: whole, end: whole, text })),
  notes: list(text),
});

export const adding: Schema = object({
  format: format('surety-add/1'),
  written: flag,
  added: list(text, 'Ids of the new elements, the top first.'),
  under: text,
  file: text,
  open: list(text, 'Parameters of the block that were given no value.'),
  changes: list(object({ file: text, before: text, after: text })),
});

export const removing: Schema = object({
  format: format('surety-remove/1'),
  written: flag,
  removed: list(text, 'Ids of what was taken away.'),
  also: list(text, 'What else named them and went too, in words.'),
  changes: list(object({ file: text, before: text, after: text })),
});
