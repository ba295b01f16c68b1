import { formatDoubt } from '../../case/index.js';
import { systemFigure, systemPicture } from '../../figure/index.js';
import { type OutcomeMacrosystem, type PartSet, partsInWords } from '../../macrosystem/index.js';
import { type Block, cell, cellOf, details, faint, soft, table } from '../document.js';
import { anchorOf, leafLink, type View } from '../view.js';
import { listed } from '../words.js';

const mostLeaves = 8;

/** The system as a picture, and for each outcome which of its parts must go wrong together. */
export function together(view: View): readonly Block[] {
  const { case: of, macrosystem } = view;
  if (of.system.length === 0) return [];
  const drawing: Block = {
    kind: 'drawing',
    anchor: anchorOf.section('system'),
    figure: systemFigure(systemPicture(of)),
  };
  return [drawing, ...(macrosystem?.outcomes ?? []).flatMap((outcome) => setsOf(view, outcome))];
}

function setsOf(view: View, { outcome, sets, larger, complete, largerComplete }: OutcomeMacrosystem): readonly Block[] {
  if (sets.length === 0) return [];
  const title = `What must go wrong together for ${outcome}`;
  return [
    tableOf(view, title, sets),
    ...(complete ? [] : [soft('Not all minimal sets are listed.')]),
    ...(larger.length === 0
      ? []
      : [
          details(
            `Larger sets with ways of their own (${largerComplete ? '' : 'at least '}${larger.length})`,
            tableOf(view, `${title}: larger sets`, larger),
          ),
        ]),
  ];
}

function tableOf(view: View, title: string, sets: readonly PartSet[]): Block {
  const numbers = view.numbers ? ['Declared', 'If independent', 'At most'] : [];
  return table(title, ['Parts', 'By', ...numbers], sets, ({ parts, given, leaves, doubt }) => {
    const shown = leaves
      .slice(0, mostLeaves)
      .flatMap((leaf, at) => [...(at === 0 ? [] : [', ']), leafLink(view, leaf)]);
    const more = leaves.length - mostLeaves;
    return {
      cells: [
        cellOf([
          [{ kind: 'strong', text: partsInWords(parts) }],
          ...(given.length === 0 ? [] : [[faint(`given that ${listed(given)} cannot be trusted`)]]),
        ]),
        cell(...shown, ...(more > 0 ? [` and ${more} more`] : [])),
        ...(doubt === undefined
          ? []
          : [doubt.declared, doubt.independent, doubt.bound].map((one) => cell(formatDoubt(one)))),
      ],
    };
  });
}
