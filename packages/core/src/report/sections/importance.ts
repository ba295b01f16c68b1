import { formatProbability, type LeafId, type OutcomeAssessment, pathSetInWords } from '../../doubt/index.js';
import {
  type Block,
  cell,
  cellOf,
  details,
  faint,
  type Line,
  list,
  mostRows,
  numeric,
  paragraph,
  type Row,
  soft,
  table,
} from '../document.js';
import { formatDoubt, formatFactor } from '../numbers.js';
import { type LeafShare, leafShares } from '../points/shares.js';
import { leafInWords, leafLink, leafText, type View } from '../view.js';
import { counted } from '../words.js';
import { partFor } from './part.js';

/** Rows that are shown without a click; the others are folded where there are a few more than that. */
const shownFirst = 12;

/** Which leaves matter most, and which ones carry the claim by themselves. */
export function importance(view: View): readonly Block[] {
  const { outcomes } = view.assessment;
  const blocks = view.numbers
    ? [soft(meaning), ...outcomes.map((outcome) => partFor(outcome, 'importance', forOutcome(view, outcome)))]
    : [
        paragraph(
          'How much each part matters is a number; without a stated doubt there is none. The smallest ways to fail say what carries the case.',
        ),
      ];
  return blocks;
}

const meaning =
  'Share of the doubt (Fussell–Vesely): what part of the claim’s doubt would go if the leaf held for certain. Risk achievement worth: ' +
  'by what factor the doubt grows if the leaf fails. Risk reduction worth: by what factor it shrinks if the leaf holds.';

function forOutcome(view: View, outcome: OutcomeAssessment): Block[] {
  const rows = leafShares(view, outcome);
  if (rows.length === 0) return [paragraph('There is no doubt to divide up.')];
  const folded = rows.length > shownFirst + 3;
  const first = folded ? rows.slice(0, shownFirst) : rows;
  const rest = folded ? rows.slice(shownFirst) : [];
  const others = tableOf(view, `The other leaves of ${outcome.id}`, rest, mostRows - shownFirst);
  return [
    tableOf(view, `Leaves that matter most for ${outcome.id}`, first, mostRows),
    ...(rest.length === 0 ? [] : [details(`The other ${counted(rest.length, 'leaf', 'leaves')}`, others)]),
    ...pathSet(view, outcome),
  ];
}

function tableOf(view: View, caption: string, rows: readonly LeafShare[], most: number): Block {
  return table(
    caption,
    [
      'Leaf',
      numeric('Doubt of the leaf'),
      'Share of the doubt',
      numeric('Claim’s doubt if it fails'),
      numeric('… if it holds'),
      numeric('Risk achievement worth'),
      numeric('Risk reduction worth'),
    ],
    rows,
    ({ leaf, text, row }): Row => ({
      cells: [
        cellOf([[leafLink(view, leaf)], [faint(leafText(view, leaf, 140))]]),
        cell(ownDoubt(view, leaf)),
        { lines: [[text]], ...(row === undefined ? {} : { share: row.fussellVesely }) },
        cell(row === undefined ? 'withheld' : formatProbability(row.ifFails)),
        cell(row === undefined ? 'withheld' : formatProbability(row.ifHolds)),
        cell(row === undefined ? 'withheld' : formatFactor(row.riskAchievementWorth)),
        cell(row === undefined ? 'withheld' : formatFactor(row.riskReductionWorth)),
      ],
    }),
    most,
  );
}

function ownDoubt(view: View, leaf: LeafId): string {
  const doubt = view.leaf(leaf)?.doubt;
  if (view.isWithheld(leaf)) return 'withheld';
  return doubt === undefined ? '–' : formatDoubt(doubt);
}

/** The set of leaves behind the bound: whatever else is wrong, the claim holds while these hold. */
function pathSet(view: View, { pathSet: leaves, doubt }: OutcomeAssessment): Block[] {
  if (leaves.length === 0 || doubt === undefined) return [];
  const lines = leaves.map((leaf): Line => [...leafInWords(view, leaf), ` doubt ${ownDoubt(view, leaf)}`]);
  const bound = formatDoubt(doubt.bound);
  return [
    paragraph(
      `What carries the claim by itself: the leaves behind the dependence-free bound of ${bound}. ${pathSetInWords(leaves.length)}.`,
    ),
    details(`The ${counted(leaves.length, 'leaf', 'leaves')} that carry it`, list(lines)),
  ];
}
