import { formatProbability, type Importance, type OutcomeAssessment, type Verdict } from '../../doubt/index.js';
import { criterionOf } from '../criterion.js';
import {
  type Block,
  type Card,
  type Verdict as CardVerdict,
  type Fact,
  type Line,
  type Section,
  soft,
  strong,
} from '../document.js';
import { formatNumber, formatShare, oneIn } from '../numbers.js';
import { type Domain, domainOf, plotOf } from '../plot.js';
import { anchorOf, failingTogether, isChallenge, leafInWords, linked, type View } from '../view.js';
import { capital, sentence } from '../words.js';
import { overallOf } from './overall.js';

/** The first screen: what is to be decided, the verdicts, and what they hinge on. */
export function inShort(view: View): Section {
  const { assessment } = view;
  const domain = view.numbers ? domainOf(assessment.outcomes) : undefined;
  const blocks: Block[] = [
    { kind: 'facts', facts: decisionFacts(view) },
    { kind: 'overall', ...overallOf(assessment) },
    { kind: 'cards', cards: assessment.outcomes.map((outcome) => cardOf(view, outcome, domain)) },
  ];
  if (view.numbers && assessment.outcomes.length > 0) blocks.push(soft(meaningOfDoubt));
  return { anchor: anchorOf.section('in-short'), title: 'In short', blocks };
}

const meaningOfDoubt =
  'Doubt is the probability that a claim is false. The doubt about the claim that an outcome will not occur is an upper ' +
  'bound on the probability that it occurs in the deployment window, given what the case states. It is no better than ' +
  'what it rests on: see the three numbers, the sensitivity and the sources below.';

function decisionFacts({ case: { decision } }: View): Fact[] {
  if (decision === undefined) return [{ term: 'Decision', lines: [['The case does not say what is to be decided.']] }];
  const { question, kind, options, window, exposure } = decision;
  const use = [
    exposure.tasks === undefined ? '' : amount(exposure.tasks, 'task'),
    exposure.instances === undefined ? '' : `up to ${amount(exposure.instances, 'instance')} at a time`,
  ].filter((part) => part !== '');
  const facts: (Fact | undefined)[] = [
    question === undefined ? undefined : { term: 'Decision asked', lines: [[strong(question)]] },
    kind === undefined ? undefined : { term: 'Kind', lines: [[kind]] },
    options.length === 0 ? undefined : { term: 'Options', lines: [[options.join(' · ')]] },
    window === undefined ? undefined : { term: 'Window', lines: [[`${window.from} to ${window.to}`]] },
    use.length === 0 ? undefined : { term: 'Use in the window', lines: [[use.join(', ')]] },
  ];
  return facts.filter((fact) => fact !== undefined);
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;
}

function cardOf(view: View, outcome: OutcomeAssessment, domain: Domain | undefined): Card {
  const severity = view.index.outcome(outcome.id)?.severity;
  const plot = domain === undefined ? undefined : plotOf(outcome, domain);
  const number = view.numbers ? numberOf(outcome) : undefined;
  return {
    anchor: anchorOf.outcome(outcome.id),
    name: outcome.id,
    text: outcome.text,
    ...(severity === undefined ? {} : { severity }),
    verdict: verdictOf(outcome),
    ...(number === undefined ? {} : { number }),
    ...(plot === undefined ? {} : { plot }),
    why: outcome.reasons.slice(0, 2).map(({ text, blocks, element }): Line => {
      const line = linked(view, sentence(text), [element]);
      return blocks ? [{ kind: 'badge', tone: 'bad', text: 'blocks' }, ' ', ...line] : line;
    }),
    hinges: hingesOf(view, outcome),
  };
}

const looks: Record<Verdict, CardVerdict> = {
  supported: { word: 'Supported', tone: 'good', symbol: 'check' },
  'not supported': { word: 'Not supported', tone: 'bad', symbol: 'cross' },
  undecided: { word: 'Undecided', tone: 'open', symbol: 'question' },
  sketch: { word: 'Sketch', tone: 'plain', symbol: 'pencil' },
  'not quantified': { word: 'Not quantified', tone: 'plain', symbol: 'circle' },
};

/** The verdict's word, symbol and colour, and its statement where that says more than the word. */
export function verdictOf({ verdict, statement }: OutcomeAssessment): CardVerdict {
  if (statement === verdict) return looks[verdict];
  // A condition must show in the colour too.
  const conditional: Partial<CardVerdict> =
    verdict === 'supported' ? { word: 'Supported on a condition', tone: 'open', symbol: 'question' } : {};
  return { ...looks[verdict], ...conditional, statement: sentence(capital(statement)) };
}

function numberOf(outcome: OutcomeAssessment): Card['number'] {
  const { number, doubt, threshold } = outcome;
  const held =
    number ?? (doubt === undefined ? undefined : 'mean' in doubt.declared ? doubt.declared.mean : doubt.declared.upper);
  if (held === undefined) return undefined;
  const chance = oneIn(held);
  const inWords = chance === undefined ? [] : [`${chance} in the window`];
  if (threshold === undefined)
    return { value: formatProbability(held), against: [...inWords, 'there is no threshold'].join('; ') };
  const { probability } = threshold;
  const percentile = criterionOf(outcome);
  const also =
    percentile === undefined
      ? ''
      : `, which its ${percentile.criterion} of ${formatProbability(percentile.value)} ${percentile.met ? 'meets too' : 'does not meet'}`;
  const against = `${ratio(held, probability)} the threshold of ${formatProbability(probability)}${also}`;
  return { value: formatProbability(held), against: [...inWords, against].join('; ') };
}

function ratio(number: number, threshold: number): string {
  if (threshold === 0) return number === 0 ? 'equal to' : 'above';
  const factor = number / threshold;
  return factor > 1.005
    ? `${formatNumber(Number(factor.toPrecision(2)))} times`
    : `${formatShare(Math.min(1, factor))} of`;
}

/** What the verdict hinges on: the leaf that matters most, and the likeliest way to be wrong. */
function hingesOf(view: View, outcome: OutcomeAssessment): Line[] {
  const lines: Line[] = [];
  const first = outcome.importance[0];
  if (first !== undefined && first.fussellVesely > 0) lines.push(mostImportant(view, first));
  const set = outcome.cutSets?.top[0];
  if (set !== undefined && set.elements.length > 0) {
    const shortest = set.probability === undefined ? 'Shortest way to fail' : 'Likeliest way to fail';
    // The declared doubt may need fewer failures than that.
    const way = outcome.legs.length === 0 ? shortest : `${shortest}, if every leg counts in full`;
    const chance = set.probability === undefined ? '' : ` Probability ${formatProbability(set.probability)}.`;
    lines.push([`${way}: `, ...failingTogether(view, set.elements, mostCharacters), `.${chance}`]);
  }
  return lines;
}

/** Of a text on a card. */
const mostCharacters = 100;

function mostImportant(view: View, { leaf, fussellVesely }: Importance): Line {
  const settled = isChallenge(view, leaf) ? 'if it were refuted' : 'if it held for certain';
  return [
    ...leafInWords(view, leaf, mostCharacters),
    `: ${formatShare(fussellVesely)} of the doubt would go ${settled}.`,
  ];
}
