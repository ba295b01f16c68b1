import { reason, verdict } from './assessment.js';
import { amount, date, described, flag, format, list, object, oneOf, probability, type Schema, text } from './parts.js';

const told = { text, from: amount, to: amount, size: amount };
const axis = oneOf('capability', 'instances', 'tasks', 'window');

const step: Schema = {
  description: 'Better from `from` to `to`, the weakest value that does it.',
  anyOf: [
    object({ kind: { const: 'doubt' }, leaf: text, ...told }),
    object({ kind: oneOf('develop', 'inference', 'answer', 'legs'), element: text, ...told }),
    object({ kind: { const: 'trials' }, evidence: text, allEvents: flag, ...told }),
    object({ kind: { const: 'group' }, group: text, ...told }),
    object({ kind: { const: 'exposure' }, axis, ...told }),
    object({ kind: { const: 'limit' }, element: text, axis, ...told }),
  ],
};

export const adviceOfOutcome: Schema = object({
  outcome: text,
  text,
  'threshold?': probability,
  verdict,
  'number?': probability,
  first: list(
    object({ text, 'element?': text, 'leaf?': text, 'to?': probability }),
    'To be done whatever else is done; the ways count it as done.',
  ),
  ways: list(
    object({
      steps: list(step),
      size: described(amount, 'Sum of the logarithms of the factors by which things have to get better.'),
      number: described(
        probability,
        'What is held against the threshold with it: the number of the verdict, or the percentile where that is larger.',
      ),
    }),
    'Smallest first.',
  ),
  insufficient: list(object({ text, number: probability, blockedBy: list(reason) })),
  notes: list(object({ code: oneOf('supported', 'no-number', 'not-all-tried', 'none'), text })),
});

export const advice: Schema = object({
  format: format('surety-advice/1'),
  asOf: date,
  seed: amount,
  outcomes: list(adviceOfOutcome),
});
