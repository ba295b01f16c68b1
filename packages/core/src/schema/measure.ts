import * as z from 'zod';
import { once } from '../case/index.js';
import { choice, countFromOne, flag, inside, positive, probability, text, words } from './parts.js';

/** How evidence is measured: one schema for each kind of measure. */

const counting = (what: string) =>
  choice(
    ['exclude', 'count as success', 'count as failure', 'worst'],
    `How ${what} are counted (default worst: whichever hurts the claim).`,
  ).optional();

const counted = once(() => ({
  scorer: text('Which scorer to read, where a log has several.').optional(),
  groupBy: choice(
    ['sample', 'none'],
    'Whether the epochs of one sample are one trial (default) or each its own; none needs a because.',
  ).optional(),
  because: text('Why the trials are counted this way.').optional(),
  errors: counting('trials that ended in an error'),
  invalid: counting('trials that are marked invalid'),
  limits: counting('trials that met a limit'),
  refusals: counting('trials that the model refused'),
  partial: counting('trials that were not finished'),
}));

const success = 'Expression over a trial that says whether it counts, for example `score >= 1`.';

const rateText = () =>
  z.strictObject({
    kind: z.literal('rate').describe('The rate at which trials satisfy an expression.'),
    success: words(success),
    strategy: words('Field of a trial that names a strategy; the worst one counts.').optional(),
    clusterBy: words('Field of a trial that names what it hangs together with (a task, a prompt family).').optional(),
    clusters: choice(
      ['worst', 'robust', 'beta-binomial'],
      'What is made of the clusters: each is one trial (worst, the default), or their mean rate with a cluster-robust bound or a beta-binomial posterior.',
    ).optional(),
    prior: z
      .strictObject({
        confidence: probability('Confidence, before any trial, that the rate is at most `below`.'),
        below: probability('The rate that the confidence is about.'),
        because: words('What the confidence rests on.'),
      })
      .optional()
      .describe('Prior confidence in a low rate, for trials without any event (conservative Bayesian inference).'),
    sequential: flag('The run may be looked at, and stopped, at any time: the doubt allows for it.').optional(),
    ...counted(),
  });

const detectionText = () =>
  z.strictObject({
    kind: z.literal('detection').describe('How many attacks a monitor misses at an audit budget.'),
    score: words('Field of a trial that holds the score of the monitor.'),
    attack: words('Field of a trial that says whether it is an attack.'),
    strategy: text('Field of a trial that names the strategy of the attack; the worst one counts.').optional(),
    auditFraction: probability('Share of the benign trials that is audited.'),
    threshold: choice(
      ['share', 'fixed'],
      'What is audited later: this share of the benign traffic (default; that the threshold is known from samples only is allowed for), or whatever scores above the threshold found here, however much that is.',
    ).optional(),
    ...counted(),
  });

const armValue = (which: string) =>
  z.union([words(''), z.number(), z.boolean()]).describe(`Value of the arm of the ${which}.`);

const differenceText = () =>
  z.strictObject({
    kind: z.literal('difference').describe('By how much the rate of an event differs between two arms (uplift).'),
    success: words(success),
    arm: words('Field of a trial that names its arm.'),
    treated: armValue('treated'),
    control: armValue('controls'),
    paired: flag('The samples are the same in both arms, and are compared one by one.').optional(),
    ...counted(),
  });

const meanText = () =>
  z.strictObject({
    kind: z.literal('mean').describe('The mean of a score with a known range, for example partial credit.'),
    value: words('Expression over a trial that gives a number, for example `score`.'),
    range: z
      .tuple([z.number(), z.number()])
      .refine(([low, high]) => low < high, {
        error: 'range',
        params: { code: 'out-of-range', expected: 'two numbers with the smaller first, like [0, 1]' },
      })
      .describe('The ends of the range of the value, known beforehand; the bound rests on them.'),
    clusterBy: text('Field of a trial; the means of its clusters are counted, each the same.').optional(),
    ...counted(),
  });

const credibilityText = () =>
  z.strictObject({
    kind: z.literal('credibility').describe('How much better an advisor forecasts than somebody else, event by event.'),
    forecast: words('Field of a trial that holds the probability that the advisor gave.'),
    outcome: words('Field or expression that says whether the event came.'),
    against: words('Field of a trial that holds the probability that the other gave.'),
    rule: choice(['brier', 'log'], 'How a forecast is scored: squared distance, or logarithm (needs a floor).'),
    floor: inside('For `log`: forecasts are held between the floor and 1 less the floor.', 0, 0.5).optional(),
    ...counted(),
  });

const repeatsText = () =>
  z.strictObject({
    kind: z.literal('repeats').describe('Whether k repeats of a sample all succeed (pass^k), or any does (pass@k).'),
    success: words('Expression over a trial that says whether the repeat succeeds, for example `score >= 1`.'),
    k: countFromOne('How many repeats.'),
    ...counted(),
  });

const hazardText = () =>
  z.strictObject({
    kind: z.literal('hazard').describe('Events per unit of exposure, at a constant rate.'),
    event: words('Expression over a trial that says whether the event came.'),
    time: words('Field of a trial that holds how long it was watched.'),
    unit: words('Unit of that time, for example `hour`.'),
    ...counted(),
  });

const survivalText = () =>
  z.strictObject({
    kind: z.literal('survival').describe('The share of trials without the event before a time.'),
    event: words('Expression over a trial that says whether the event ended it; without it the trial is censored.'),
    time: words('Field of a trial that holds how long it was watched.'),
    at: positive('The time up to which there must be no event, in the unit of `time`.'),
    ...counted(),
  });

const tailText = () =>
  z.strictObject({
    kind: z
      .literal('tail')
      .describe('Rare behaviours at the scale of deployment, extrapolated: an estimate, no bound.'),
    elicitation: words('Field of a trial that holds the probability, between 0 and 1, that the query elicits it.'),
    uses: positive('How many queries there will be.'),
    ...counted(),
  });

const agreementText = () =>
  z.strictObject({
    kind: z.literal('agreement').describe('How often graders agree.'),
    graders: z
      .array(words('Field of a trial that holds the grade of one grader.'))
      .refine((graders) => graders.length >= 2 && new Set(graders).size === graders.length, {
        error: 'graders',
        params: { code: 'out-of-range', expected: 'two or more fields, each of them once' },
      })
      .describe('The graders.'),
    ...counted(),
  });

const faultTreeText = () =>
  z.strictObject({
    kind: z
      .literal('fault tree')
      .describe(
        'The probability of the top event of a fault tree, from its own numbers; `top` of the evidence names it.',
      ),
    missionTime: positive(
      'Hours that the tree is about, where its events depend on the system mission time: those of the deployment window.',
    ).optional(),
  });

export const measureText = once(() => {
  const each = [
    rateText(),
    detectionText(),
    differenceText(),
    meanText(),
    credibilityText(),
    repeatsText(),
    hazardText(),
    survivalText(),
    tailText(),
    agreementText(),
    faultTreeText(),
  ] as const;
  return z
    .discriminatedUnion('kind', each)
    .describe(`What is measured: ${each.map(({ shape }) => `\`${shape.kind.value}\``).join(', ')}.`);
});
