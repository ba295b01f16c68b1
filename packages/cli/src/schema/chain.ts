import { adviceOfOutcome } from './advice.js';
import { doubts, reason } from './assessment.js';
import {
  amount,
  date,
  described,
  format,
  list,
  object,
  oneOf,
  probability,
  type Schema,
  text,
  whole,
} from './parts.js';

export const chain: Schema = object({
  format: format('surety-chain/1'),
  asOf: date,
  seed: amount,
  generations: list(
    object({
      name: text,
      id: text,
      title: text,
      claim: text,
      text,
      'amplify?': object({ 'copies?': amount, 'speed?': amount }),
      'gap?': object({ element: text, text, doubt: probability }),
      own: described(probability, 'What it adds: the number of its claim if the cited claim holds for certain.'),
      ownDoubts: doubts,
      inherited: described(probability, 'The doubt of the claim that it cites.'),
      doubt: described(probability, 'own + inherited, at most 1: whatever the dependence between the generations.'),
      held: described(
        probability,
        'What is held against the threshold: `doubt`, or the percentiles of what each adds, added up, where the threshold is about one.',
      ),
      ownHeld: described(probability, 'The part of `held` that this generation adds.'),
      'threshold?': probability,
      'criterion?': oneOf('mean', 'p50', 'p95'),
      'longer?': described(
        object({ days: whole, cited: whole }),
        'Days of its window, where they are more than those that the cited claim is about.',
      ),
      verdict: oneOf('supported', 'not supported', 'no threshold'),
      unassessed: described(
        list(object({ generation: text, element: text })),
        'Steps that nobody assessed, here or before: they count as sound.',
      ),
      blockers: list(object({ generation: text, reason })),
      shares: list(object({ generation: text, what: text })),
    }),
    'The first generation first.',
  ),
  holding: described(whole, 'How many, from the first one on, stay under their thresholds.'),
  'room?': described(whole, 'Further generations that would fit if each added as much as the last one.'),
  next: object({
    'generation?': text,
    excess: probability,
    ways: list(object({ generation: text, allowed: probability, advice: adviceOfOutcome })),
  }),
});
