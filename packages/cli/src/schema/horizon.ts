import { doubts, reason, verdict } from './assessment.js';
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

const axis = oneOf('capability', 'instances', 'tasks', 'window');

const limit = {
  element: text,
  value: described(amount, 'Holds at and below this value of the axis, fails above.'),
  axis,
  stated: described(amount, 'What the text says: of this axis, or of one that goes along with it.'),
};

const cause: Schema = {
  anyOf: [
    object({ kind: { const: 'limit' }, ...limit }),
    object({ kind: { const: 'blocker' }, reason }),
    object(
      { kind: { const: 'leaf' }, leaf: text, since: amount, from: probability, to: probability, adds: amount },
      'A leaf whose mean doubt moves from `from`, at the value `since`, to `to`; the doubt of the claim by about `adds`.',
    ),
  ],
};

export const horizon: Schema = object({
  format: format('surety-horizon/1'),
  asOf: date,
  seed: amount,
  over: object({ axis, 'subsystem?': text }),
  moved: list(text, 'Subsystems whose capability is moved.'),
  follow: list(text, 'Built-in quantities that go along with the axis.'),
  scale: oneOf('linear', 'log'),
  from: amount,
  to: amount,
  current: list(amount, 'Where the case stands today.'),
  outcomes: list(
    object({
      id: text,
      text,
      'threshold?': probability,
      points: list(
        object({
          value: amount,
          verdict,
          apart: described(verdict, 'The verdict if what stands at every point were lifted.'),
          'number?': probability,
          'doubt?': doubts,
        }),
      ),
      flips: list(
        object({
          low: amount,
          high: amount,
          before: verdict,
          after: verdict,
          exact: described(flag, 'The two values are next to each other.'),
          becauseOf: list(cause),
        }),
      ),
      standing: list(reason, 'What blocks at every value.'),
      limits: list(object(limit)),
      moving: list(text, 'Leaves whose doubt moves along the axis.'),
    }),
  ),
  judged: described(whole, 'How often an outcome was judged.'),
  notes: list(object({ code: text, text })),
});
