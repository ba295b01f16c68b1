import { type Block, badge, type Fact, type Line, soft, strong } from '../document.js';
import { formatNumber } from '../numbers.js';
import { domainOf } from '../plot.js';
import { rolesOf, signOffWords } from '../points/roles.js';
import type { View } from '../view.js';
import { listed } from '../words.js';
import { cardOf } from './card-of.js';
import { overallOf } from './overall.js';

/** The first screen: what is to be decided and by whom, the verdicts, and what they hinge on. */
export function inShort(view: View): readonly Block[] {
  const { assessment } = view;
  const domain = view.numbers ? domainOf(assessment.outcomes) : undefined;
  const blocks: Block[] = [
    { kind: 'facts', facts: decisionFacts(view) },
    { kind: 'overall', ...overallOf(assessment) },
    { kind: 'cards', cards: assessment.outcomes.map((outcome) => cardOf(view, outcome, domain)) },
  ];
  if (view.numbers && assessment.outcomes.length > 0) blocks.push(soft(howToRead));
  return blocks;
}

const howToRead =
  'Doubt: the chance that a claim is wrong, from tests and stated judgements. As argued: with the common causes that the case states. ' +
  'Risk: the doubt about “this will not happen in the window”, no less than the chance that it happens, if what the case rests on is ' +
  'right. Share of the risk: so much of it would go if that one thing were certain; shares overlap. Trial: one draw of all that is uncertain.';

function decisionFacts(view: View): Fact[] {
  const { decision } = view.case;
  const asked = 'To be decided';
  if (decision === undefined) return [{ term: asked, lines: [['The case does not say what.']] }, signOffFact(view)];
  const { question, kind, options, window, exposure } = decision;
  const use = [
    exposure.tasks === undefined ? '' : amount(exposure.tasks, 'task'),
    exposure.trainingSteps === undefined ? '' : amount(exposure.trainingSteps, 'step'),
    exposure.internalUse === undefined ? '' : amount(exposure.internalUse, 'internal use'),
    exposure.instances === undefined ? '' : `up to ${amount(exposure.instances, 'instance')} at a time`,
  ].filter((part) => part !== '');
  const facts: (Fact | undefined)[] = [
    { term: asked, lines: [[question === undefined ? 'The case does not say what.' : strong(question)]] },
    signOffFact(view),
    options.length === 0 ? undefined : { term: optionsTerm(view), lines: [[options.join(' · ')]] },
    window === undefined
      ? undefined
      : {
          term: kind === undefined ? 'Window' : `Window of the ${kind === 'train' ? 'training' : kind}`,
          lines: [[`${window.from} to ${window.to}`]],
        },
    use.length === 0 ? undefined : { term: 'Use in the window', lines: [[use.join(', ')]] },
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** The numbers are about one use: they do not tell the options apart. */
function optionsTerm({ case: { decision }, numbers }: View): string {
  return numbers && (decision?.options.length ?? 0) > 1
    ? 'Options (the numbers are for the use described here)'
    : 'Options';
}

function amount(count: number, one: string): string {
  return `${formatNumber(count)} ${one}${count === 1 ? '' : 's'}`;
}

/** Whose word is still needed. */
function signOffFact({ signOffs }: View): Fact {
  const roles = rolesOf(signOffs);
  if (roles.length === 0) return { term: 'Sign-offs', lines: [['none required']] };
  if (roles.every(({ state }) => state === 'missing'))
    return {
      term: 'Sign-offs',
      lines: [
        [badge('open', `none of ${roles.length}`), ` nobody has signed yet: ${listed(roles.map(({ role }) => role))}`],
      ],
    };
  const signed = roles.filter(({ state }) => state === 'signed').length;
  const words = (Object.keys(signOffWords) as (keyof typeof signOffWords)[]).flatMap((state): Line[] => {
    const some = roles.filter((one) => one.state === state).map(({ role }) => role);
    const [tone, text] = signOffWords[state];
    return some.length === 0 ? [] : [[badge(tone, text), ` ${listed(some)}`]];
  });
  return { term: `Sign-offs: ${signed} of ${roles.length}`, lines: words };
}
