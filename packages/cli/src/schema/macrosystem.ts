import { doubts } from './assessment.js';
import { amount, bigCount, date, described, flag, format, list, object, oneOf, type Schema, text } from './parts.js';

const part: Schema = {
  description: 'A subsystem that misbehaves, the control of one that fails, or the argument itself.',
  anyOf: [object({ kind: oneOf('subsystem', 'control'), subsystem: text }), object({ kind: oneOf('argument') })],
};

const set = object({
  parts: list(part),
  given: list(text, 'Subsystems whose misbehaviour is assumed anyway.'),
  leaves: list(text),
  'doubt?': described(doubts, 'Of the claim, if only what belongs to these parts can fail.'),
});

export const macrosystemSets: Schema = object({
  format: format('surety-macrosystem/1'),
  asOf: date,
  seed: amount,
  quantified: flag,
  outcomes: list(
    object({
      outcome: text,
      text,
      'claim?': text,
      'doubt?': doubts,
      parts: list(object({ part, leaves: list(text) })),
      sets: list(set, 'The minimal ones, likeliest first.'),
      larger: list(set, 'Sets that hold a minimal one and have ways of their own besides.'),
      'count?': bigCount,
      complete: flag,
      largerComplete: flag,
    }),
  ),
  interactions: list(
    object({
      kind: text,
      outcome: text,
      between: list(text),
      state: oneOf('argued', 'dismissed', 'hole'),
      'arguedBy?': text,
      'doubt?': doubts,
      'dismissed?': text,
      'quantity?': text,
      events: list(object({ quantity: text, 'mean?': amount }), 'What the quantity is made of, in order.'),
      strategies: list(text),
      reasons: list(text),
    }),
  ),
});
