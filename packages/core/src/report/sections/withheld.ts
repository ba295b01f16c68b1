import { type Block, cell, cellOf, code, faint, type Line, list, paragraph, type Row, table } from '../document.js';
import { itemLine } from '../points/open-points.js';
import { rangeText } from '../points/shares.js';
import type { WithheldItem, WithheldShare } from '../redact/withheld.js';
import type { View } from '../view.js';
import { counted, listed, sentence } from '../words.js';

/** The holes that were made on purpose: what kind, how many, and how much runs through them. */
export function withheld(view: View): readonly Block[] {
  const { withheld: of } = view;
  if (of === undefined) return [];
  const { items, names, sources, leaves } = of;
  const count = (kind: WithheldItem['kind']) => items.filter((item) => item.kind === kind).length;
  const kinds = [
    ...(count('element') === 0 ? [] : [counted(count('element'), 'element')]),
    ...(count('evidence') === 0 ? [] : [counted(count('evidence'), 'piece of evidence', 'pieces of evidence')]),
    ...(count('quantity') === 0 ? [] : [counted(count('quantity'), 'quantity', 'quantities')]),
    ...(names === 0 ? [] : [counted(names, 'name')]),
    ...(sources ? ['the sources of all evidence'] : []),
  ];
  return [
    paragraph(
      kinds.length === 0
        ? 'Nothing had to be withheld.'
        : `This report withholds ${listed(kinds)}. The verdicts are those of the whole case; ids, links and the shape of the argument are shown as they are.`,
    ),
    ...(view.numbers && leaves.length > 0 ? through(of.shares) : []),
    ...(items.length === 0 ? [] : [itemTable(view, items)]),
    ...(items.length === 0 ? [] : [paragraph(...matching)]),
  ];
}

const matching: Line = [
  'The digest is the start of the SHA-256 of what is withheld: whoever has the whole case gets the same by the same command. ' +
    'It confirms a right guess too. Numbers that follow from what is withheld are left out; with the numbers that are shown, some could still be estimated.',
];

function through(shares: readonly WithheldShare[]): Block[] {
  return [
    paragraph(
      'How much of the doubt runs through what is withheld, all of it together (parts overlap, so this is an upper range):',
    ),
    list(shares.map((share): Line => [`${share.outcome}: ${rangeText(share)} of the doubt.`])),
  ];
}

function itemTable(view: View, items: readonly WithheldItem[]): Block {
  return table('What is withheld', ['What', 'Why', 'Share of the doubt', 'Digest'], items, (item): Row => {
    const type = item.kind === 'element' ? view.index.element(item.id)?.type : item.kind;
    return {
      cells: [
        cellOf([itemLine(view, item.id), [faint(type ?? item.kind)]]),
        cell(item.because === undefined ? 'no reason is given' : sentence(item.because)),
        cellOf(
          item.shares.length === 0
            ? [['no outcome’s doubt runs through it']]
            : item.shares.map((share): Line => [`${share.outcome}: ${rangeText(share)}`]),
        ),
        cell(code(item.digest)),
      ],
    };
  });
}
