import type { Element, ElementId, RiskCase } from '../../case/index.js';
import { formatProbability, type OutcomeAssessment, type RiskCaseAssessment } from '../../doubt/index.js';
import { type Beside, type Block, badge, deep, type Line, list, paragraph, soft, strong } from '../document.js';
import { formatChance } from '../numbers.js';
import { elementLink, type View } from '../view.js';
import { sentence } from '../words.js';
import { partFor } from './part.js';
import { numberOf } from './says.js';

/** Parts of a claim's support that are told. */
const mostSupport = 6;

/** The other side's argument beside the safety case. */
export function riskCases(view: View): readonly Block[] {
  const { riskCases: stated } = view.case;
  if (stated.length === 0)
    return [paragraph('The case holds no argument of the other side, that an outcome will occur.')];
  const assessed = new Map(view.assessment.riskCases.map((one) => [one.outcome, one]));
  const parts = view.assessment.outcomes.flatMap((outcome) => {
    const other = stated.find((one) => one.outcome === outcome.id);
    return other === undefined
      ? []
      : [partFor(outcome, 'risk', besides(view, outcome, other, assessed.get(outcome.id)))];
  });
  const without = view.assessment.outcomes.filter(({ id }) => !stated.some(({ outcome }) => outcome === id));
  return [
    ...(view.numbers ? [soft(meaning)] : []),
    ...parts,
    ...(without.length === 0
      ? []
      : [paragraph(`Nobody argues the other side of ${without.map(({ id }) => id).join(', ')}.`)]),
  ];
}

const meaning =
  'A risk case argues that an outcome will occur. If it is right, the outcome is at least as likely as its lower bound, whatever fails ' +
  'together; above the number of the verdict, or above the threshold, the two contradict each other.';

function besides(
  view: View,
  outcome: OutcomeAssessment,
  other: RiskCase,
  assessed: RiskCaseAssessment | undefined,
): Block[] {
  const held = view.numbers ? numberOf(outcome) : undefined;
  const safety: Beside = {
    title: 'Safety case: it will not occur',
    blocks: [
      ...(held === undefined
        ? []
        : [paragraph('The chance is put at up to ', strong(formatChance(held, 2, 'up')), '.')]),
      ...claimBlocks(view, outcome.claim),
    ],
  };
  const risk: Beside = {
    title: 'Risk case: it will occur',
    blocks: [
      ...(assessed === undefined || !view.numbers
        ? []
        : [
            paragraph(
              'If this is right, the chance is at least ',
              strong(formatChance(assessed.lowerBound, 2, 'down')),
              '.',
            ),
          ]),
      ...claimBlocks(view, other.claim),
    ],
  };
  return [{ kind: 'beside', parts: [safety, risk] }, ...(view.numbers ? contradiction(view, assessed, outcome) : [])];
}

function claimBlocks(view: View, id: ElementId | undefined): Block[] {
  const claim = id === undefined ? undefined : view.index.element(id);
  if (claim === undefined) return [paragraph('There is no claim.')];
  const support = claim.supportedBy.flatMap(({ to }) => view.index.element(to) ?? []);
  const rest = support.length - mostSupport;
  return [
    paragraph(...elementLine(view, claim)),
    deep(
      ...(support.length === 0
        ? [soft(claim.undeveloped ? 'It is undeveloped.' : 'Nothing supports it further.')]
        : [paragraph('It rests on:'), list(support.slice(0, mostSupport).map((one) => elementLine(view, one)))]),
      ...(rest > 0 ? [soft(`And on ${rest} more.`)] : []),
    ),
  ];
}

function elementLine(view: View, { id, text, undeveloped }: Element): Line {
  return [elementLink(view, id), ` ${sentence(text)}`, ...(undeveloped ? [' ', badge('bad', 'undeveloped')] : [])];
}

function contradiction(
  { withheld }: View,
  assessed: RiskCaseAssessment | undefined,
  { threshold }: OutcomeAssessment,
): Block[] {
  if (assessed === undefined)
    return [
      paragraph(
        withheld === undefined ? 'The risk case was not computed.' : 'The number of the risk case is withheld.',
      ),
    ];
  const limit = threshold === undefined ? '' : ` (threshold ${formatProbability(threshold.probability)})`;
  if (assessed.contradiction === 'none')
    return [paragraph(badge('good', 'no contradiction'), ` between the two${limit}.`)];
  const what = assessed.contradiction === 'threshold' ? 'the threshold' : 'the number of the verdict';
  const blame = assessed.contradictsIndependence
    ? ' It lies below the dependence-free bound: the dependence that is counted is what it contradicts.'
    : '';
  return [paragraph(badge('bad', 'contradiction'), ` The risk case contradicts ${what}${limit}.${blame}`)];
}
