import type { Change, LeafId, OutcomeAssessment } from '../../doubt/index.js';
import { faint, type Line, link, type Span } from '../document.js';
import { formatChance, formatChanceAgainst } from '../numbers.js';
import { type LeafShare, leafShares } from '../points/shares.js';
import { anchorOf, failingTogether, isChallenge, leafLink, linked, type View } from '../view.js';
import { sentence, shorten } from '../words.js';

/** Of a text on the first screen. */
const mostCharacters = 84;
const mostInChange = 44;
const mostHinges = 3;
const mostChanges = 2;

/** What the verdict hinges on: the few leaves with the largest shares of the doubt; without numbers, the shortest way to fail. */
export function hingesOf(view: View, outcome: OutcomeAssessment): Line[] {
  const rows = leafShares(view, outcome)
    .filter(({ row }) => row === undefined || row.fussellVesely > 0)
    .slice(0, mostHinges);
  if (rows.length > 0) return rows.map((row) => hinge(view, row));
  const set = outcome.cutSets?.top[0];
  if (set === undefined || set.elements.length === 0) return [];
  return [['It fails if ', ...failingTogether(view, set.elements, mostCharacters), '.']];
}

function hinge(view: View, { leaf, text }: LeafShare): Line {
  const kind = view.leaf(leaf)?.kind;
  const before = isChallenge(view, leaf)
    ? ['That the objection is wrong: ']
    : kind === 'inference'
      ? ['That its support is enough for ']
      : [];
  return [...before, leafText(view, leaf, mostCharacters), faint(` ${text} of the doubt`)];
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
    const about: Line = isChallenge(view, leaf)
      ? ['the chance that the objection ', quoted, ' is right']
      : [view.leaf(leaf)?.kind === 'inference' ? 'the doubt about the step to ' : 'the doubt about ', quoted];
    const [opening, verb] =
      to > doubt.mean ? ['No longer supported if ', ' reaches '] : ['Below the threshold if ', ' comes down to '];
    const numbers = `${formatChance(to, 3)} (now\u00a0${formatChanceAgainst(doubt.mean, to)}).`;
    return [opening, ...about, `${verb}${numbers}`];
  }
  if (element !== undefined && view.index.element(element)?.challenge?.status === 'open')
    return ['Answer the objection ', leafLink(view, element), ', accept it, or show that it does not bear on this.'];
  return linked(view, sentence(text), [leaf ?? element]);
}
