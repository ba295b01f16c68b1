import { type Advice, blockedWords, sizeMeaning, type Way } from '../../advice/index.js';
import { type Block, type Cell, cell, cellOf, list, numeric, paragraph, soft, table } from '../document.js';
import { formatProbability } from '../numbers.js';
import type { View } from '../view.js';
import { sentence } from '../words.js';

/** What would make each outcome supported, smallest first; each way was tried. */
export function advice(view: View): readonly Block[] {
  const wanted = view.advice?.filter(({ verdict }) => verdict !== 'supported') ?? [];
  if (wanted.length === 0) return [];
  return [
    soft(meaning),
    ...wanted.map(
      (one): Block => ({
        kind: 'part',
        anchor: `advice-${one.outcome}`,
        title: [one.outcome],
        blocks: forOutcome(one),
      }),
    ),
  ];
}

const meaning = `Each way was assessed: with it the outcome is supported, with a step less of it it is not. ${sizeMeaning}`;

function forOutcome({ first, ways, insufficient, notes }: Advice): readonly Block[] {
  return [
    ...(first.length === 0
      ? []
      : [
          paragraph('To be done first, whatever else is done; below it counts as done:'),
          list(first.map(({ text }) => [sentence(text)])),
        ]),
    ...(ways.length === 0
      ? []
      : [
          table(
            'Ways, smallest first',
            ['What has to be better', numeric('Size'), numeric('Doubt then')],
            ways,
            (way) => ({ cells: cellsOf(way) }),
          ),
        ]),
    ...(insufficient.length === 0
      ? []
      : [
          paragraph('Not enough, however far it is taken:'),
          list(
            insufficient.map((one) => [
              `${sentence(one.text)} Still ${formatProbability(one.number)}${blockedWords(one)}.`,
            ]),
          ),
        ]),
    ...notes.map(({ text }) => soft(sentence(text))),
  ];
}

function cellsOf({ steps, size, number }: Way): readonly Cell[] {
  return [
    cellOf(steps.map(({ text }) => [sentence(text)])),
    cell(size.toPrecision(3)),
    cell(formatProbability(number)),
  ];
}
