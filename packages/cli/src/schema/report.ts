import { assessment } from './assessment.js';
import { caseStatus, fact } from './findings.js';
import { condition, coverageCells, loggedChallenge, nextEdit, stepState } from './framework.js';
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

const share = object(
  { outcome: text, from: probability, to: probability },
  'A share of the outcome’s doubt, as a range: a narrower one would give numbers away.',
);

const withheld = object(
  {
    items: list(
      object({
        kind: oneOf('element', 'evidence', 'quantity'),
        id: text,
        'because?': text,
        digest: { type: 'string', pattern: '^[0-9a-f]{12}$' },
        shares: list(share),
      }),
    ),
    names: described(whole, 'Names that are replaced by stand-ins.'),
    sources: described(flag, 'Where all evidence comes from is withheld.'),
    leaves: list(object({ leaf: text, shares: list(share) })),
    shares: list(share, 'All of them together; parts overlap, so these are upper ranges.'),
  },
  'What was taken out of the report; absent where nothing was.',
);

const signOff = {
  role: text,
  who: text,
  'date?': date,
  'element?': described(text, 'The element whose subtree was signed; absent: the whole case.'),
  of: text,
  state: oneOf('current', 'stale', 'gone'),
  'signature?': described(oneOf('verified', 'does not hold'), 'Absent where the case asks for none.'),
};

export const report: Schema = object({
  format: format('surety-report/1'),
  version: text,
  asOf: date,
  case: object({ id: text, title: text, status: caseStatus, 'owner?': text, contentHash: text }),
  'decision?': object({
    'kind?': text,
    'question?': text,
    options: list(text),
    'window?': object({ from: date, to: date }),
    exposure: object({
      'tasks?': amount,
      'instances?': amount,
      'trainingSteps?': amount,
      'internalUse?': amount,
    }),
  }),
  overall: object({ headline: text, text }, 'The whole case in a line or two.'),
  outcomes: list(
    object({
      id: text,
      verdict: oneOf('supported', 'not supported', 'undecided', 'sketch', 'not quantified'),
      says: described(text, 'The verdict in a plain sentence or two.'),
      'number?': probability,
      'threshold?': probability,
      'approved?': object({ by: text, 'date?': date, 'probability?': probability }),
      hingesOn: list(text),
      wouldChange: list(text),
    }),
  ),
  openPoints: list(
    object({ kind: text, items: list(text) }),
    'Everything that is looked for; without items where nothing was found.',
  ),
  sixSteps: list(
    object({
      number: whole,
      title: text,
      asks: list(fact),
      state: stepState,
      there: list(text),
      missing: list(text),
      'next?': nextEdit,
    }),
  ),
  conditions: list(condition, 'By date, earliest first; then by growth; then by what is seen.'),
  challenges: list(loggedChallenge),
  signOffs: object({
    required: list(
      object({
        role: text,
        'outcome?': text,
        state: oneOf('signed', 'stale', 'not independent', 'missing'),
        by: list(text),
      }),
    ),
    given: list(object(signOff)),
  }),
  'samples?': described(
    {
      type: 'object',
      additionalProperties: object({
        trials: list(
          object({
            sample: text,
            epoch: whole,
            scores: list(object({ scorer: text, value: { type: ['string', 'number', 'boolean'] } })),
            flaws: list(oneOf('error', 'limit', 'invalid', 'refused', 'partial')),
            'input?': text,
            'output?': text,
            cut: described(flag, 'A text is longer than what is given of it.'),
          }),
        ),
        'problem?': text,
      }),
    },
    'Trials of logs, picked at random, by evidence; absent where nobody asked for them.',
  ),
  'withheld?': withheld,
  coverage: object(coverageCells),
  assessment,
});
