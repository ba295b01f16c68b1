import { amount, described, flag, format, list, object, oneOf, type Schema, text, whole } from './parts.js';

const tone = oneOf('good', 'bad', 'open', 'plain');
const category = oneOf('inability', 'control', 'trustworthiness', 'deference');
const change = oneOf('added', 'removed', 'moved', 'changed');
const mark = oneOf('undeveloped', 'uninstantiated', 'to be supported by contract', 'public', 'defeated');
const linkKinds = ['supportedBy', 'inContextOf', 'challenges', 'answeredBy', 'confidence', 'uses'];
const box = object({ x: amount, y: amount, width: amount, height: amount });
const point = object({ x: amount, y: amount });
const index = described(whole, 'Index of a node.');

const node = object({
  id: described(text, 'Unique in the diagram.'),
  'element?': described(text, 'The element; modules and choices stand for none.'),
  shape: oneOf(
    'goal',
    'strategy',
    'solution',
    'context',
    'assumption',
    'justification',
    'counter-goal',
    'counter-solution',
    'challenge',
    'module',
    'contract',
    'choice',
  ),
  name: text,
  text,
  'away?': described(text, 'The module where the element stands.'),
  marks: list(mark),
  'category?': category,
  tags: list(object({ text, tone })),
  'doubt?': object({ text, level: described(amount, 'From 0 (1e-6) to 1 (1) on a logarithmic axis.'), tone }),
  claimPoints: list(text),
  pointedOut: flag,
  faint: flag,
  'change?': change,
  hidden: described(whole, 'Elements below it that are not drawn.'),
  'link?': text,
  box: described(box, 'With all its signs, in pixels from the upper left corner.'),
  body: described(box, 'The shape itself.'),
});

const edge = object({
  from: index,
  to: index,
  kind: oneOf(...linkKinds, 'challenges link'),
  'link?': described(whole, 'Index of the challenged edge.'),
  'multiplicity?': text,
  optional: flag,
  claimPoints: list(text),
  defeated: flag,
  'change?': change,
  pointedOut: flag,
  faint: flag,
  points: list(point, 'The line from one shape to the other.'),
  label: described(point, 'Where its words stand.'),
});

const sign: Schema = {
  anyOf: [
    object({ kind: oneOf('category'), category }),
    object({ kind: oneOf('mark'), mark }),
    object({ kind: oneOf('change'), change }),
    object({ kind: oneOf('link'), link: oneOf(...linkKinds) }),
    object({
      kind: oneOf(
        'multiplicity',
        'optional',
        'choice',
        'away',
        'doubt',
        'pointed out',
        'claim point',
        'collapsed',
        'faint',
      ),
    }),
  ],
};

export const diagram: Schema = object({
  format: format('surety-diagram/1'),
  title: text,
  description: described(text, 'What the picture shows, in words.'),
  width: amount,
  height: amount,
  nodes: list(node, 'In reading order.'),
  edges: list(edge),
  legend: list(object({ sign, text })),
});
