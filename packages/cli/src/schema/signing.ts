import { range } from './findings.js';
import { date, described, flag, format, list, object, oneOf, type Schema, text, whole } from './parts.js';

const record = object({
  role: text,
  who: text,
  'date?': date,
  of: text,
  'element?': text,
  'statement?': text,
  'signature?': text,
});

const signed = object({
  format: format('surety-sign/1'),
  written: flag,
  replaced: described(flag, 'An earlier record of the same person, role and element stood in its place.'),
  file: described(text, 'Relative to the root of the case.'),
  record,
  splices: list(object({ file: text, start: whole, end: whole, text })),
});

const signOffs = object({
  format: format('surety-signoffs/1'),
  complete: described(flag, 'Every required sign-off is there.'),
  required: list(
    object({
      role: text,
      'outcome?': text,
      'claim?': described(text, 'What may be signed besides the whole case.'),
      state: oneOf('signed', 'stale', 'not independent', 'missing'),
      by: list(whole, 'Places in signoffs.'),
    }),
  ),
  signoffs: list(
    object({
      record,
      state: described(oneOf('current', 'stale', 'gone'), 'gone: the element is no longer there.'),
      counts: flag,
      'now?': described(text, 'What a sign-off of the same thing would be of today.'),
      ownWork: list(text, 'What an assessor had a hand in; then the sign-off does not count.'),
      'unsigned?': described(text, 'Why its signature does not hold; then the sign-off does not count.'),
      'signedBy?': described(text, 'The key, or the commit and the key.'),
      range,
    }),
  ),
});

/** The record that was written, or with --list and --verify all sign-offs. */
export const signing: Schema = { oneOf: [signed, signOffs] };
