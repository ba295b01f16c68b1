import {
  type CutSetAssessment,
  type CutSets,
  cutSetsInWords,
  formatProbability,
  legInWords,
  type OutcomeAssessment,
} from '../../doubt/index.js';
import { type Block, deep, details, type Line, paragraph, soft, steps, strong } from '../document.js';
import { failingTogether, linked, type View } from '../view.js';
import { listed, sentence } from '../words.js';
import { partFor } from './part.js';

/** Sets that are shown without a click. */
const shownFirst = 5;
/** The ways in which the argument for each outcome fails. */
export function cutSets(view: View): readonly Block[] {
  const blocks = view.assessment.outcomes.map((outcome) => partFor(outcome, 'cut-sets', forOutcome(view, outcome)));
  const intro =
    'A claim fails when enough of what it rests on is wrong at the same time. These are the smallest such sets (minimal cut sets), in the argument as written: where any one of several legs is enough, all of them must fail.';
  return [paragraph(intro), ...blocks];
}

function forOutcome(view: View, { cutSets: sets, legs }: OutcomeAssessment): Block[] {
  if (sets === undefined) return [paragraph('There is no claim whose failure could be looked into.')];
  const lines = sets.top.map((set) => inWords(view, set));
  const rest = lines.slice(shownFirst);
  return [
    paragraph(countWords(sets, view.numbers)),
    ...(lines.length === 0 ? [] : [steps(lines.slice(0, shownFirst))]),
    ...(rest.length === 0 ? [] : [deep(details(`The next ${rest.length}`, steps(rest, shownFirst + 1)))]),
    // Without numbers there is no declared doubt that the sets could be taken for.
    ...(view.numbers && lines.length > 0
      ? legs.map((leg) => paragraph(...linked(view, sentence(legInWords(leg)), [leg.element, ...leg.legs])))
      : []),
    ...(sets.topIsProved ? [] : [soft('A set as likely as those listed may be missing from the list.')]),
  ];
}

/** `Likeliest ways to be wrong, if every leg counts in full (142 minimal cut sets of the argument as written: …):` */
function countWords({ count, byOrder, top }: CutSets, numbers: boolean): string {
  const ways = `${numbers ? 'Likeliest' : 'Smallest'} ways to be wrong`;
  const shown = top.length === 0 ? '.' : ':';
  if (count === undefined) return `${ways}, ${cutSetsInWords('minimal cut sets, too many to count,', '')}${shown}`;
  if (count === '0') return 'Nothing that the argument states can make the claim fail.';
  const orders = (byOrder ?? []).flatMap((sets, at) =>
    sets === '0' ? [] : [`${sets} of ${at + 1 === 1 ? 'a single leaf' : `${at + 1} leaves`}`],
  );
  const most = orders.length > 8 ? [...orders.slice(0, 8), `more of up to ${byOrder?.length} leaves`] : orders;
  const sets = count === '1' ? 'one minimal cut set' : `${count} minimal cut sets`;
  return `${ways}, ${cutSetsInWords(sets, listed(most), byOrder?.length === 1)}${shown}`;
}

function inWords(view: View, { elements, probability }: CutSetAssessment): Line {
  const chance: Line = probability === undefined ? [] : [' Probability ', strong(formatProbability(probability)), '.'];
  return ['The claim fails if ', ...failingTogether(view, elements), '.', ...chance];
}
