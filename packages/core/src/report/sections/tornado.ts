import type { OutcomeAssessment, TornadoBar } from '../../doubt/index.js';
import { closeAround, type Domain, placeOf } from '../axis.js';
import {
  type Block,
  type Cell,
  cell,
  cellOf,
  details,
  faint,
  type Line,
  link,
  paragraph,
  type Row,
  soft,
  type Table,
  table,
} from '../document.js';
import { formatNumber, formatProbability } from '../numbers.js';
import { anchorOf, leafLink, leafText, type View } from '../view.js';
import { counted } from '../words.js';
import { partFor } from './part.js';
import { numberOf } from './says.js';

/** Bars that are shown without a click. */
const shownFirst = 10;

/** How far each uncertain input moves the declared doubt. */
export function tornado(view: View): readonly Block[] {
  const outcomes = view.assessment.outcomes.filter((outcome) => outcome.tornado.length > 0);
  if (outcomes.length === 0) return [paragraph('No input is uncertain, so none moves the doubt.')];
  return [soft(meaning), ...outcomes.map((outcome) => partFor(outcome, 'tornado', forOutcome(view, outcome)))];
}

const meaning =
  'Of all trials, the tenth in which the input is lowest and the tenth in which it is highest: the mean of the declared doubt in ' +
  'each. The bar runs from one to the other; the short line is the number of the verdict, the red one the threshold. What is stated as a plain ' +
  'number does not vary, and has no bar.';

function forOutcome(view: View, outcome: OutcomeAssessment): Block[] {
  const { tornado: bars, threshold } = outcome;
  const now = numberOf(outcome) ?? 0;
  const ends = bars.flatMap(({ low, high }) => [low.doubt, high.doubt]);
  const domain = closeAround([...ends, now, ...(threshold === undefined ? [] : [threshold.probability])]);
  const rest = bars.slice(shownFirst);
  const rows = (caption: string, some: readonly TornadoBar[]): Table =>
    table(caption, ['Input', 'Lowest and highest tenth of it', 'Doubt of the claim then'], some, (bar) =>
      rowOf(view, bar, { domain, now, threshold: threshold?.probability }),
    );
  return [
    rows(`What moves the doubt about ${outcome.id}`, bars.slice(0, shownFirst)),
    ...(rest.length === 0
      ? []
      : [details(`The other ${counted(rest.length, 'input')}`, rows(`The other inputs of ${outcome.id}`, rest))]),
  ];
}

interface Drawn {
  readonly domain: Domain | undefined;
  readonly now: number;
  readonly threshold: number | undefined;
}

function rowOf(view: View, { input, low, high }: TornadoBar, drawn: Drawn): Row {
  return {
    cells: [
      cellOf(inputLines(view, input)),
      cell(`${formatNumber(low.value)} → ${formatNumber(high.value)}`),
      doubtCell(low.doubt, high.doubt, drawn),
    ],
  };
}

function doubtCell(low: number, high: number, { domain, now, threshold }: Drawn): Cell {
  const lines: Line[] = [[`${formatProbability(low)} → ${formatProbability(high)}`]];
  if (domain === undefined) return { lines };
  const [first, last] = low <= high ? [low, high] : [high, low];
  return {
    lines,
    stretch: {
      from: placeOf(first, domain),
      to: placeOf(last, domain),
      now: placeOf(now, domain),
      ...(threshold === undefined ? {} : { threshold: placeOf(threshold, domain) }),
    },
  };
}

function inputLines(view: View, input: TornadoBar['input']): Line[] {
  if (input.kind === 'leaf') return [[leafLink(view, input.leaf)], [faint(leafText(view, input.leaf, 100))]];
  const known = view.index.quantity(input.name);
  return [
    [known === undefined ? input.name : link(anchorOf.quantity(input.name), input.name)],
    ...(known?.unit === undefined ? [] : [[faint(known.unit)]]),
  ];
}
