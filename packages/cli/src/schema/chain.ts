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
      'threshold?': probability,
      verdict: oneOf('supported', 'not supported', 'no threshold'),
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
