import type { Change, LeafId, OutcomeAssessment } from '../../doubt/index.js';
import { faint, type Line, link, type Span } from '../document.js';
import { formatChance, formatChanceAgainst } from '../numbers.js';
import { type LeafShare, leafShares } from '../points/shares.js';
import { anchorOf, failingTogether, isChallenge, leafLink, linked, type View } from '../view.js';
import { listed, sentence, shorten } from '../words.js';

/** Of a text on the first screen. What stands first may be longer. */
const mostCharacters = 56;
const mostInFirst = 140;
const mostInChange = 44;
const mostHinges = 3;
const mostChanges = 2;

/** What the verdict hinges on: the few leaves with the largest shares of the doubt; without numbers, the shortest way to fail. */
export function hingesOf(view: View, outcome: OutcomeAssessment): Line[] {
  const rows = sharesShown(view, outcome);
  if (rows.length > 0) return rows.map((row, at) => hinge(view, outcome, row, at === 0 ? mostInFirst : mostCharacters));
  const set = outcome.cutSets?.top[0];
  if (set === undefined || set.elements.length === 0) return [];
  return [['It fails if ', ...failingTogether(view, set.elements, mostCharacters), '.']];
}

function sharesShown(view: View, outcome: OutcomeAssessment): readonly LeafShare[] {
  return leafShares(view, outcome)
    .filter(({ row }) => row === undefined || row.fussellVesely > 0)
    .slice(0, mostHinges);
}

function hinge(view: View, outcome: OutcomeAssessment, { leaf, text }: LeafShare, most: number): Line {
  const quoted = leafText(view, leaf, most);
  const about: Line = isChallenge(view, leaf)
    ? ['That the objection ', leafLink(view, leaf), ' is wrong: ', quoted, faint(raised(view, leaf))]
    : view.leaf(leaf)?.kind === 'inference'
      ? ['That the evidence offered really shows ', quoted]
      : [quoted];
  const others = view.assessment.outcomes.filter(
    (other) => other.id !== outcome.id && sharesShown(view, other).some((shown) => shown.leaf === leaf),
  );
  const shared = others.length === 0 ? '' : `; also under ${listed(others.map(({ id }) => id))}`;
  return [...about.filter((span) => span !== ''), faint(` ${text} of the risk${shared}`)];
}

/** Who raised a challenge and when, as far as the case says so. */
function raised(view: View, leaf: LeafId): string {
  const { raisedBy, date } = view.index.element(view.leaf(leaf)?.element ?? leaf)?.challenge ?? {};
  if (raisedBy === undefined && date === undefined) return '';
  return ` (raised${raisedBy === undefined ? '' : ` by ${raisedBy}`}${date === undefined ? '' : ` on ${date}`})`;
}

/** The text of the leaf's element, leading to its place. */
function leafText(view: View, leaf: LeafId, most: number): Span {
  const element = view.index.element(view.leaf(leaf)?.element ?? leaf);
  return element === undefined ? leaf : link(anchorOf.element(element.id), `“${shorten(element.text, most)}”`);
}

/** What would turn the verdict, in plain words. */
export function changesOf(view: View, outcome: OutcomeAssessment): Line[] {
  return outcome.wouldChange.slice(0, mostChanges).map((change) => changeLine(view, change));
}

function changeLine(view: View, change: Change): Line {
  const { text, element, leaf, to } = change;
  const doubt = leaf === undefined ? undefined : view.leaf(leaf)?.doubt;
  if (leaf !== undefined && to !== undefined && doubt !== undefined && 'mean' in doubt) {
    const quoted = leafText(view, leaf, mostInChange);
    const about: readonly [string, ...Line] = isChallenge(view, leaf)
      ? ['chance', 'that the objection ', leafLink(view, leaf), ' is right']
      : view.leaf(leaf)?.kind === 'inference'
        ? ['doubt', 'about whether the evidence offered really shows ', quoted]
        : ['doubt', 'about ', quoted];
    const [what, ...which] = about;
    const verdict = to > doubt.mean ? 'No longer supported' : 'Below the threshold';
    const now = formatChanceAgainst(doubt.mean, to);
    return [`${verdict} at a ${what} of ${formatChance(to, 3)} (now\u00a0${now}) `, ...which, '.'];
  }
  if (element !== undefined && view.index.element(element)?.challenge?.status === 'open')
    return [
      'Settle the objection ',
      leafLink(view, element),
      ': show with evidence that it does not hold here, or withdraw what it hits.',
    ];
  return linked(view, sentence(text), [leaf ?? element]);
}

/** Why the changes name other leaves than the hinges; empty where they share one, or where no change is about a leaf. */
export function changesNote(view: View, outcome: OutcomeAssessment): string {
  const hinges = new Set(sharesShown(view, outcome).map(({ leaf }) => leaf));
  const moved = outcome.wouldChange
    .slice(0, mostChanges)
    .flatMap(({ leaf, to }) => (to === undefined ? [] : (leaf ?? [])));
  return moved.length === 0 || moved.every((leaf) => hinges.has(leaf)) ? '' : 'the smallest that do, one alone';
}
