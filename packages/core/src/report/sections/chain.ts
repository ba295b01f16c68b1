import { amplifyWords, cautions } from '../../chain/index.js';
import { chainFigure } from '../../figure/index.js';
import { type Block, cell, cellOf, faint, list, numeric, soft, table } from '../document.js';
import { formatProbability } from '../numbers.js';
import type { View } from '../view.js';
import { sentence } from '../words.js';

/** The generations before this case, and the doubt that adds up. */
export function chain({ chain: found }: View): readonly Block[] {
  if (found === undefined) return [];
  const { generations } = found;
  const heads = [
    'Generation',
    'Amplified by',
    numeric('Gap step'),
    numeric('Adds'),
    numeric('In all'),
    numeric('Threshold'),
    'Verdict',
  ];
  const said = cautions(generations);
  const number = (value: number | undefined) => cell(value === undefined ? '–' : formatProbability(value));
  return [
    soft(
      'Each case cites the claim of the one before and argues the step between. Doubts add up whatever the generations have in common: if a claim fails, the cited one failed, or it fails although that one held.',
    ),
    { kind: 'drawing', anchor: 'chain-figure', figure: chainFigure(found) },
    table('Generations', heads, generations, ({ id, title, amplify, gap, own, doubt, threshold, verdict }) => ({
      cells: [
        cellOf([[id], [faint(title)]]),
        cell(amplify === undefined ? '–' : amplifyWords(amplify)),
        number(gap?.doubt),
        number(own),
        number(doubt),
        number(threshold),
        cell(verdict),
      ],
    })),
    ...(said.length === 0 ? [] : [list(said.map((words) => [sentence(words)]))]),
  ];
}
