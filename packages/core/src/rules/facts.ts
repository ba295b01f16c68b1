import {
  type Case,
  type CaseLookup,
  type Element,
  type ElementId,
  type EvidenceId,
  isQuantified,
  memo,
  nearest,
  type OutcomeId,
  once,
} from '../case/index.js';
import { builtInQuantitiesOf, checkQuantities } from '../quantities/index.js';
import { type SignOffs, signOffsOf } from '../signoff/index.js';
import { type Coverage, coverageOf } from './coverage.js';
import { type Elicited, elicited } from './elicited.js';
import { evidenceBehind } from './quantity-evidence.js';

/** What several rules need to know of a case; each part is worked out when it is first asked for, and once. */
export interface Facts {
  /** Whether a doubt is stated anywhere. */
  quantified(): boolean;
  /** Elements that something other than support or context leads to: claims of outcomes, answers, … */
  tops(): ReadonlySet<ElementId>;
  /** Everything that the claim of the outcome may depend on; empty where it has none. */
  argumentFor(outcome: OutcomeId): ReadonlySet<ElementId>;
  /** Everything that any top may depend on. */
  reached(): ReadonlySet<ElementId>;
  /** Evidence that an element or a quantity cites. */
  citedEvidence(): ReadonlySet<EvidenceId>;
  /** The evidence that the doubts of an element rest on, directly or through quantities. */
  evidenceBehind(element: Element): Iterable<EvidenceId>;
  coverage(): Coverage;
  /** Opinions that people gave as numbers or distributions. */
  elicited(): readonly Elicited[];
  /** Quantities that are there by themselves, with their values today. */
  builtIns(): ReturnType<typeof builtInQuantitiesOf>;
  /** The sign-offs, held against what stands in the text now. */
  signOffs(): SignOffs;
  /** What the quantities' own checks found. */
  quantityFindings(): ReturnType<typeof checkQuantities>;
  /**
   * `Did you mean …?` with the name that a wrong one was probably meant to be, as the hint of a finding; nothing where
   * no name is close. Gives up after many comparisons, so that checking stays linear.
   */
  didYouMean(wrong: string, names: readonly string[]): { readonly hint?: string };
}

/** Names that are compared with wrong ones in one check: a text with more slips than that has another problem. */
const mostComparisons = 100_000;

export function factsOf(of: Case, index: CaseLookup): Facts {
  const argumentFor = memo((outcome: OutcomeId) => {
    const claim = index.outcome(outcome)?.claim;
    return index.below(claim === undefined ? [] : [claim]);
  });
  const tops = once(() => topsOf(of, index));
  const behind = once(() => evidenceBehind(of));
  let comparisons = 0;
  return {
    quantified: once(() => isQuantified(of)),
    tops,
    argumentFor,
    reached: once(() => index.below([...tops()])),
    citedEvidence: once(() => citedEvidence(of)),
    evidenceBehind: (element) => behind()(element),
    coverage: once(() => coverageOf(of, argumentFor)),
    elicited: once(() => elicited(of)),
    builtIns: once(() => builtInQuantitiesOf(of)),
    signOffs: once(() => signOffsOf(index)),
    quantityFindings: once(() => checkQuantities(of)),
    didYouMean: (wrong, names) => {
      comparisons += names.length;
      const name = comparisons > mostComparisons ? undefined : nearest(wrong, names);
      return name === undefined ? {} : { hint: `Did you mean \`${name}\`?` };
    },
  };
}

function topsOf(of: Case, index: CaseLookup): ReadonlySet<ElementId> {
  const named: ElementId[] = [];
  const points = new Set<string>();
  of.elements.forEach(({ claimPoints }) => {
    claimPoints.forEach(({ name }) => {
      points.add(name);
    });
  });
  of.elements.forEach((element) => {
    addTops(element, points, named);
  });
  const tops = [
    ...of.outcomes.map((outcome) => outcome.claim),
    ...of.riskCases.map((riskCase) => riskCase.claim),
    ...of.evidence.map((evidence) => evidence.transfer),
    ...named,
    of.chain?.gap,
    // Where no outcome has a claim yet, the first goal that nothing cites is taken to be the top.
    of.bare || of.outcomes.some((outcome) => outcome.claim !== undefined)
      ? undefined
      : of.elements.find(
          ({ id, type, riskCase }) => type === 'goal' && riskCase === undefined && index.parents(id).length === 0,
        )?.id,
    // A bare argument has no outcomes: whatever nothing cites is a top, and whether it may be is for a rule of its own.
    ...(of.bare
      ? of.elements.flatMap(({ id, type }) => (type !== 'challenge' && index.parents(id).length === 0 ? [id] : []))
      : []),
  ];
  return new Set(tops.filter((id) => id !== undefined));
}

/** The tops that an element names, or is. */
function addTops(element: Element, points: ReadonlySet<string>, to: ElementId[]): void {
  const { id, challenge, confidence } = element;
  if (challenge?.answeredBy !== undefined) to.push(challenge.answeredBy);
  if (confidence !== undefined && points.has(confidence)) to.push(id);
  // What another module or case may cite is a top of its own.
  if (element.public) to.push(id);
}

function citedEvidence(of: Case): ReadonlySet<EvidenceId> {
  const cited = new Set<EvidenceId>();
  for (const element of of.elements) if (element.evidence !== undefined) cited.add(element.evidence);
  for (const quantity of of.quantities) {
    if (quantity.definition.kind === 'evidence') cited.add(quantity.definition.evidence);
  }
  return cited;
}
