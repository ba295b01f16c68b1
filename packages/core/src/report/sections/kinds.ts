import type { Element } from '../../case/index.js';
import { type BuildingBlock, blockOf, builtInCatalogue, type Fact, labelsOf } from '../../catalogue/index.js';
import { categoriesFigure } from '../../figure/index.js';
import { type Block, type Cell, cell, cellOf, faint, paragraph, soft, table } from '../document.js';
import { elementLink, type View } from '../view.js';

const mostBlocks = 200;

/** Which categories the verdicts lean on, and the building blocks of the case with where each of their labels comes from. */
export function kinds(view: View): readonly Block[] {
  const { case: of, catalogue = builtInCatalogue } = view;
  const used = of.elements.filter(({ block }) => block !== undefined);
  const labels = ['practicality', 'maximum strength', 'scalability', 'role'];
  const row = (element: Element) => ({ element, block: blockOf(catalogue, element.block!) });
  const blocks =
    used.length === 0
      ? []
      : [
          soft(
            'How building blocks are rated, and where each rating comes from. Of the paper only the ranking of the highest three is known; what is a reconstruction may be wrong, and a catalogue file of the case may say otherwise.',
          ),
          table(
            'Building blocks that the case names',
            ['Claim', 'Building block', 'Practicality', 'Maximum strength', 'Scalability', 'Role'],
            used.map(row),
            ({ element, block }) => ({
              cells: [
                cell(elementLink(view, element.id)),
                block === undefined
                  ? cellOf([[element.block ?? ''], [faint('not in the catalogue')]])
                  : cellOf([
                      [block.title],
                      ...(block.ranksHighest === undefined
                        ? []
                        : [[faint(`ranks highest: ${block.ranksHighest.provenance}`)]]),
                    ]),
                ...labels.map((name) => labelCell(block, name)),
              ],
            }),
            mostBlocks,
          ),
        ];
  return [...picture(view), ...blocks];
}

/** Not drawn where numbers are withheld: shares could be read off the bars. */
function picture(view: View): readonly Block[] {
  const { case: of, assessment, catalogue = builtInCatalogue, withheld, numbers } = view;
  const categorised = of.elements.some(({ category }) => category !== undefined);
  if (!numbers || !categorised || withheld !== undefined || assessment.outcomes.length === 0) return [];
  const figure = categoriesFigure(of, assessment, catalogue.categories);
  return [
    paragraph(
      'Where the doubt lies by category of argument, beside the range of capability in which each category can carry a case. A category that is leaned on outside of its range is named.',
    ),
    { kind: 'drawing', anchor: 'kinds-picture', figure },
  ];
}

function labelCell(block: BuildingBlock | undefined, name: string): Cell {
  const fact: Fact<string | boolean> | undefined =
    block === undefined ? undefined : labelsOf(block).find(([label]) => label === name)?.[1];
  return fact === undefined
    ? cell('–')
    : cellOf([
        [String(fact.value)],
        [faint(`${fact.provenance}${fact.provenance === 'own file' ? `: ${fact.source}` : ''}`)],
      ]);
}
