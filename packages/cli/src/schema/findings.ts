import { amount, date, described, format, list, object, oneOf, orNull, type Schema, text, whole } from './parts.js';

const position = object(
  { offset: whole, line: whole, column: whole },
  'Offset from 0 in UTF-16 units; line and column from 1.',
);
export const range = object({
  file: described(text, 'Relative to the root of the case.'),
  start: position,
  end: position,
});

export const finding: Schema = object(
  {
    code: described(text, 'Stable; `surety rules CODE` explains it.'),
    severity: oneOf('error', 'warning', 'info'),
    message: text,
    range,
    'hint?': text,
    'fix?': list(
      object({ file: text, start: whole, end: whole, text }),
      'A sure mend: replace these ranges by these texts.',
    ),
    'draft?': list(
      object({
        at: object({ file: text, path: list({ type: ['string', 'integer'] }) }),
        range,
        'key?': text,
        value: {},
      }),
      'What could be written to mend it: into the map at this path under the key, or at the end of the list. `…` stands for words.',
    ),
    'step?': described({ type: 'integer', minimum: 1, maximum: 6 }, 'Which of the six steps it is about.'),
    'element?': text,
    'related?': list(object({ message: text, range })),
    'waived?': object({ 'because?': text, 'by?': text, until: date }, 'The waiver that silences it for --fail-on.'),
  },
  'Something found about the text or the argument, with its place.',
);

export const caseStatus: Schema = oneOf('sketch', 'draft', 'in review', 'accepted', 'revoked');
export const caseHead: Schema = object({ id: text, title: text, status: caseStatus, contentHash: text });

export const check: Schema = object({
  format: format('surety-check/1'),
  asOf: date,
  failOn: oneOf('error', 'warning', 'info', 'never'),
  case: described(orNull(caseHead), 'Null where the text has errors.'),
  passed: { type: 'boolean', description: 'The text could be read, and nothing at or above failOn was found.' },
  counts: object({ error: whole, warning: whole, info: whole, waived: whole }),
  findings: list(finding),
});

export const rules: Schema = object({
  format: format('surety-rules/1'),
  rules: list(
    object({
      code: text,
      severity: oneOf('error', 'warning', 'info'),
      title: text,
      group: text,
      fatal: { type: 'boolean', description: 'Nothing is computed while it stands.' },
      'why?': text,
    }),
  ),
});

export const fact = object({
  value: {},
  provenance: oneOf('from the paper', 'reconstruction', 'from the literature', 'from a law or code', 'own file'),
  source: text,
  'because?': text,
});

export const catalogue: Schema = object({
  format: format('surety-catalogue/1'),
  catalogue: {
    type: 'object',
    description:
      'All of it, or the one entry that was asked for. Every fact is { value, provenance, source, because? }.',
    properties: { text: fact, practicality: fact, strength: fact, scalability: fact, needsResearch: fact, role: fact },
  },
});

export const templates: Schema = object({
  format: format('surety-templates/1'),
  templates: list(object({ name: text, title: text, takeWhere: text, idea: fact })),
});

/** Used where a number may be missing because it is infinite. */
export const ratio: Schema = orNull(amount);
