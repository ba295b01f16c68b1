import type { Tone } from './shapes.js';

const plain: readonly Tone[] = [
  'ink',
  'soft',
  'line',
  'pale',
  'track',
  'page',
  'surface',
  'quiet',
  'accent',
  'good',
  'good-ground',
  'bad',
  'bad-ground',
  'open',
  'open-ground',
  'plain',
  'plain-ground',
];
const categories = ['inability', 'control', 'trustworthiness', 'deference'] as const;
const tones: readonly Tone[] = [
  ...plain,
  ...categories.flatMap((name) => [name, `${name}-ground`, `${name}-letter`] as const),
];

/** What figures add to the style of diagrams: a class per tone for fills, outlines and texts. */
export const figureRules = [
  '.surety .f-none{fill:none}',
  '.surety .dashed{stroke-dasharray:5 4}',
  '.surety :is(path,rect,circle)[class*="s-"]:not([stroke-width]){stroke-width:1.25}',
  ...tones.map(
    (tone) =>
      `.surety .f-${tone}{fill:var(--${tone})}.surety .s-${tone}{stroke:var(--${tone})}.surety text.t-${tone}{fill:var(--${tone})}`,
  ),
].join('\n');
