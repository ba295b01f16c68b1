import * as z from 'zod';
import { choice, probability, text, words } from './parts.js';

/** How evidence is measured: one schema for each kind of measure. */

const counting = (what: string) =>
  choice(
    ['exclude', 'count as success', 'count as failure', 'worst'],
    `How ${what} are counted (default worst: whichever hurts the claim).`,
  ).optional();

const counted = {
  scorer: text('Which scorer to read, where a log has several.').optional(),
  groupBy: choice(
    ['sample', 'none'],
    'Whether the epochs of one sample are one trial (default) or each its own; none needs a because.',
  ).optional(),
  because: text('Why the trials are counted this way.').optional(),
  errors: counting('trials that ended in an error'),
  invalid: counting('trials that are marked invalid'),
  limits: counting('trials that met a limit'),
};

const rateText = z.strictObject({
  kind: z.literal('rate').describe('The rate at which trials satisfy an expression.'),
  success: words('Expression over a trial that says whether it counts, for example `score >= 1`.'),
  ...counted,
});

const detectionText = z.strictObject({
  kind: z.literal('detection').describe('How many attacks a monitor misses at an audit budget.'),
  score: words('Field of a trial that holds the score of the monitor.'),
  attack: words('Field of a trial that says whether it is an attack.'),
  strategy: text('Field of a trial that names the strategy of the attack; the worst one counts.').optional(),
  auditFraction: probability('Share of the benign trials that is audited.'),
  ...counted,
});

const faultTreeText = z.strictObject({
  kind: z
    .literal('fault tree')
    .describe(
      'The probability of the top event of a fault tree, from its own numbers; `top` of the evidence names it.',
    ),
});

const measureTexts = [rateText, detectionText, faultTreeText] as const;

export const measureText = z
  .discriminatedUnion('kind', measureTexts)
  .describe(`What is measured: ${measureTexts.map((each) => `\`${each.shape.kind.value}\``).join(', ')}.`);
