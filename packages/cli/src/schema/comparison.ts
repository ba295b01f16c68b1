import { cutSets, doubts } from './assessment.js';
import { caseStatus } from './findings.js';
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

const any: Schema = {};
const path: Schema = { type: 'array', items: { type: ['string', 'number'] }, description: 'Keys and indices.' };

const words = list(
  object({ kind: oneOf('same', 'removed', 'added'), text }),
  'The kept and the removed ones together are the text before, the kept and the added ones the text after.',
);
const fields = list(
  object({ path, 'before?': any, 'after?': any, 'words?': words }),
  '`before` or `after` is absent where nothing was, or is, said.',
);

const head = object({ id: text, title: text, status: caseStatus, contentHash: text });
const parent = { parent: text, kind: oneOf('supportedBy', 'inContextOf', 'answeredBy') };
const places = { was: whole, at: whole };
const optionalPlaces = { 'was?': whole, 'at?': whole };

const move = object(
  {
    'parents?': object({ before: list(object(parent)), after: list(object(parent)) }),
    'module?': object({ 'before?': text, 'after?': text }),
    'order?': list(object({ ...parent, ...places }), 'Its place among its siblings.'),
    'text?': object(places, 'Its place among all elements.'),
  },
  'Where it went; places count from 0.',
);

const wholeElement = described({ type: 'object' }, 'The element with all that it says.');
const element: Schema = {
  anyOf: [
    object({ change: oneOf('added'), id: text, at: whole, element: wholeElement }),
    object({ change: oneOf('removed'), id: text, was: whole, element: wholeElement }),
    object({ change: oneOf('moved', 'changed'), id: text, 'moved?': move, fields }),
  ],
};

const link = object({
  kind: oneOf('supportedBy', 'inContextOf', 'challenges', 'answeredBy', 'confidence'),
  from: text,
  to: text,
  change: oneOf('added', 'removed', 'moved', 'changed'),
  'point?': text,
  ...optionalPlaces,
  'edge?': { type: 'object' },
  'fields?': fields,
});

const section = oneOf(
  'outcomes',
  'system',
  'riskCases',
  'quantities',
  'evidence',
  'interactions',
  'dismissed',
  'dependence',
  'indicators',
  'waivers',
  'signoffs',
  'modules',
  'patterns',
  'fmea',
);
const entry: Schema = {
  anyOf: [
    object({ section, change: oneOf('added'), key: text, at: whole, value: { type: 'object' } }),
    object({ section, change: oneOf('removed'), key: text, was: whole, value: { type: 'object' } }),
    object({ section, change: oneOf('moved', 'changed'), key: text, ...optionalPlaces, fields }),
  ],
};

const changes = object(
  {
    format: format('surety-diff/1'),
    before: head,
    after: head,
    renamed: list(object({ from: text, to: text, by: oneOf('content', 'similarity'), similarity: probability })),
    elements: list(element),
    links: list(link),
    fields,
    entries: list(entry),
  },
  'What changed in the case. An element goes by its later id. Places in the text do not count.',
);

const verdict = oneOf('supported', 'not supported', 'undecided', 'sketch', 'not quantified');
const side = object({
  verdict,
  statement: text,
  'claim?': text,
  'number?': probability,
  'doubt?': doubts,
  'threshold?': object({ probability, criterion: oneOf('mean', 'p50', 'p95') }),
});
const number = {
  before: probability,
  after: probability,
  move: described(oneOf('up', 'down', 'same'), '`same`: no farther apart than rounding, or than the trials can tell.'),
  'factor?': described(amount, 'The larger over the smaller; absent where the smaller is 0.'),
};
const reasons = list(
  object({
    code: text,
    text,
    'element?': text,
    'evidence?': text,
    'signOff?': object({ role: text, 'who?': list(text) }),
    blocks: flag,
  }),
);
const sets = (cutSets.properties as { readonly top: Schema }).top;
const evidenceSide = object({
  states: list(oneOf('fresh', 'locked', 'stale', 'altered', 'missing', 'about another model', 'unverified')),
  digests: list(text),
  'counts?': text,
});

const assessments = object(
  {
    format: format('surety-assessment-diff/1'),
    asOf: date,
    seed: amount,
    outcomes: list(
      object({
        id: text,
        text,
        'before?': side,
        'after?': side,
        verdict: oneOf('worse', 'better', 'same', 'other', 'new', 'gone'),
        'number?': object(number),
        worse: described(flag, 'The verdict or the number got worse, or the outcome is gone.'),
        reasonsCame: reasons,
        reasonsWent: reasons,
        cutSetsCame: sets,
        cutSetsWent: sets,
        sentence: text,
      }),
      'Most important first.',
    ),
    elements: list(object({ id: text, ...number, 'blocks?': oneOf('now', 'no longer') }), 'Farthest first.'),
    evidence: list(object({ id: text, before: evidenceSide, after: evidenceSide })),
  },
  'What the change did to the verdicts; both sides for the same date and with the same seed.',
);

export const comparison: Schema = object({
  format: format('surety-comparison/1'),
  before: described(text, 'The earlier state as it was named.'),
  after: text,
  differs: flag,
  worse: described(flag, 'A verdict or its number got worse.'),
  changes,
  assessments: described(orNull(assessments), 'Null with --no-assess.'),
  notes: list(text),
});
