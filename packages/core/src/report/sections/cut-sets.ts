import { type CutSetAssessment, type CutSets, formatProbability, type OutcomeAssessment } from '../../doubt/index.js';
import { type Block, details, type Line, paragraph, type Section, soft, steps, strong } from '../document.js';
import { anchorOf, failingTogether, type View } from '../view.js';
import { listed } from '../words.js';
import { partFor } from './part.js';

/** Sets that are shown without a click. */
const shownFirst = 5;
/** The ways in which the argument for each outcome fails. */
export function cutSets(view: View): Section {
  const blocks = view.assessment.outcomes.map((outcome) => partFor(outcome, 'cut-sets', forOutcome(view, outcome)));
  const intro =
    'A claim fails when enough of what it rests on is wrong at the same time. These are the smallest such sets (minimal cut sets), in the argument as written: where any one of several legs is enough, all of them must fail.';
  return {
    anchor: anchorOf.section('cut-sets'),
    title: 'What would have to go wrong',
    blocks: [paragraph(intro), ...blocks],
  };
}

function forOutcome(view: View, { cutSets: sets }: OutcomeAssessment): Block[] {
  if (sets === undefined) return [paragraph('There is no claim whose failure could be looked into.')];
  const lines = sets.top.map((set) => inWords(view, set));
  const rest = lines.slice(shownFirst);
  const order = view.numbers ? 'likeliest first' : 'smallest first';
  return [
    paragraph(countWords(sets)),
    ...(lines.length === 0
      ? []
      : [
          paragraph(`The ${lines.length === 1 ? 'one' : `first ${lines.length}`}, ${order}:`),
          steps(lines.slice(0, shownFirst)),
        ]),
    ...(rest.length === 0 ? [] : [details(`The next ${rest.length}`, steps(rest, shownFirst + 1))]),
    ...(sets.topIsProved ? [] : [soft('A set as likely as those listed may be missing from the list.')]),
  ];
}

/** `142 minimal sets: 9 of one leaf, 133 of two.` */
function countWords({ count, byOrder }: CutSets): string {
  if (count === undefined) return 'The sets were too many to count.';
  if (count === '0') return 'Nothing that the argument states can make the claim fail.';
  const orders = (byOrder ?? []).flatMap((sets, at) =>
    sets === '0' ? [] : [`${sets} of ${at + 1 === 1 ? 'a single leaf' : `${at + 1} leaves`}`],
  );
  const shown = orders.length > 8 ? [...orders.slice(0, 8), `more of up to ${byOrder?.length} leaves`] : orders;
  return `${count === '1' ? 'One minimal set' : `${count} minimal sets`} in all: ${listed(shown)}.`;
}

function inWords(view: View, { elements, probability }: CutSetAssessment): Line {
  const chance: Line = probability === undefined ? [] : [' Probability ', strong(formatProbability(probability)), '.'];
  return ['The claim fails if ', ...failingTogether(view, elements), '.', ...chance];
}
