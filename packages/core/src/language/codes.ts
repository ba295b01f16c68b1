import type { Severity } from '../case/index.js';

interface CodeInfo {
  readonly severity: Severity;
  /** One line for the manual: what it means and what to do. */
  readonly meaning: string;
}

const error = (meaning: string): CodeInfo => ({ severity: 'error', meaning });

/** Every code that the reader of texts can report. The manual is made from this table. */
export const textCodes = {
  'file-too-large': error('The file is larger than the limit; nothing of it was read.'),
  'not-utf8': error('The file is not UTF-8 (it is UTF-16, Latin-1 or binary); save it as UTF-8.'),
  'control-character': error('The file holds a character that text does not have, such as NUL.'),
  'yaml-syntax': error('The text is not valid YAML.'),
  'yaml-version': error('The text asks for another version of YAML than 1.2.'),
  tab: error('A tab stands where YAML allows only spaces.'),
  'duplicate-key': error('A key stands twice in one map; YAML readers would drop one of them silently.'),
  'bad-key': error('A key is not plain text, or is a name that is not allowed.'),
  'too-deep': error('The text nests deeper than 64 levels.'),
  'merge-key': error(
    'A merge key (`<<`) is not part of YAML 1.2; write the keys out, or show a whole value by an alias.',
  ),
  'unknown-alias': error('An alias (`*name`) shows an anchor (`&name`) that does not stand above it in the file.'),
  'recursive-alias': error('An alias stands inside what its own anchor holds.'),
  'duplicate-anchor': {
    severity: 'info',
    meaning: 'Two anchors of a file have the same name; an alias shows the last one above it.',
  },
  'anchor-bomb': error('The aliases of a file would expand to more than 10,000 values.'),
  tag: error('YAML tags (`!name`) are not read.'),
  'leading-indicator': error('A text starts with a character that means something to YAML; put it in quotes.'),
  'colon-in-text': error('An unquoted text holds `: `, which YAML reads as a key; put it in quotes.'),
  'comma-in-text': error('An unquoted text inside `{ }` was cut at a comma; put it in quotes.'),
  'hash-in-text': {
    severity: 'warning',
    meaning:
      'An unquoted text may have been cut by ` #`, which starts a comment; put it in quotes, or set the comment apart by two spaces.',
  },
  'multiple-documents': error('The file holds several YAML documents; a file of a case is one.'),
  'not-a-map': error('The text is not a map of sections.'),
  'unknown-key': error('The key is not known at this place.'),
  'layer-near-key': {
    severity: 'warning',
    meaning:
      'An attribute of a gsn2x element or module is one slip away from a key. It is kept as a layer; what the key would say is not read.',
  },
  'kept-as-layer': {
    severity: 'info',
    meaning:
      'A gsn2x file has an attribute that is called like a key of Surety and cannot be meant as one; it is kept as a layer.',
  },
  'missing-key': error('A key that is needed is not there.'),
  'wrong-type': error('A value is of another type than the key takes.'),
  'not-one-of': error('The value is not one of those that the key takes.'),
  'one-of-keys': error('Exactly one of several keys is needed.'),
  'underscore-in-number': error('A number is written with `_`, which YAML 1.2 reads as text.'),
  'percent-in-number': error('A number is written with `%`, which YAML reads as text.'),
  'word-for-boolean': error('A boolean is written as yes, no, on or off, which YAML 1.2 reads as text.'),
  empty: error('The value is empty where something is needed.'),
  'bad-id': error('An id holds characters that ids may not have.'),
  'bad-reference': error('A reference is not an id (or a link, where one is allowed).'),
  'bad-date': error('The value is not a day that exists, as YYYY-MM-DD.'),
  'bad-requirement': error('The value is not a bound as `<= 0.05` or `>= 0.9`.'),
  'bad-distribution': error('The parameters of a distribution make no sense together.'),
  'bad-choice': error(
    'The value of `choose` is not of the form `1 of 2` or `at least 1 of 2`, or counts other alternatives.',
  ),
  'unknown-parameter': error('A pattern has no parameter of that name.'),
  'unknown-option': error('`keep` or `omit` names what the pattern does not leave open, or both name the same.'),
  'choice-not-met': error('What `keep` and `omit` leave of a choice is not what the pattern asks for.'),
  'list-without-per': error('A parameter has several values where one is needed: no edge to the element is `per` it.'),
  'per-conflict': error('A pattern makes an element `per` a parameter by one edge, and reaches it without by another.'),
  'bad-instance': error('An element of a pattern, filled in with the values given, does not keep to the format.'),
  'pattern-cycle': error('Patterns use each other in a circle.'),
  'too-many-instances': error(
    'Patterns would make more than 100,000 elements, more text than can be read, or stand in each other more than 16 levels deep.',
  ),
  'out-of-range': error('A number lies outside the range that the key takes.'),
  'margin-below-one': error('A margin below 1 would weaken the requirement that it is meant to strengthen.'),
  'at-least-range': error('`atLeast` asks for none, or for more children than there are.'),
  'dependence-under-all': error(
    '`dependence` belongs to the legs of `any` or `atLeast`; under `all` it means nothing.',
  ),
  'doubt-and-support': error('An element has both a stated doubt and support: its doubt would have two sources.'),
  'two-sources': error(
    'A leaf has both a stated doubt and a requirement on evidence: its doubt would have two sources.',
  ),
  'requires-without-evidence': error('A leaf requires something of evidence that it does not name.'),
  'unknown-type': error('Neither `type` nor the prefix of the id says what type of element it is.'),
  'type-conflict': error('The type of an element does not fit the place where it stands, or it is stated twice.'),
  'misplaced-key': error('The key belongs to another type of element.'),
  'answered-without-answer': error('A challenge is marked as answered, but names no answer.'),
  'window-order': error('The window ends before it starts.'),
  'defaults-conflict': error('An element inherits different defaults from two parents.'),
  'overrides-pattern': {
    severity: 'warning',
    meaning:
      'An element that uses a pattern states its own support, context or limit, and so drops what the pattern says of it.',
  },
  'repeated-value': {
    severity: 'warning',
    meaning: 'A value stands twice in the list that is given for a parameter: two elements would say the same.',
  },
  'unused-parameter': {
    severity: 'info',
    meaning: 'A parameter of a pattern fills no place in it, so its value changes nothing.',
  },
  'unsupported-version': error('The version of the format is not one that is read.'),
  'missing-version': error('No file of the case says `surety: 1`.'),
  'missing-case': error('No file of the case says what the case is (`case:` with id and title).'),
  'duplicate-id': error('An id stands twice in one module.'),
  'defined-twice': error('A key is given in two files of the case.'),
  'file-missing': error('A file that the text names is not there.'),
  'file-outside-root': error('A path leads out of the root of the case.'),
  'uses-cycle': error('Files name each other in a circle.'),
  'no-files': error('There is no text to read.'),
} as const satisfies Record<string, CodeInfo>;

export type TextCode = keyof typeof textCodes;

export function isTextCode(code: unknown): code is TextCode {
  return typeof code === 'string' && Object.hasOwn(textCodes, code);
}
