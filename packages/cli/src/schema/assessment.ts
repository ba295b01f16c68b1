import { caseHead, finding, ratio } from './findings.js';
import {
  amount,
  bigCount,
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

const spread = { 'error?': amount, 'p5?': probability, 'p50?': probability, 'p95?': probability };

export const doubt: Schema = {
  description:
    'A mean, or an interval where a limit was met; with its standard error and percentiles where anything is uncertain.',
  anyOf: [object({ mean: probability, ...spread }), object({ lower: probability, upper: probability, ...spread })],
};

export const doubts: Schema = object(
  { declared: doubt, independent: doubt, bound: doubt },
  'independent <= declared <= bound; the declared one is held against the threshold.',
);

const note = object({ code: text, text, 'element?': text });
const criterion = oneOf('mean', 'p50', 'p95');

export const legs: Schema = list(
  object({ element: text, legs: list(text), dependence: oneOf('undeclared', 'beta'), 'beta?': probability }),
);

export const cutSets: Schema = object({
  'count?': bigCount,
  'byOrder?': list(bigCount, 'Sets of one member, of two, …'),
  top: list(object({ elements: list(text), 'probability?': probability })),
  topIsProved: flag,
});

const importance = object({
  leaf: text,
  ifFails: probability,
  ifHolds: probability,
  birnbaum: amount,
  fussellVesely: amount,
  riskAchievementWorth: described(ratio, 'Null: infinite.'),
  riskReductionWorth: described(ratio, 'Null: infinite.'),
});

const tornadoEnd = object(
  { value: amount, doubt: probability },
  'Means over the tenth of the trials where the input is at this end.',
);

export const verdict = oneOf('supported', 'not supported', 'undecided', 'sketch', 'not quantified');

export const reason = object({
  code: text,
  text,
  'element?': text,
  'evidence?': text,
  'signOff?': object({ role: text, 'who?': list(text) }, 'Who has to sign, and who signed an earlier content.'),
  blocks: flag,
});

const outcome = object({
  id: text,
  text,
  'claim?': text,
  'threshold?': object({ probability, criterion }),
  verdict,
  statement: text,
  'number?': described(probability, 'What was held against the threshold.'),
  'doubt?': doubts,
  reasons: list(reason, 'Most important first.'),
  wouldChange: list(object({ text, 'element?': text, 'leaf?': text, 'to?': probability })),
  legs,
  legsProvedBest: flag,
  groups: list(
    object({ name: text, members: list(text), beta: probability, automatic: flag, inForce: flag, 'because?': text }),
  ),
  'cutSets?': cutSets,
  pathSet: list(text),
  importance: list(importance),
  'distribution?': object(
    { shares: list(probability), values: list(probability), 'above?': probability },
    'The declared doubt over the trials: so many of them stay at or below the value. `above`: share above the threshold, rounded up.',
  ),
  tornado: list(
    object({
      input: {
        anyOf: [object({ kind: oneOf('quantity'), name: text }), object({ kind: oneOf('leaf'), leaf: text })],
      },
      low: tornadoEnd,
      high: tornadoEnd,
    }),
    'How far each uncertain input moves the declared doubt, farthest first.',
  ),
  unassessed: list(text),
  notes: list(note),
});

const leafFields = {
  id: text,
  element: text,
  kind: oneOf('element', 'inference', 'challenge', 'limit'),
  source: oneOf('evidence', 'elicited', 'quantity', 'undeveloped', 'nothing stated', 'limit', 'blocked', 'no value'),
  sameAs: list(text),
  'doubt?': doubt,
  'jeffreys?': probability,
  'policy?': text,
  'counts?': text,
  'formula?': described(text, 'The own doubt as a formula that anybody can compute again.'),
  'how?': described(text, 'How the doubt follows from what was counted.'),
  by: list(text),
  because: list(text),
  'spread?': object({ lowest: amount, highest: amount }),
  'clipped?': probability,
  evidence: list(text),
  quantities: list(text),
};

export const explainedLeaf: Schema = object({
  ...leafFields,
  'share?': described(amount, 'Share of the doubt that would go if the leaf held.'),
  sources: list(
    object({ kind: oneOf('opinion', 'evidence', 'quantity'), text, 'by?': text, 'date?': date, 'because?': text }),
  ),
  unproved: list(text, 'What the numbers of its evidence do not prove.'),
  path: list(text, 'From the element down to the leaf.'),
});

const elementType = oneOf('goal', 'strategy', 'solution', 'context', 'assumption', 'justification', 'challenge');
const evidenceState = oneOf('fresh', 'locked', 'stale', 'altered', 'missing', 'about another model', 'unverified');

export const assessment: Schema = object({
  format: format('surety-assessment/1'),
  case: caseHead,
  asOf: date,
  seed: amount,
  'sampling?': object({ randomisations: whole, points: whole, dimensions: whole }),
  quantified: flag,
  outcomes: list(outcome),
  elements: list(object({ id: text, type: elementType, 'doubt?': doubts, subjectTo: list(text) })),
  leaves: list(object(leafFields)),
  quantities: list(
    object({
      name: text,
      'unit?': text,
      'mean?': described(amount, 'Absent where evidence that it rests on may not be used.'),
      'p5?': amount,
      'p50?': amount,
      'p95?': amount,
      blockedBy: list(text),
    }),
  ),
  evidence: list(
    object({
      id: text,
      states: list(object({ state: evidenceState, text })),
      digests: list(text),
      'interval?': object(
        { share: probability, lower: probability, upper: probability },
        'Of a plain count: share of events, Wilson 95 %, for comparison only.',
      ),
      'ways?': list(text, 'With all flawed trials left out, as events, as none.'),
      models: list(text),
      unproved: list(
        object({
          code: oneOf('proxy', 'margin', 'trials-needed', 'extrapolation', 'clustering', 'flawed'),
          text,
          'element?': text,
        }),
        'What the numbers do not prove.',
      ),
      cited: list(object({ digest: text, sample: text, epoch: whole }), 'Trials that the case points its readers to.'),
      'reader?': text,
      'counts?': text,
      notes: list(text),
    }),
  ),
  riskCases: list(
    object({
      outcome: text,
      claim: text,
      bound: doubt,
      lowerBound: probability,
      contradiction: oneOf('none', 'declared number', 'threshold'),
      contradictsIndependence: flag,
    }),
  ),
  notes: list(note),
  'only?': described(text, 'The one outcome that was asked for; those that the case has besides are left out.'),
  findings: list(finding),
});
