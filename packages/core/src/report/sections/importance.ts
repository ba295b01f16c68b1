import { formatProbability, type Importance, type LeafId, type OutcomeAssessment } from '../../doubt/index.js';
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
  type Section,
  soft,
  table,
} from '../document.js';
import { pathSetInWords } from '../legs-in-words.js';
import { formatDoubt, formatFactor, formatShare } from '../numbers.js';
import { anchorOf, leafInWords, leafLink, leafText, type View } from '../view.js';
import { counted } from '../words.js';
import { partFor } from './part.js';

/** Rows that are shown without a click; the others are folded where there are a few more than that. */
const shownFirst = 12;

/** Which leaves matter most, and which ones carry the claim by themselves. */
export function importance(view: View): Section {
  const { outcomes } = view.assessment;
  const blocks = view.numbers
    ? [soft(meaning), ...outcomes.map((outcome) => partFor(outcome, 'importance', forOutcome(view, outcome)))]
    : [
        paragraph(
          'How much each part matters is a number; without a stated doubt there is none. The sets above say what carries the case.',
        ),
      ];
  return { anchor: anchorOf.section('importance'), title: 'What it rests on', blocks };
}

const meaning =
  'Share of the doubt (Fussell–Vesely): what part of the claim’s doubt would go if the leaf held for certain. Risk achievement worth: ' +
  'by what factor the doubt grows if the leaf fails. Risk reduction worth: by what factor it shrinks if the leaf holds.';

function forOutcome(view: View, outcome: OutcomeAssessment): Block[] {
  const rows = outcome.importance;
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

function tableOf(view: View, caption: string, rows: readonly Importance[], most: number): Block {
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
    (row): Row => ({
      cells: [
        cellOf([[leafLink(view, row.leaf)], [faint(leafText(view, row.leaf, 140))]]),
        cell(ownDoubt(view, row.leaf)),
        { lines: [[formatShare(row.fussellVesely)]], share: row.fussellVesely },
        cell(formatProbability(row.ifFails)),
        cell(formatProbability(row.ifHolds)),
        cell(formatFactor(row.riskAchievementWorth)),
        cell(formatFactor(row.riskReductionWorth)),
      ],
    }),
    most,
  );
}

function ownDoubt(view: View, leaf: LeafId): string {
  const doubt = view.leaf(leaf)?.doubt;
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
