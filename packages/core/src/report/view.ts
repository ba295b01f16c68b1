import { type CaseLookup, type Element, type ElementId, lookup, textOf } from '../case/index.js';
import type { Doubts, LeafAssessment, LeafId } from '../doubt/index.js';
import { type Anchor, faint, type Line, link, type Span } from './document.js';
import { type Drawing, drawingsOf, type LinkTo } from './drawings.js';
import { hrefTo } from './href.js';
import type { ReportInput } from './input.js';
import { shorten } from './words.js';

/** The input of a report with its indices, and the names that things go by in it. */
export interface View extends ReportInput {
  readonly index: CaseLookup;
  /** Whether numbers are shown: false where no doubt is stated anywhere. */
  readonly numbers: boolean;
  doubts(id: ElementId): Doubts | undefined;
  /** Assumptions cited above the element. */
  subjectTo(id: ElementId): readonly ElementId[];
  leaf(id: LeafId): LeafAssessment | undefined;
  /** Leaves of one element: itself, its inference step, its limits. */
  leavesOf(id: ElementId): readonly LeafAssessment[];
  drawings(): readonly Drawing[];
  readonly linkTo: LinkTo | undefined;
  /** Where the drawings show the element, if they do. */
  drawnAt(id: ElementId): Anchor | undefined;
  /** Whether the numbers of the leaf are withheld. */
  isWithheld(id: LeafId): boolean;
}

/** @param linked whether elements have a place of their own in the report, which drawings may lead to */
export function viewOf(input: ReportInput, linked = true): View {
  const { assessment } = input;
  const elements = new Map(assessment.elements.map((element) => [element.id, element]));
  const leaves = new Map(assessment.leaves.map((leaf) => [leaf.id, leaf]));
  const byElement = new Map<ElementId, LeafAssessment[]>();
  for (const leaf of assessment.leaves) {
    // Elements that are the same variable rest on the same leaf.
    for (const id of new Set([leaf.element, ...leaf.sameAs])) {
      const own = byElement.get(id);
      if (own === undefined) byElement.set(id, [leaf]);
      else own.push(leaf);
    }
  }
  const linkTo = linked ? ({ id }: Element) => hrefTo(anchorOf.element(id)) : undefined;
  // Drawn when the first one is asked for: data for programs has none.
  let drawn: readonly Drawing[] | undefined;
  const drawings = () => {
    drawn ??= drawingsOf(input, linkTo);
    return drawn;
  };
  const withheld = new Set(input.withheld?.leaves.map(({ leaf }) => leaf));
  return {
    ...input,
    index: lookup(input.case),
    numbers: assessment.quantified,
    doubts: (id) => elements.get(id)?.doubt,
    subjectTo: (id) => elements.get(id)?.subjectTo ?? [],
    leaf: (id) => leaves.get(id),
    leavesOf: (id) => byElement.get(id) ?? [],
    drawings,
    linkTo,
    drawnAt: (id) =>
      drawings()
        .find(({ places }) => places.has(id))
        ?.places.get(id),
    isWithheld: (id) => withheld.has(id),
  };
}

export const anchorOf = {
  element: (id: string): Anchor => `element-${id}`,
  outcome: (id: string): Anchor => `outcome-${id}`,
  evidence: (id: string): Anchor => `evidence-${id}`,
  quantity: (name: string): Anchor => `quantity-${name}`,
  section: (name: string): Anchor => name,
};

/** The element's id, as a link where the argument shows it. */
export function elementLink(view: View, id: ElementId): Span {
  return view.index.element(id) === undefined ? id : link(anchorOf.element(id), id);
}

/** Ids as links with commas between. */
export function elementLinks(view: View, ids: readonly ElementId[]): Line {
  return ids.flatMap((id, at) => [...(at === 0 ? [] : [', ']), elementLink(view, id)]);
}

/** A leaf's id as a link to the element that it belongs to. */
export function leafLink(view: View, id: LeafId): Span {
  const element = view.leaf(id)?.element ?? id;
  return view.index.element(element) === undefined ? id : link(anchorOf.element(element), id);
}

/**
 * What a leaf is, in words: the text of a claim (at most so many characters of it), or the step, the limit or the
 * challenge that it is.
 */
export function leafText(view: View, id: LeafId, most = Number.POSITIVE_INFINITY): string {
  const leaf = view.leaf(id);
  const element = view.index.element(leaf?.element ?? id);
  if (element === undefined) return '';
  const text = `“${shorten(textOf(element), most)}”`;
  if (leaf?.kind === 'inference') return `the step from its support to ${text}`;
  if (isChallenge(view, id)) return `the challenge is right: ${text}`;
  return leaf?.kind === 'limit' ? `${limitWords(id, element)}: ${text}` : text;
}

/** Whether the leaf fails exactly if a challenge is right. */
export function isChallenge(view: View, id: LeafId): boolean {
  const leaf = view.leaf(id);
  return leaf === undefined ? view.index.element(id)?.challenge !== undefined : leaf.kind === 'challenge';
}

function limitWords(id: LeafId, element: Element): string {
  if (id.includes('.defeated')) return 'marked as defeated';
  if (id.endsWith('.combine')) return 'has fewer legs than it needs';
  return `the limit ${element.holdsUntil.map(({ axis, value }) => `${axis} ${value}`).join(', ')}`;
}

/** `Sn-range (“Cyber-range results …”)`, at most so many characters of the text. */
export function leafInWords(view: View, id: LeafId, most = Number.POSITIVE_INFINITY): Line {
  return [leafLink(view, id), faint(` (${leafText(view, id, most)})`)];
}

/** `these two both go wrong: Sn-range (“Cyber-range results …”) and D1 (the challenge is right: “…”)`. */
export function failingTogether(view: View, leaves: readonly LeafId[], most?: number): Line {
  const shown = leaves.slice(0, mostMembers);
  const left = leaves.length - shown.length;
  const words = shown.flatMap((leaf, at): Line => {
    const joint = at === 0 ? '' : at === shown.length - 1 && left === 0 ? ' and ' : ', ';
    return [joint, ...leafInWords(view, leaf, most)];
  });
  const opening =
    leaves.length === 1 ? 'this one goes' : leaves.length === 2 ? 'these two both go' : `these ${leaves.length} all go`;
  const rest = left === 0 ? [] : [` and ${left} more`];
  return [`${opening} wrong: `, ...words, ...rest].filter((span) => span !== '');
}

/** Members of a set that are spelled out. */
const mostMembers = 12;

/** A text with the names in it (of elements, leaves or pieces of evidence) made links. */
export function linked(view: View, text: string, names: readonly (string | undefined)[]): Line {
  const found = names
    .flatMap((name) => (name === undefined ? [] : [{ name, at: indexOfName(text, name) }]))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const spans: Span[] = [];
  let done = 0;
  for (const { name, at } of found) {
    if (at < done) continue;
    spans.push(text.slice(done, at), nameLink(view, name));
    done = at + name.length;
  }
  return [...spans, text.slice(done)].filter((span) => span !== '');
}

function nameLink(view: View, name: string): Span {
  const evidence = view.index.evidence(name);
  if (evidence !== undefined && view.index.element(name) === undefined) return link(anchorOf.evidence(name), name);
  return leafLink(view, name);
}

/** Where the name stands in the text as a word of its own. */
function indexOfName(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + name.length] ?? ' '}`;
    if (!/[\p{L}\p{N}_@-]/u.test(around)) return at;
  }
  return -1;
}
